import type { View } from '../shapes/frame.ts';
import type { Line } from '../shapes/geometry.ts';
import { type Box, boxAround, type Widths } from './label-box.ts';

/** The greatest distance between points along a line, in pixels. */
const spacing = 6;

/**
 * Obstacles along a line, close enough together that no label fits between them.
 *
 * @param lines The lines, in units of the drawing.
 * @param widths The least and the greatest width at which the view is shown.
 * @param radius The space to keep free around each point, in pixels.
 */
export function obstaclesAlong(lines: readonly Line[], view: View, widths: Widths, radius: number): Box[] {
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
        // The points of a rugged coast are closer together than boxes need to be.
        if (Math.hypot(atX - lastX, atY - lastY) < step / 2) continue;
        put(atX, atY);
        [lastX, lastY] = [atX, atY];
      }
    }
  }
  return boxes;
}
