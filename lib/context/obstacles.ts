import type { View } from './frame.ts';
import type { Line } from './geometry.ts';
import { type Box, boxAt } from './label-box.ts';

/** How far apart the points of a line are at the most, and how much each keeps free around it, in CSS pixels. */
const spacing = 6;
const radius = 3.5;

/**
 * What labels shall not cover of a line: boxes along it, so close to each other that no label fits between two.
 *
 * @param lines In units of the drawing.
 * @param widest The greatest width in CSS pixels at which the view is shown.
 */
export function boxesAlong(lines: readonly Line[], view: View, widest: number): Box[] {
  const step = (spacing * view.width) / widest;
  const boxes: Box[] = [];
  const put = (x: number, y: number) => {
    if (x < view.x || x > view.x + view.width || y < view.y || y > view.y + view.height) return;
    const around = { left: -radius, right: radius, top: -radius, bottom: radius };
    boxes.push(boxAt((x - view.x) / view.width, (y - view.y) / view.width, around));
  };
  for (const line of lines) {
    for (const [index, [x, y]] of line.entries()) {
      const [nextX, nextY] = line[index + 1] ?? [x, y];
      const pieces = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / step));
      for (let piece = 0; piece < pieces; piece++) {
        put(x + ((nextX - x) * piece) / pieces, y + ((nextY - y) * piece) / pieces);
      }
    }
  }
  return boxes;
}
