import { checkAhead } from '../content/article/check-years.ts';
import { readContent } from '../content/load-content.ts';
import type { Instant } from '../model/moment.ts';
import { formatProblem, isError, type Problem } from '../model/problem.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import { reviewStored } from '../review/review-texts.ts';
import { type Appearances, readAppearances } from '../versions/appearances.ts';
import { appearing, type Unrecorded } from './appearing.ts';
import type { ArticleCache } from './cache/article-cache.ts';
import type { BuildCache } from './cache/build-cache.ts';
import type { Manifest } from './cache/manifest.ts';
import type { PictureStore } from './cache/picture-store.ts';
import { type SoundContent, shownBy, shownInOthers, soundContent } from './sound-content.ts';
import { textNow } from './text-now.ts';

/** Runs one stage of a build, and notes how long it took. */
export type Stage = <Result>(name: string, work: () => Result | Promise<Result>) => Promise<Result>;

type ReadSettings = {
  content: string;
  out: string;
  now: Instant;
  /** Whether an unrecorded published text is an error, or only reported. */
  unrecorded: 'refuse' | 'tell';
  buildCache: BuildCache;
  store: ArticleCache;
  manifest: Manifest;
  pictures: PictureStore;
  /** Receives the errors that are found after the content was read; the workers of the build know them, too. */
  found: Problem[];
  say: (line: string) => void;
  stage: Stage;
};

/** The content of a site, as far as it can be built. */
export type ReadSite = {
  sound: SoundContent;
  /** What the next build has to know of texts under embargo. */
  appearances: Appearances;
  /** Stores what readers see once this site is built. */
  noteShown: () => void;
};

/**
 * Reads the content of a site: replaces what is at fault with its last good state, makes the copies of pictures, and decides
 * what to do about published texts that are not recorded.
 *
 * @throws ContentError if an error leaves nothing that could be built.
 */
export async function readSite(settings: ReadSettings): Promise<ReadSite> {
  const { content, out, now, unrecorded, buildCache, store, manifest, pictures, found, say, stage } = settings;
  const command = suggestedCommand('revise', ['--due'], { content, out });
  const before = readAppearances(buildCache.dir);
  const unrecordedIn = new Map<string | undefined, Unrecorded>();
  const read = await stage('read', () =>
    store.inOneStep(() =>
      readContent(content, store, reviewStored, (articles, report, _inFront, language) => {
        const textOf = (slug: string) => textNow(content, slug, language);
        const appeared = appearing(articles, now, before, language, textOf, command);
        unrecordedIn.set(language, appeared);
        if (unrecorded === 'tell') return;
        for (const problem of appeared.problems.values()) report(problem);
        if (language === undefined) checkAhead(articles, now, report);
      }),
    ),
  );
  const warnings = read.problems.length - read.errors.length;
  if (warnings > 0) say(aboutWarnings(warnings, content));
  const lastSite = () => {
    const site = manifest.siteAfter(Number.NEGATIVE_INFINITY);
    const files = manifest.madeFrom();
    const has = (name: string) => files.get(`${name.replace(/^pages\//, '')}/index.html`) !== undefined;
    return site && ((name: string) => name in site.texts || has(name));
  };
  const sound = await stage('pictures', () =>
    soundContent(read, { lastGood: store.lastGood, pictures, now, found, out, lastSite }),
  );
  const all = [...unrecordedIn.values()];
  const appearances: Appearances = {
    embargoed: Object.assign({}, ...all.map(({ kept }) => kept.embargoed)),
    appeared: Object.assign({}, ...all.map(({ kept }) => kept.appeared)),
  };
  const due = Object.keys(appearances.appeared);
  if (due.length > 0) say(`Appeared without a recorded version: ${due.join(', ')}. ${command} writes it.`);
  const changes = all.flatMap(({ problems }) => [...problems.values()]).filter(isError);
  if (unrecorded === 'refuse') found.push(...changes);
  else for (const problem of changes) say(formatProblem(problem, () => 'warning'));
  const changedIn = (language: string | undefined) => {
    const { problems = [] } = unrecordedIn.get(language) ?? {};
    return new Set([...problems].flatMap(([slug, problem]) => (isError(problem) ? slug : [])));
  };
  const noteShown = () =>
    store.lastGood.note(shownBy(sound, now, changedIn(undefined)), shownInOthers(sound, now, changedIn));
  return { sound, appearances, noteShown };
}

function aboutWarnings(count: number, content: string): string {
  const [warnings, them] = count === 1 ? ['warning', 'it'] : ['warnings', 'them'];
  return `The content has ${count} ${warnings}: ${suggestedCommand('check', [], { content })} lists ${them}.`;
}
