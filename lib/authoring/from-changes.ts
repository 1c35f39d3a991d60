import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { articleFolders } from '../content/files/content-places.ts';
import { type FrontMatter, readFrontMatter } from '../content/files/front-matter.ts';
import { articleSchema } from '../content/files/schema.ts';
import { type ContentFolder, readSource } from '../content/files/source-file.ts';
import { loadSite } from '../content/load-site.ts';
import { isChanged, type StatedChange, unfitChange } from '../content/record/pending-change.ts';
import { nameIn } from '../content/translations/edition.ts';
import type { VersionKind } from '../model/model.ts';
import type { Instant } from '../model/moment.ts';
import { ContentError, type Problem } from '../model/problem.ts';
import { writeWhole } from '../processes/write-whole.ts';
import { AuthoringError } from './authoring-error.ts';
import { type Commit, conflictedFiles } from './git-files.ts';
import { openContent, readArticle } from './load-article.ts';
import { renumber } from './renumber.ts';
import { prepareVersion } from './revise.ts';
import { withoutKey } from './without-key.ts';

/** The text of an article in a language, whose `index.md` has the key `change`. */
type Stated = { slug: string; lang: string | undefined; file: string; frontMatter: FrontMatter };

type Outcome =
  | { is: 'recorded'; number: number; kind: VersionKind }
  /** The article is a draft: what has changed is said when readers see it. */
  | { is: 'waiting' }
  /** It cannot be recorded as it is; nothing was written. */
  | { is: 'at fault'; problems: readonly Problem[] };

/** What has become of a change that an editor stated. */
export type FromChange = Pick<Stated, 'slug' | 'lang' | 'file'> & Outcome;

/**
 * Records every change that is stated under the key `change` of an `index.md`, or of a translation, and removes the key. What is
 * at fault stays as it is and does not stop the others.
 *
 * @param mayWrite Whether files are written; if not, the result is what would be.
 */
export function recordChanges(content: string, now: Instant, mayWrite = true): FromChange[] {
  const folder = openContent(content);
  return statedChanges(folder).map((stated) => {
    const { slug, lang, file } = stated;
    try {
      return { slug, lang, file, ...recordOne(content, stated, now, mayWrite) };
    } catch (error) {
      if (error instanceof ContentError) return { slug, lang, file, is: 'at fault', problems: error.problems };
      if (!(error instanceof AuthoringError)) throw error;
      return { slug, lang, file, is: 'at fault', problems: [unfit(stated, ['change'], error.message)] };
    }
  });
}

function recordOne(content: string, stated: Stated, now: Instant, mayWrite: boolean): Outcome {
  const { slug, lang, file, frontMatter } = stated;
  const { teaser, text, record, site } = readArticle(content, slug, lang);
  if (teaser.draft) return { is: 'waiting' };
  const change = changeIn(frontMatter);
  const rest = change && withoutKey(readFileSync(file, 'utf8'), 'change');
  if (!change || rest === undefined) {
    const message = 'The key change shares its line with others. Give it lines of its own.';
    return { is: 'at fault', problems: [unfit(stated, ['change'], message)] };
  }
  const latest = record.at(-1);
  const { kind, note, was, is } = change;
  const changed = { lang: site.lang, latest, text };
  if (latest && !isChanged(changed)) {
    // A run that was interrupted has recorded it, and has not come to removing the key.
    if (latest.kind === kind && latest.note === note.trim()) {
      if (mayWrite) writeWhole(file, rest);
      return { is: 'recorded', number: latest.number, kind };
    }
    const message = `Nothing has changed since version ${latest.number}. Remove the key change, with all that it says.`;
    return { is: 'at fault', problems: [unfit(stated, ['change'], message)] };
  }
  const fault = unfitChange(change, changed);
  if (fault) return { is: 'at fault', problems: [unfit(stated, fault.path, fault.message)] };
  const passages = was === undefined || is === undefined ? [] : [{ was, is }];
  const prepared = prepareVersion(content, { slug, lang, kind, note, passages }, now);
  if (mayWrite) {
    prepared.write();
    writeWhole(file, rest);
  }
  return { is: 'recorded', number: prepared.number, kind };
}

/**
 * Gives, during a merge, all versions that two branches recorded under one number a number each.
 *
 * @param since What is published: its versions keep their numbers.
 * @throws AuthoringError if one of these articles has a change that is not recorded yet; otherwise as {@link renumber}.
 */
export function renumberConflicts(
  content: string,
  since: Commit | undefined,
  now: Instant,
): { slug: string; lang: string | undefined; from: number; to: number; file: string }[] {
  const stated = statedChanges(openContent(content));
  const conflicts = conflictedFiles(content).flatMap((path) => {
    const [, slug, lang] = /^articles\/([^/]+)\/versions\/\d+(?:\.([\w-]+))?\.md$/.exec(path) ?? [];
    return slug === undefined ? [] : [{ slug, lang }];
  });
  const articles = new Map(conflicts.map((article) => [Object.values(article).join('.'), article]));
  return [...articles.values()].flatMap(({ slug, lang }) => {
    const pending = stated.find((one) => one.slug === slug && one.lang === lang);
    if (pending) {
      throw new AuthoringError(
        `${pending.file} has a change that is not recorded yet. Record it on its own branch, before the merge: there, run npm run revise -- --from-changes.`,
      );
    }
    return renumber({ content, slug, lang, since }, now).map((moved) => ({ slug, lang, ...moved }));
  });
}

/** The texts with the key `change`, the first language of an article before its translations. */
function statedChanges(folder: ContentFolder): Stated[] {
  const ignore = () => {};
  const { languages } = loadSite(folder, ignore);
  return articleFolders(folder, ignore).flatMap((slug) =>
    languages.flatMap((language, index) => {
      const path = join('articles', slug, nameIn({ lang: language, languages }, 'index.md'));
      const source = readSource(folder, path, ignore);
      if (!source || !/\bchange\b/.test(source.text)) return [];
      const frontMatter = readFrontMatter(source, ignore);
      if (!frontMatter || !Object.hasOwn(Object(frontMatter.data), 'change')) return [];
      return { slug, lang: index === 0 ? undefined : language, file: join(folder.dir, path), frontMatter };
    }),
  );
}

function changeIn({ data }: FrontMatter): StatedChange | undefined {
  const { change } = data as { change?: z.input<typeof articleSchema>['change'] };
  return articleSchema.shape.change.parse(change);
}

function unfit({ frontMatter }: Stated, path: readonly PropertyKey[], message: string): Problem {
  const place = path.length > 1 ? frontMatter.placeOf(path) : frontMatter.placeOfKey(path);
  return { file: frontMatter.file, ...place, code: 'change-unfit', message };
}
