import type { Candidate } from './choose-labels.ts';
import type { View } from './frame.ts';
import { boxAt } from './label-box.ts';
import { type HungText, lineHeight, textWidth, waysToWrite } from './map-text.ts';
import { flatness, type Spot } from './spots.ts';

/** A way to write the name of a country, and where it hangs, as parts of the map's width from its upper left corner. */
export type CountryWay = Candidate & { x: number; y: number; label: HungText };

/** The sizes in components/map.css, in CSS pixels: those of an emphasised country, and of others. */
const sizes = { home: { font: 14, tracking: 2 }, other: { font: 12, tracking: 1 } };

/** The tallest of the usual system fonts reach this far above and below the baseline, in parts of the font size. */
const ascent = 1.07;
const descent = 0.3;

/** How many spots are tried: the best. */
const tried = 40;

/** What a name costs at the very edge of its country, and in two lines. */
const atEdge = 30;
const inTwo = 5;

/**
 * The ways to write the name of a country into what is seen of it: where there is room.
 *
 * @param spots Points inside the country in units of the drawing, the best first.
 * @param view What of the drawing is seen.
 * @param from The least width in CSS pixels at which it is shown.
 */
export function countryWays(
  { name, isHome, spots }: { name: string; isHome: boolean; spots: readonly Spot[] },
  view: View,
  from: number,
): CountryWay[] {
  const { font, tracking } = isHome ? sizes.home : sizes.other;
  const best = spots[0] ?? { worth: 0, room: 1 };
  return waysToWrite(name).flatMap((lines) => {
    const half = Math.max(...lines.map((line) => textWidth(line, font) + [...line].length * tracking)) / 2;
    const halfHigh = ((ascent + descent) * font + (lines.length - 1) * lineHeight) / 2;
    // Other countries than those of the article keep their names to themselves.
    const needed = isHome ? 0 : (Math.min(half, halfHigh * flatness) * view.width) / from;
    const roomy = spots.slice(0, tried).filter(({ room }) => room >= needed);
    return roomy.map((spot): CountryWay => {
      const x = (spot.x - view.x) / view.width;
      const y = (spot.y - view.y) / view.width;
      return {
        box: boxAt(x, y, { left: -half, right: half, top: -halfHigh, bottom: halfHigh }),
        cost: (atEdge * (best.worth - spot.worth)) / best.room + (lines.length - 1) * inTwo,
        x,
        y,
        label: { lines, x: 0, y: Math.round(ascent * font - halfHigh), align: 'middle' },
      };
    });
  });
}
