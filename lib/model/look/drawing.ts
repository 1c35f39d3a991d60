/** A drawing of the publication: its checked SVG, and its size in its own units. */
export type Drawing = { svg: string; width: number; height: number };
