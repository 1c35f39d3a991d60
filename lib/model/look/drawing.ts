/** A drawing of the publication: its SVG, which has been checked, and its size in units of its own. */
export type Drawing = { svg: string; width: number; height: number };
