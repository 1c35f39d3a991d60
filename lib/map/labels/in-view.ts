import type { View } from '../shapes/frame.ts';

/**
 * Where a point of the drawing is in a view: parts of the view's width from its upper left corner, rounded as it will be
 * written down, so that labels are placed where they will be drawn.
 *
 * @param steps In how many parts width and height are divided: 1000 for tenths of a per cent.
 */
export function inView(x: number, y: number, view: View, steps = 1000): { x: number; y: number } {
  const aspect = view.height / view.width;
  return {
    x: Math.round(((x - view.x) / view.width) * steps) / steps,
    y: (Math.round(((y - view.y) / view.height) * steps) / steps) * aspect,
  };
}
