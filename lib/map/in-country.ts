import { type Atlas, arcIndex, type Country } from './atlas.ts';

/** How many degrees beyond its outline a country extends: its waters, and what a simplified outline cuts off. */
const margin = 1;

/** Whether a position may be in a country: it is within the boxes around its pieces of land, or near them. */
export function mayBeIn(atlas: Atlas, { polygons }: Country, latitude: number, longitude: number): boolean {
  return polygons.some(({ rings }) => {
    const arcs = rings.flat().flatMap((arc) => atlas.arcs[arcIndex(arc)] ?? []);
    return (
      latitude >= Math.min(...arcs.map(({ south }) => south)) - margin &&
      latitude <= Math.max(...arcs.map(({ north }) => north)) + margin &&
      longitude >= Math.min(...arcs.map(({ west }) => west)) - margin &&
      longitude <= Math.max(...arcs.map(({ east }) => east)) + margin
    );
  });
}
