import type { Instant } from '../../model/moment.ts';
import { parseInstant } from '../../model/moment.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';

/** How far dates may be from the day of publication, in years: plans for a century can be news, and sources are older. */
const far = { source: 5, timeline: 100 };

/** The first year: no newspaper is older. */
const firstYear = 1600;

/** Warns of dates in an article's sources and timeline that are implausible, most often because two digits are swapped. */
export function checkYears(frontMatter: FrontMatter, report: Report): void {
  const texts = frontMatterStrings(frontMatter);
  const published = yearOf(texts.find(({ path }) => path.length === 1 && path[0] === 'published')?.text);
  if (published === undefined) return;
  if (published < firstYear) say(frontMatter, ['published'], `published is in the year ${published}`, report);
  for (const { text, path } of texts) {
    const year = yearOf(text);
    if (year === undefined) continue;
    const isSource = path[0] === 'sources' && path[2] === 'date';
    const isEvent = path[0] === 'timeline' && path[2] === 'when';
    const most = published + (isSource ? far.source : far.timeline);
    if ((!isSource && !isEvent) || (year <= most && (isEvent || year >= firstYear || published < firstYear))) continue;
    const what = isSource ? 'This source' : 'This event';
    say(frontMatter, path, `${what} is of the year ${year}, and the article of ${published}`, report);
  }
}

/**
 * Warns of articles whose day of publication is more than a year ahead.
 */
export function checkAhead(
  articles: readonly { file: string; teaser: { published: Instant; draft: boolean } | undefined }[],
  now: Instant,
  report: Report,
): void {
  const { epochMilliseconds: nextYear } = Temporal.Instant.fromEpochMilliseconds(now).add({ hours: 24 * 366 });
  for (const { file, teaser } of articles) {
    if (!teaser || teaser.published <= nextYear) continue;
    const year = new Date(teaser.published).getUTCFullYear();
    const message = `This article is under embargo until ${year}. Correct the year of published if it is wrong.`;
    report({ file, line: 1, column: 1, code: 'year-unlikely', message });
  }
}

function say({ file, placeOf }: FrontMatter, path: KeyPath, what: string, report: Report): void {
  report({
    file,
    ...placeOf(path),
    code: 'year-unlikely',
    message: `${what}. Correct the year if it is wrong.`,
  });
}

/** The year of a date; `undefined` if it is not a date. */
function yearOf(text: string | undefined): number | undefined {
  const [, year] = /^(\d{4})-\d{2}(?:-\d{2}(?:T.*)?)?$/.exec(text ?? '') ?? [];
  if (year === undefined || text === undefined) return undefined;
  return text.includes('T') && !('value' in parseInstant(text)) ? undefined : Number(year);
}
