import type { Place } from '../../model/problem.ts';
import type { FrontMatter } from './front-matter.ts';

/** The place in a file of an offset in its body. */
export function placeInBody({ body, bodyLine }: Pick<FrontMatter, 'body' | 'bodyLine'>, offset: number): Place {
  const before = body.slice(0, offset).split(/\r\n|\r|\n/);
  return { line: bodyLine + before.length - 1, column: (before.at(-1) ?? '').length + 1 };
}
