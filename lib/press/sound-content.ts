import { picturesIn, type ReadContent } from '../content/load-content.ts';
import { type AtFault, type WithoutFaults, withoutFaults } from '../content/without-faults.ts';
import type { Content } from '../model/model.ts';
import { workOf } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, comparePlaces, type Problem } from '../model/problem.ts';
import { someOf } from '../model/some-of.ts';
import { standing } from '../model/standing.ts';
import type { LastGoodStore, Shown } from './cache/last-good-store.ts';
import type { PictureStore } from './cache/picture-store.ts';

type SoundContentSettings = {
  lastGood: LastGoodStore;
  pictures: PictureStore;
  /** The instant for which the site is built. */
  now: Instant;
  /** Receives the errors in pictures. */
  found: Problem[];
  /** The folder of the finished site. */
  out: string;
  /** Looks up what the last build there has; `undefined` if there is none. */
  lastSite: () => LastSite | undefined;
};

/** Reports whether a finished site has pages of something, named as in {@link AtFault}. */
type LastSite = (name: string) => boolean;

/** Content that can be built, with the copies of its pictures. */
export type SoundContent = WithoutFaults & { content: Content };

/**
 * Replaces faulty content with its last good state, and makes the copies of all pictures, even those of drafts and
 * embargoed articles: a broken one is reported now, not on the day.
 *
 * @throws ContentError if `site.md` has errors, or a published article, a page or a language has errors and no earlier pages.
 */
export async function soundContent(read: ReadContent, settings: SoundContentSettings): Promise<SoundContent> {
  const { lastGood, pictures, now, found, out, lastSite } = settings;
  const select = (): SoundContent => {
    const sound = withoutFaults(read, lastGood, now, found, (article) => article.pictures.every(pictures.has));
    const { content, missing, errors, others } = sound;
    if (!content) throw new ContentError(errors);
    for (const [language, other] of others) {
      if (!other.content) throw new ContentError(errors, whyNoLanguage(language, other.missing, out, lastSite()));
    }
    if (missing.length > 0) throw new ContentError(errors, whyNotKept(missing, out, lastSite()));
    return { ...sound, content };
  };
  const makePictures = ({ content }: SoundContent) => pictures.make(picturesIn(content));
  const first = select();
  const broken = await makePictures(first);
  if (broken.length === 0) return first;
  // Their articles are faulty, too. Readers see an earlier state of them with other pictures.
  found.push(...broken);
  const second = select();
  const more = await makePictures(second);
  if (more.length > 0) throw new ContentError([...second.errors, ...more].sort(comparePlaces));
  return second;
}

function whyNoLanguage(language: string, missing: readonly AtFault[], out: string, last: LastSite | undefined): string {
  const names = missing.map(({ name }) => name);
  const [have, them] = names.length === 1 ? ['has', 'it'] : ['have', 'them'];
  const advice = `Fix ${them}, or take ${language} out of languages in site.md until then.`;
  return `${names.join(' and ')} ${have} errors, and there are no earlier pages in ${language} to keep. ${advice}${hintOn([], out, last)}`;
}

function whyNotKept(missing: readonly AtFault[], out: string, last: LastSite | undefined): string {
  const names = someOf(missing.map(({ name }) => name));
  const [are, them] = missing.length === 1 ? ['is', 'it'] : ['are', 'them'];
  const hasPage = missing.some(({ name }) => name.includes('/'));
  const hasArticle = missing.some(({ name }) => !name.includes('/'));
  const ways = {
    articles: 'add "draft: true"',
    pages: 'move the file out of pages/',
    both: 'add "draft: true" to an article and move the file of a page out of pages/',
  };
  const way = ways[hasArticle && hasPage ? 'both' : hasPage ? 'pages' : 'articles'];
  const advice = `Fix ${them}, or ${way} until then.`;
  return `${names} ${are} published with errors, and there are no earlier pages of ${them} to keep. ${advice}${hintOn(missing, out, last)}`;
}

/** A possible explanation why there are no earlier pages. */
function hintOn(missing: readonly AtFault[], out: string, last: LastSite | undefined): string {
  if (!last) {
    return ` ${out}/ has no earlier build: if there is one elsewhere, such as in the cache of a workflow, restore ${out}/ and ${out}.press/ first.`;
  }
  return missing.some(({ name }) => last(name))
    ? ` The pages in ${out}/ are from other code or other pictures, and cannot be made again.`
    : '';
}

/**
 * What readers see once this content is built.
 *
 * @param unrecorded Articles whose texts are work in progress and must not be stored.
 */
export function shownBy(
  { content, catalogue, kept, out }: Pick<WithoutFaults, 'content' | 'catalogue' | 'kept' | 'out'>,
  now: Instant,
  unrecorded: ReadonlySet<string> = new Set(),
): Shown {
  const atFault = new Set([...kept, ...out].map(({ name }) => name));
  const articles = content?.articles ?? [];
  const seen = articles.filter(({ teaser }) => ['published', 'expired'].includes(standing(teaser, now)));
  const names = seen.map(({ teaser }) => workOf(teaser));
  const isAsBefore = new Map(names.map((slug) => [slug, atFault.has(slug) || unrecorded.has(slug)]));
  const slugs = [...isAsBefore.keys()];
  return {
    asParsed: new Set(slugs.filter((slug) => !isAsBefore.get(slug))),
    asBefore: new Set(slugs.filter((slug) => isAsBefore.get(slug))),
    catalogue,
    arrangement: content && { site: content.site, front: content.front },
  };
}

/**
 * What readers see in the other languages of the publication once this content is built.
 *
 * @param unrecordedIn The articles of a language whose texts are work in progress and must not be stored.
 */
export function shownInOthers(
  { others }: Pick<WithoutFaults, 'others'>,
  now: Instant,
  unrecordedIn: (language: string) => ReadonlySet<string>,
): Map<string, Shown> {
  return new Map([...others].map(([language, sound]) => [language, shownBy(sound, now, unrecordedIn(language))]));
}

/** What readers continue to see as it was; articles and pages of other languages have the language before their names. */
export function keptIn({ kept, others }: SoundContent): AtFault[] {
  return [
    ...kept,
    ...[...others].flatMap(([language, sound]) =>
      sound.kept.map(({ name, problems }) => ({ name: isFileName(name) ? name : `${language}/${name}`, problems })),
    ),
  ];
}

/** Whether what is at fault is named by its file: a slug has no dot. */
function isFileName(name: string): boolean {
  return name.endsWith('.md');
}
