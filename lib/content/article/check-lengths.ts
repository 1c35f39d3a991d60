import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';

/**
 * The lengths in characters at which lists and search engines cut a headline off, and readers skip a standfirst. A still longer
 * headline is an error.
 */
const longest = new Map<
  unknown,
  { most: number; below: number; name: string; code: 'headline-long' | 'standfirst-long' }
>([
  ['title', { most: 70, below: 111, name: 'headline', code: 'headline-long' }],
  ['standfirst', { most: 200, below: Number.POSITIVE_INFINITY, name: 'standfirst', code: 'standfirst-long' }],
]);

/** Warns of an article's headline and standfirst if they are long. */
export function checkLengths(frontMatter: FrontMatter, report: Report): void {
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    const limit = path.length === 1 ? longest.get(path[0]) : undefined;
    const length = [...text.trim()].length;
    if (!limit || length <= limit.most || length >= limit.below) continue;
    const message = `The ${limit.name} has ${length} characters; more than ${limit.most} are cut off or hard to take in. Shorten it.`;
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code: limit.code, message });
  }
}
