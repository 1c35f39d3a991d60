import type { View } from './frame.ts';

/** A tenth of a per cent: as finely as points are written down. */
const steps = 1000;

/**
 * Where a point of the drawing is in a view: parts of the view's width from its upper left corner, rounded to tenths of a
 * per cent of width and height, so that labels are placed where they will be drawn.
 */
export function inView(x: number, y: number, view: View): { x: number; y: number } {
  const aspect = view.height / view.width;
  return {
    x: Math.round(((x - view.x) / view.width) * steps) / steps,
    y: (Math.round(((y - view.y) / view.height) * steps) / steps) * aspect,
  };
}
