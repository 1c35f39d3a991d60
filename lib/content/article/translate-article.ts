import { basename } from 'node:path';
import type { z } from 'zod';
import { loadAtlas } from '../../map/atlas.ts';
import { findCountry } from '../../map/countries.ts';
import type { CheckCode } from '../../model/checks.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Report } from '../../model/problem.ts';
import type { OwnPart, Part } from '../../model/recorded-part.ts';
import { escapedMarkdown } from '../../versions/canonical-markdown.ts';
import type { KeyPath } from '../files/front-matter.ts';
import type { ReadFile } from '../files/read-file.ts';
import type { articleSchema } from '../files/schema.ts';
import { alignedTexts } from '../translations/aligned-texts.ts';
import type { articleTranslationSchema } from '../translations/translation-schemas.ts';
import type { Original } from './read-original.ts';

type Index = z.output<typeof articleSchema>;

/** The front matter of a translation. */
export type TranslationKeys = z.output<typeof articleTranslationSchema>;

/** The lists of an article whose entries are translated one by one, and the parts in which they are recorded. */
const lists = {
  keyPoints: { part: 'key points', what: 'key points' },
  unverified: { part: 'unverified', what: 'entries under unverified' },
  timeline: { part: 'timeline', what: 'entries in its timeline' },
} as const satisfies Partial<Record<keyof TranslationKeys, { part: OwnPart; what: string }>>;

/** Texts of which an article has one or none, and the parts in which they are recorded. */
const texts = {
  dateline: 'dateline',
  picture: 'picture',
  firstPublished: 'first published',
  partners: 'partners',
  retracted: 'retracted',
} as const satisfies Partial<Record<keyof TranslationKeys, OwnPart>>;

/**
 * The front matter of an article in another language: the texts of the translation, and all else from the original. Reports
 * texts that belong to nothing in the original, lists that are longer or shorter, and what is not translated.
 *
 * @returns `undefined` if one of the two is at fault.
 */
export function translateArticle(
  { data: original, frontMatter: originalFrontMatter, record }: Original,
  { data: own, frontMatter }: ReadFile<TranslationKeys>,
  firstLang: string,
  report: Report,
): Index | undefined {
  if (!original || !own) return undefined;
  const { file, placeOf } = frontMatter;
  const name = basename(originalFrontMatter?.file ?? 'index.md');
  const say = (path: KeyPath, code: CheckCode, message: string) => report({ file, ...placeOf(path), code, message });
  const then = record.find(({ number }) => number === own.translates)?.parts;
  const mostVersions = Math.max(record.length, 1);
  if (own.translates > mostVersions) {
    const known = record.length === 0 ? 'No version of it is recorded yet' : `Its latest version is ${record.length}`;
    say(
      ['translates'],
      'translates-unknown',
      `The original has no version ${own.translates}. ${known}: write ${mostVersions}.`,
    );
  }

  /** What an entry of a list was when it was translated, and is now, in the form in which it is recorded. */
  const written = {
    keyPoints: original.keyPoints.map((point) => escapedMarkdown(typeof point === 'string' ? point : point.text)),
    unverified: original.unverified.map(escapedMarkdown),
    timeline: original.timeline.map(({ when, text }) => escapedMarkdown(`${when.value}: ${text}`)),
  };
  const listed = (key: keyof typeof lists): (string | undefined)[] => {
    const { part, what } = lists[key];
    const before = then ? itemsOf(then, part) : written[key];
    const translated = own[key];
    const source = then ? `version ${own.translates} of the original` : name;
    if (!translated) {
      if (before.length > 0) say([], 'translation-incomplete', missing(key, name));
      return [];
    }
    if (before.length === 0) say([key], 'translation-alone', belongsToNothing(key, source));
    else if (translated.length !== before.length) {
      const message = `${key} has ${count(translated.length)}, and ${source} has ${before.length} ${what}. Translate each of them, in their order.`;
      say([key], 'translation-count', message);
    }
    if (translated.length !== before.length) return [];
    return alignedTexts(before, written[key], translated);
  };
  const isThere = (key: keyof typeof texts, now: unknown) =>
    now !== undefined || (then?.some(({ name: part }) => part === texts[key]) ?? false);
  const checkText = (key: keyof typeof texts, now: unknown, translated: unknown) => {
    if (translated !== undefined && !isThere(key, now)) {
      say([key], 'translation-alone', belongsToNothing(key, name));
    } else if (translated === undefined && now !== undefined) say([], 'translation-incomplete', missing(key, name));
  };
  const { labels, partners, firstPublished, card, picture, sources, retracted } = original;
  checkText('dateline', original.dateline, own.dateline);
  checkText('picture', picture, own.picture);
  checkText('firstPublished', firstPublished, own.firstPublished);
  checkText('retracted', retracted, own.retracted);
  checkText('partners', partners.length > 0 ? partners : undefined, own.partners);
  for (const key of ['warning', 'sponsored'] as const) {
    if (labels?.[key] !== undefined && own.labels?.[key] === undefined)
      say([], 'translation-incomplete', missing(`labels.${key}`, name));
  }
  const names = own.sources ?? {};
  const ids = sources.map(({ id }) => id);
  for (const id of Object.keys(names)) {
    // A source that was taken out of the original since may still have its name here.
    if (ids.includes(id) || own.translates < record.length) continue;
    const message = `The original has no source "${id}". ${didYouMean(id, ids)}`;
    say(['sources', id], 'translation-alone', message);
  }
  const unnamed = ids.filter((id) => names[id] === undefined);
  if (unnamed.length > 0) {
    const message = `sources has no name for ${unnamed.join(', ')}. Readers get ${unnamed.length === 1 ? 'it' : 'them'} as in ${name}: add what is missing.`;
    say(['sources'], 'translation-incomplete', message);
  }

  const [keyPoints, unverified, timeline] = [listed('keyPoints'), listed('unverified'), listed('timeline')];
  return {
    ...original,
    title: own.title,
    standfirst: own.standfirst,
    draft: original.draft || own.draft,
    dateline: original.dateline === undefined ? undefined : own.dateline,
    searchTitle: own.searchTitle,
    labels: labels && {
      ...labels,
      sponsored: labels.sponsored && { ...labels.sponsored, ...own.labels?.sponsored },
      warning: labels.warning && (own.labels?.warning ?? labels.warning),
    },
    partners: partners.map((partner, index) => ({
      ...partner,
      name: (own.partners?.length === partners.length && own.partners[index]) || partner.name,
    })),
    firstPublished: firstPublished && { ...firstPublished, ...own.firstPublished },
    card: card && own.card && { ...card, ...own.card },
    picture: picture &&
      own.picture && {
        ...picture,
        map: picture.map && { ...picture.map, emphasise: inEnglish(picture.map.emphasise, firstLang) },
        ...own.picture,
        caption: own.picture.caption,
      },
    keyPoints: original.keyPoints.flatMap((point, index) => {
      const text = keyPoints[index];
      if (text === undefined) return [];
      return typeof point === 'string' || point.section === undefined ? text : { text, section: point.section };
    }),
    unverified: unverified.flatMap((text) => text ?? []),
    timeline: original.timeline.flatMap((entry, index) => {
      const text = timeline[index];
      return text === undefined ? [] : { ...entry, text };
    }),
    sources: sources.map((source) => ({ ...source, name: names[source.id] ?? source.name })),
    retracted: retracted && { ...retracted, ...own.retracted },
    change: own.change,
  };
}

/** The entries of a recorded list. */
function itemsOf(parts: readonly Part[], part: OwnPart): string[] {
  const markdown = parts.find(({ name }) => name === part)?.markdown;
  return markdown === undefined ? [] : markdown.split('\n').map((line) => line.replace(/^[-*] /, ''));
}

/** Names of countries as a map finds them in every language. */
function inEnglish(names: readonly string[] | undefined, lang: string): string[] | undefined {
  if (!names || new Intl.Locale(lang).language === 'en') return names && [...names];
  const atlas = loadAtlas();
  return names.map((name) => findCountry(atlas, name, lang)?.name ?? name);
}

function belongsToNothing(key: string, original: string): string {
  return `${original} has no ${key}, so that this text belongs to nothing. Take it out.`;
}

function missing(key: string, original: string): string {
  return `${original} has ${key}, and this translation has none. Translate it here, under the same key.`;
}

function count(entries: number): string {
  return `${entries} ${entries === 1 ? 'entry' : 'entries'}`;
}
