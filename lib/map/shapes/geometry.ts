/** A point on the flat map, in units of its drawing: to the right and down. */
export type Point = readonly [x: number, y: number];

/** Points that are joined in order. */
export type Line = readonly Point[];
