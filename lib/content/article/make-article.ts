import { basename } from 'node:path';
import type { Root } from 'mdast';
import type { z } from 'zod';
import type { CheckCode } from '../../model/checks.ts';
import { showInstant } from '../../model/dates.ts';
import type { Body, KeyPoint, Labels, PictureUse, Teaser, Translation, Version } from '../../model/model.ts';
import type { ShownImage } from '../../model/picture-copies.ts';
import type { Report } from '../../model/problem.ts';
import { countWords } from '../../model/reading-time.ts';
import type { Part } from '../../model/recorded-part.ts';
import { routes, type Urls } from '../../model/urls.ts';
import { type FindNames, markMentions } from '../../names/find-mentions.ts';
import { pictureMarkup } from '../../pictures/picture-markup.ts';
import { canonicalMarkdown } from '../../versions/canonical-markdown.ts';
import { portableMarkdown } from '../../versions/portable-markdown.ts';
import { recordedText } from '../../versions/recorded-text.ts';
import type { ReadFile } from '../files/read-file.ts';
import type { articleSchema } from '../files/schema.ts';
import { makeNotes } from './article-notes.ts';
import { checkEmphasis } from './check-emphasis.ts';
import type { LoadedSite } from './loaded-site.ts';
import type { ParsedText } from './read-markdown.ts';
import { recordedTranslation } from './recorded-translation.ts';
import type { TranslationKeys } from './translate-article.ts';

type Index = z.output<typeof articleSchema>;

/** A teaser with authors, topics, the series and the places of the map as ids; `image` is the file of the lead picture. */
export type UnresolvedTeaser = Omit<Teaser, 'authors' | 'topics' | 'series' | 'picture'> &
  Pick<Index, 'authors' | 'topics' | 'picture'> & { series: string | undefined; image: ShownImage | undefined };

/** A complete article. Expensive parts are made on demand. */
type MadeArticle = {
  teaser: UnresolvedTeaser;
  notes: Body['notes'];
  timeline: Index['timeline'];
  body: () => Body;
  /** The text as it would be recorded, with the current names of authors and places. */
  text: (names: RecordedNames) => Part[];
};

/** The names of authors and places, by id. */
export type RecordedNames = { author: (id: string) => string; place: (id: string) => string };

/** A section whose file could be read. */
export type ParsedSection = { id: string; title: string; aliases: string[]; text: ParsedText };

/** What the files of an article say. */
type ArticleFiles = {
  slug: string;
  index: ReadFile<Index>;
  lead: ParsedText;
  /** The file of the lead picture. */
  image: ShownImage | undefined;
  /** The picture of its share image. */
  shareImagePng: ShownImage | undefined;
  sections: readonly ParsedSection[];
  versions: readonly Version[];
  pictures: readonly PictureUse[];
  /** What a translation says itself; `undefined` for an original. */
  translated: (Translation & { own: TranslationKeys }) | undefined;
};

/**
 * Makes an article from its parts, and reports problems between them; `undefined` if its front matter has errors.
 *
 * @param site The site, and the finder of the names whose mentions are marked.
 */
export function makeArticle(
  {
    slug,
    index: { data, frontMatter },
    lead,
    image,
    shareImagePng,
    sections,
    versions,
    pictures,
    translated,
  }: ArticleFiles,
  site: LoadedSite & { findNames: FindNames },
  report: Report,
): MadeArticle | undefined {
  if (!data) return undefined;
  const { lang, timeZone, urls, renderer, findNames } = site;
  const say = (path: PropertyKey[], code: CheckCode, message: string) =>
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code, message });
  const emphasise = data.picture?.map?.emphasise;
  if (emphasise && !translated) checkEmphasis(frontMatter, emphasise, lang, report);
  const labels = labelsOf(data.labels);
  const partners = data.partners.map(({ name, url }) => ({ name, url }));
  const texts = [lead, ...sections.map(({ text }) => text)];
  const sources = data.sources.map(({ id, name, kind, url, date }) => ({ id, name, kind, url, date }));
  const recordedSections = () =>
    sections.map(({ id, title, text: { tree, definitions } }) => ({
      id,
      title,
      markdown: canonicalMarkdown(tree, definitions.values()),
    }));
  const recordedPictures = (uses: readonly PictureUse[]) =>
    uses.map(({ source, digest }) => ({ file: basename(source).normalize(), digest }));
  const ownPictures = pictures.filter((use) => use.image !== image && use.image !== shareImagePng);
  const text = (names: RecordedNames) =>
    recordedText({
      headline: data.title,
      standfirst: data.standfirst,
      authors: data.authors.map((id) => ({ id, name: names.author(id) })),
      published: showInstant(data.published, { lang, timeZone }).machine,
      kind: data.kind,
      labels,
      partners,
      firstPublished: data.firstPublished,
      dateline: data.dateline,
      picture: data.picture && { caption: data.picture.caption, ...data.picture },
      map: data.picture?.map && {
        places: data.picture.map.places.map((id) => ({ id, name: names.place(id) })),
        emphasise: data.picture.map.emphasise,
      },
      pictures: recordedPictures(pictures),
      keyPoints: data.keyPoints.map(keyPointOf),
      unverified: data.unverified,
      lead: canonicalMarkdown(lead.tree, lead.definitions.values()),
      sections: recordedSections(),
      timeline: data.timeline.map(({ when, text: words, section }) => ({ when, text: words, section })),
      sources,
      retracted: data.retracted?.reason,
    });
  const address = addressesOf(slug, data.aliases, translated?.own);
  const markdown = markdownOf(address.slug, urls);
  const render = (tree: Root) => ({ html: renderer.render(tree), markdown: markdown(tree) });
  const { notes, addresses, uncited } = makeNotes(texts, sources, render, report);
  for (const { id, name } of translated ? [] : uncited) {
    const message = `No text cites "${name}". Cite it where it is relied on, as [^${id}], or remove it.`;
    say(['sources', data.sources.findIndex((source) => source.id === id), 'id'], 'source-uncited', message);
  }
  for (const [index, { name, kind, url }] of data.sources.entries()) {
    if (kind === 'interview' || url !== undefined || translated) continue;
    const message = `"${name}" has no address. Add its url, where readers can look it up.`;
    say(['sources', index, 'id'], 'source-no-url', message);
  }
  const { marked, mentions: named } = markMentions(
    texts.map(({ tree }) => tree),
    findNames,
  );
  const [leadTree = lead.tree, ...sectionTrees] = marked;
  const mentions = new Set([
    ...named,
    ...texts.flatMap(({ links }) =>
      links.flatMap(({ route, fragment = [] }) => (route === routes.glossary ? fragment : [])),
    ),
  ]);
  return {
    teaser: {
      slug: address.slug,
      title: data.title,
      standfirst: data.standfirst,
      kind: data.kind,
      labels,
      partners,
      firstPublished: data.firstPublished,
      searchTitle: data.searchTitle,
      card: data.card && shareImagePng && { image: shareImagePng, alt: data.card.alt },
      authors: data.authors,
      topics: data.topics,
      series: data.series,
      related: data.related,
      featured: data.featured ?? false,
      pinnedUntil: data.pinnedUntil,
      picture: data.picture,
      image,
      published: data.published,
      draft: data.draft ?? false,
      expires: data.expires,
      retracted: data.retracted,
      aliases: address.aliases,
      versions: versions.length,
      corrections: versions.flatMap(({ number, recorded, note, redactions, passages }) =>
        passages.length > 0 ? { number, recorded, note, redactions, passages } : [],
      ),
      updated: versions.findLast(({ kind }) => kind === 'update' || kind === 'correction')?.recorded,
      mentions: [...mentions],
      translation: translated && {
        of: translated.of,
        translates: translated.translates,
        translator: translated.translator,
        behind: translated.behind,
      },
    },
    notes,
    timeline: data.timeline,
    body: () => ({
      dateline: data.dateline,
      keyPoints: data.keyPoints.map(keyPointOf),
      unverified: data.unverified,
      lead: renderer.render(leadTree),
      leadMarkdown: markdown(lead.tree),
      sections: sections.map(({ id, title, aliases, text: { tree } }, index) => ({
        id,
        title,
        aliases,
        html: renderer.render(sectionTrees[index] ?? tree),
        markdown: markdown(tree),
      })),
      timeline: data.timeline.map(({ when, text, section }) => ({ when, text, section })),
      notes,
      externalLinks: addresses.filter(urls.isExternal),
      words: countWords(texts.map(({ plain }) => plain).join('\n'), lang),
      record: [...versions],
    }),
    text: translated
      ? () => recordedTranslation(translated.own, lead, recordedSections(), recordedPictures(ownPictures))
      : text,
  };
}

/**
 * The slug of an article, and its former ones, oldest first. A translation was at the addresses of its original, too, which lead to
 * it if it has a slug of its own.
 *
 * @param folder The name of its folder.
 * @param aliases The former slugs of the original.
 */
export function addressesOf(
  folder: string,
  aliases: readonly string[],
  own: Pick<TranslationKeys, 'slug' | 'aliases'> | undefined,
): { slug: string; aliases: string[] } {
  if (!own) return { slug: folder, aliases: [...aliases] };
  const slug = own.slug ?? folder;
  const all = new Set([...aliases, folder, ...own.aliases]);
  return { slug, aliases: [...all].filter((alias) => alias !== slug) };
}

function labelsOf({ sponsored, satire = false, warning }: NonNullable<Index['labels']> = {}): Labels {
  return { sponsor: sponsored && { name: sponsored.by, url: sponsored.url }, satire, warning };
}

/** Writes texts of an article as Markdown for other programs. */
function markdownOf(slug: string, urls: Urls): (tree: Root) => string {
  const page = urls.absolute(urls.article(slug));
  const link = (url: string) => {
    if (url.startsWith('/')) return urls.absolute(urls.path(url));
    return url.startsWith('#') ? page + url : url;
  };
  const picture = (image: ShownImage) => urls.absolute(pictureMarkup(image, 'text', urls.picture).img.src);
  return (tree) => portableMarkdown(tree, { link, picture });
}

function keyPointOf(point: Index['keyPoints'][number]): KeyPoint {
  return typeof point === 'string' ? { text: point, section: undefined } : point;
}
