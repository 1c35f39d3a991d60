import { isBefore, type Moment, parseInstant, parseMoment } from '../../model/moment.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';

/**
 * Reports dates of an article that are in the wrong order: an end before its beginning, or a timeline entry after a
 * later one. Invalid dates are skipped here; the schema reports them.
 */
export function checkOrder(frontMatter: FrontMatter, report: Report): void {
  const { file, placeOf } = frontMatter;
  const texts = frontMatterStrings(frontMatter);
  const instantAt = (key: string) => {
    const parsed = parseInstant(texts.find(({ path }) => path.join('.') === key)?.text ?? '');
    return 'value' in parsed ? parsed.value : undefined;
  };
  const [published, expires] = [instantAt('published'), instantAt('expires')];
  if (published !== undefined && expires !== undefined && expires <= published) {
    const message = 'expires is not after published. Correct one of the two.';
    report({ file, ...placeOf(['expires']), code: 'date-order', message });
  }

  const pinned = instantAt('pinnedUntil');
  if (published !== undefined && pinned !== undefined && pinned <= published) {
    const message = 'pinnedUntil is not after published. Correct one of the two.';
    report({ file, ...placeOf(['pinnedUntil']), code: 'date-order', message });
  }

  const retracted = instantAt('retracted.when');
  if (published !== undefined && retracted !== undefined && retracted <= published) {
    const message = 'The article is retracted before it is published. Correct one of the two instants.';
    report({ file, ...placeOf(['retracted', 'when']), code: 'date-order', message });
  }

  const before: { when: Moment; path: KeyPath }[] = [];
  for (const { text, path } of texts) {
    if (path[0] !== 'timeline' || path[2] !== 'when') continue;
    const parsed = parseMoment(text);
    if (!('value' in parsed)) continue;
    const later = before.find(({ when }) => isBefore(parsed.value, when));
    if (later) {
      const message = `${text} was before ${later.when.value}. Move this entry up, before timeline[${Number(later.path[1]) + 1}].`;
      report({ file, ...placeOf(path), code: 'timeline-order', message });
    }
    before.push({ when: parsed.value, path });
  }
}
