import { handOverPreview } from '../content/current-publication.ts';
import { loadContent } from '../content/load-content.ts';
import type { Instant } from '../content/moment.ts';
import { ContentError, isError, type Problem } from '../content/problem.ts';
import { type Publication, previewUnpublished } from '../content/publish.ts';
import { changesAhead } from '../content/schedule.ts';
import { unrecordedChanges } from '../content/unrecorded.ts';
import { followContent, quiet } from '../press/follow-content.ts';
import { keptArticles } from '../press/kept-articles.ts';
import { passingDatabase } from '../press/workshop.ts';

/** The content as it was read last. */
export type Reading = {
  /** Names what is to be seen: another revision shows something else. */
  revision: string;
  /** Why there is nothing to be seen; empty where all is well. */
  problems: readonly Problem[];
  /** What is shown, and would stop a build. */
  warnings: readonly Problem[];
  /** What is shown; that of the last sound reading where there are problems, `undefined` where there was none. */
  publication: Publication | undefined;
};

export type PreviewSettings = {
  content: string;
  /** The instant that is previewed: the clock, or one that stands still. */
  now: () => Instant;
  /** Receives each reading after the first. */
  changed: (reading: Reading) => void;
};

/** A preview that follows its content. */
export type OpenPreview = { latest: () => Reading; close: () => Promise<void> };

/** The longest that a timer can wait. */
const longest = 2 ** 31 - 1;

/**
 * Reads the content and hands a preview of it over to the pages of this process: at once, after each change, and when an
 * embargo ends or an article expires. Nothing is written.
 *
 * While the content has problems, the pages keep the preview from before.
 *
 * @throws ContentError where there is no such folder.
 */
export async function openPreview({ content, now, changed }: PreviewSettings): Promise<OpenPreview> {
  const store = keptArticles({ db: passingDatabase() }, content, 'preview');
  const began = Date.now();
  let count = 0;
  let publication: Publication | undefined;
  let suspects: ReadonlySet<string> | 'all' = 'all';
  let pause: NodeJS.Timeout | undefined;
  let alarm: NodeJS.Timeout | undefined;

  const again = () => {
    latest = read();
    changed(latest);
  };
  const read = (): Reading => {
    store.suspect(suspects);
    suspects = new Set();
    count += 1;
    const revision = `${began}-${count}`;
    const instant = now();
    const { content: whole, problems } = loadContent(content, store);
    if (!whole) {
      // What cannot be shown now is looked at again with the next change.
      suspects = 'all';
      return { revision, problems: problems.filter(isError), warnings: [], publication };
    }
    const preview = previewUnpublished(whole, instant);
    handOverPreview({ ...preview, revision });
    publication = preview.publication;
    clearTimeout(alarm);
    const [next] = changesAhead(whole, instant);
    if (next !== undefined) alarm = setTimeout(again, Math.min(Math.max(next - instant, 0), longest));
    // Without errors, all that is left are warnings.
    const warnings = [...problems, ...unrecordedChanges(whole.articles, instant).filter(isError)];
    return { revision, problems: [], warnings, publication };
  };
  let latest = read();
  if (latest.problems.some(({ code }) => code === 'content-missing')) throw new ContentError(latest.problems);

  const unfollow = await followContent(content, (slugs) => {
    suspects = slugs === 'all' || suspects === 'all' ? 'all' : suspects.union(slugs);
    clearTimeout(pause);
    pause = setTimeout(again, quiet);
  });
  return {
    latest: () => latest,
    close: async () => {
      await unfollow();
      clearTimeout(pause);
      clearTimeout(alarm);
    },
  };
}
