import { type GeoPermissibleObjects, type GeoProjection, geoStream } from 'd3-geo';
import type { Line, Point } from './geometry.ts';

/** Projects lines, or the rings of polygons, cut to what the projection shows and rounded to whole units. */
export function projectShape(shape: GeoPermissibleObjects, projection: GeoProjection): Line[] {
  const lines: Point[][] = [];
  const sink = {
    lineStart: () => void lines.push([]),
    point: (x: number, y: number) => {
      const line = lines.at(-1);
      const point: Point = [Math.round(x), Math.round(y)];
      const before = line?.at(-1);
      if (before?.[0] !== point[0] || before[1] !== point[1]) line?.push(point);
    },
    lineEnd: () => {},
    polygonStart: () => {},
    polygonEnd: () => {},
  };
  geoStream(shape, projection.stream(sink));
  return lines.filter(({ length }) => length > 1);
}

/** Whether a line ends where it begins. */
export function isClosed(line: Line): boolean {
  const [first, last] = [line[0], line.at(-1)];
  return line.length > 2 && first?.[0] === last?.[0] && first?.[1] === last?.[1];
}

/** The area that a ring encloses, in square units (the shoelace formula). */
export function areaOf(ring: Line): number {
  let twice = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [0, 0];
    twice += x * nextY - nextX * y;
  }
  return Math.abs(twice) / 2;
}
