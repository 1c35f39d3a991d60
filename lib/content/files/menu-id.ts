import type { Place } from '../../model/problem.ts';

/** An id in a menu of site.md, and its place. */
export type MenuId = Place & { file: string; id: string };
