import { parseInstant } from '../../model/moment.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';

/** For how many years an editor may still type an offset that the zone used to have. */
const remembered = 10;

/**
 * Warns of instants of publication whose offset is one that the zone of the site has, but not on that day: forgetting summer
 * time shifts the instant by an hour. Offsets of other zones and `Z` are taken to be intended.
 */
export function checkOffsets(frontMatter: FrontMatter, timeZone: string, report: Report): void {
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    if (path.length !== 1 || (path[0] !== 'published' && path[0] !== 'expires')) continue;
    const written = /[+-]\d{2}:\d{2}$/.exec(text)?.[0];
    const parsed = parseInstant(text);
    if (written === undefined || !('value' in parsed)) continue;
    const instant = Temporal.Instant.fromEpochMilliseconds(parsed.value).toZonedDateTimeISO(timeZone);
    if (instant.offset === written || !offsetsBefore(instant).has(written)) continue;
    const local = text.slice(0, -written.length);
    const message = `${timeZone} was at ${instant.offset} then, and not at ${written}: this is ${instant.toPlainTime().toString({ smallestUnit: 'minute' })} there. Write ${local}${instant.offset} if you mean ${local.slice(11, 16)}.`;
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code: 'offset-unlikely', message });
  }
}

/** The offsets that a zone had in the years up to an instant, and in the year after. */
function offsetsBefore(instant: Temporal.ZonedDateTime): ReadonlySet<string> {
  const offsets = new Set<string>();
  const end = instant.add({ years: 1 });
  let at: Temporal.ZonedDateTime | null = instant.subtract({ years: remembered });
  while (at && Temporal.ZonedDateTime.compare(at, end) <= 0) {
    offsets.add(at.offset);
    at = at.getTimeZoneTransition('next');
  }
  return offsets;
}
