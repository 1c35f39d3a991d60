import type { Line } from './geometry.ts';

/**
 * Lines as the data of an SVG path, each point relative to the one before, in as few characters as possible.
 *
 * @param lines With integer coordinates.
 */
export function pathData(lines: readonly Line[]): string {
  let data = '';
  let [lastX, lastY] = [0, 0];
  for (const line of lines) {
    for (const [index, [x, y]] of line.entries()) {
      data += (index === 0 ? `m${x - lastX}` : separated(x - lastX)) + separated(y - lastY);
      [lastX, lastY] = [x, y];
    }
  }
  return data;
}

/** A minus sign separates by itself. */
function separated(number: number): string {
  return number < 0 ? `${number}` : ` ${number}`;
}
