import type { View } from '../shapes/frame.ts';

/**
 * Where a point of the drawing is in a view: fractions of the view's width from its upper left corner, rounded as in the
 * SVG, so that labels are placed exactly where they will be drawn.
 *
 * @param steps The number of steps in the width and the height: 1000 for tenths of a per cent.
 */
export function inView(x: number, y: number, view: View, steps = 1000): { x: number; y: number } {
  const aspect = view.height / view.width;
  return {
    x: Math.round(((x - view.x) / view.width) * steps) / steps,
    y: (Math.round(((y - view.y) / view.height) * steps) / steps) * aspect,
  };
}
