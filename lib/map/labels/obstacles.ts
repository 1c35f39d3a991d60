import type { View } from '../shapes/frame.ts';
import type { Line } from '../shapes/geometry.ts';
import { type Box, boxAround, type Widths } from './label-box.ts';

/** How far apart the points of a line are at most, in pixels. */
const spacing = 6;

/**
 * What labels should not cover of a line: boxes along it, so close to each other that no label fits between two.
 *
 * @param lines In units of the drawing.
 * @param widths Between which the view is shown.
 * @param radius How much each point of a line keeps free around it, in pixels.
 */
export function boxesAlong(lines: readonly Line[], view: View, widths: Widths, radius: number): Box[] {
  const step = (spacing * view.width) / widths.to;
  const boxes: Box[] = [];
  const put = (x: number, y: number) => {
    if (x < view.x || x > view.x + view.width || y < view.y || y > view.y + view.height) return;
    const around = { left: -radius, right: radius, top: -radius, bottom: radius };
    boxes.push(boxAround((x - view.x) / view.width, (y - view.y) / view.width, around, widths));
  };
  for (const line of lines) {
    let [lastX, lastY] = [Number.NaN, Number.NaN];
    for (const [index, [x, y]] of line.entries()) {
      const [nextX, nextY] = line[index + 1] ?? [x, y];
      const pieces = Math.max(1, Math.ceil(Math.hypot(nextX - x, nextY - y) / step));
      for (let piece = 0; piece < pieces; piece++) {
        const [atX, atY] = [x + ((nextX - x) * piece) / pieces, y + ((nextY - y) * piece) / pieces];
        // Where a coast is rugged, its points are closer together than boxes need to be.
        if (Math.hypot(atX - lastX, atY - lastY) < step / 2) continue;
        put(atX, atY);
        [lastX, lastY] = [atX, atY];
      }
    }
  }
  return boxes;
}
