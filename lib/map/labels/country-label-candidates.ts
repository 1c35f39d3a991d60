import type { View } from '../shapes/frame.ts';
import type { Line, Point } from '../shapes/geometry.ts';
import type { Candidate } from './choose-labels.ts';
import { inView } from './in-view.ts';
import { type Anchor, flatness, isWithin } from './label-anchors.ts';
import { boxAround, type Widths } from './label-box.ts';
import { type AnchoredText, lineHeight, textWidth, waysToWrite } from './map-text.ts';

/** A way to write the name of a country, and its anchor point, as fractions of the map's width from the upper left corner. */
export type CountryLabelCandidate = Candidate & { x: number; y: number; isSmall: boolean; label: AnchoredText };

/** The sizes in components/article/map.css, in pixels, and the space around them. */
const home = { font: 15, tracking: 1, air: 5, isSmall: false };
const other = { font: 13, tracking: 0.5, air: 0, isSmall: false };
const small = { font: 12, tracking: 0, air: 0, isSmall: true };

/** The tallest of the usual system fonts reach this far above and below the baseline, as fractions of the font size. */
const ascent = 1.07;
const descent = 0.3;

/** How many anchor points are tried: this many of the best, and as many of the others. */
const tried = 40;

/** The cost of a name at the very edge of its country, in two lines, if it is wider than its country, and beside it. */
const atEdge = 30;
const inTwo = 5;
const tooWide = 60;
const beside = 70;

/** The cost of a name in small letters, for a country in which no larger one fits. */
const inSmall = 45;

/** The parts of a name that are checked for the land they are on, and the cost of each on that of another country. */
const partsOfName = [1 / 12, 3 / 12, 5 / 12, 7 / 12, 9 / 12, 11 / 12];
const abroad = 160;

/** The distance of a name beside its country, in pixels: close, or past a dot or the emphasised border. */
const gaps = [3, 10];

/**
 * The ways to write the name of a country: inside it if there is room, or else across its outline or beside
 * it.
 *
 * @param country Its name, and anchor points in its visible part, in units of the drawing, the best first.
 * @param others The outlines of the other countries.
 * @param view The visible part of the drawing.
 * @param widths The least and the greatest width at which it is shown.
 */
export function countryLabelCandidates(
  { name, isHome, spots }: { name: string; isHome: boolean; spots: readonly Anchor[] },
  others: readonly Line[],
  view: View,
  widths: Widths,
): CountryLabelCandidate[] {
  const best = spots[0] ?? { x: 0, y: 0, worth: 0, room: 1 };
  const some = [...spots.slice(0, tried), ...everyNth(spots.slice(tried), tried)];
  const written = (isHome ? [home] : [other, small]).flatMap((size) =>
    waysToWrite(name).map((lines) => ({ size, lines })),
  );
  return written.flatMap(({ size: { font, tracking, air, isSmall }, lines }) => {
    const wide = Math.max(...lines.map((line) => textWidth(line, font) + [...line].length * tracking));
    const height = (ascent + descent) * font + (lines.length - 1) * lineHeight;
    /** The name at an anchor point: how much of it is to the right of the point, how much is below, and how far away it begins. */
    const way = (spot: Point, right: number, below: number, gap: number, cost: number): CountryLabelCandidate => {
      const { x, y } = inView(...spot, view, 100);
      const left = (right - 1) * wide + sideOf(right) * gap;
      const baseline = Math.round(ascent * font + (below - 1) * height + sideOf(below) * gap);
      const top = baseline - ascent * font;
      return {
        box: boxAround(
          x,
          y,
          { left: left - air, right: left + wide + air, top: top - air, bottom: top + height + air },
          widths,
        ),
        cost: cost + (lines.length - 1) * inTwo + (isSmall ? inSmall : 0),
        x,
        y,
        isSmall,
        label: {
          lines,
          y: baseline,
          x: sideOf(right) * gap || 0,
          align: right === 0.5 ? 'middle' : right < 0.5 ? 'right' : 'left',
        },
      };
    };
    const needed = (Math.min(wide / 2, (height / 2) * flatness) * view.width) / widths.from;
    /** How many parts of a name are on the land of others at the least width. */
    const partsAbroad = ([x, y]: Point, right: number, below: number) =>
      partsOfName.filter((part) =>
        isWithin(others, [
          x + ((right - 1 + part) * wide * view.width) / widths.from,
          y + ((below - 0.5) * height * view.width) / widths.from,
        ]),
      ).length;
    const within = some.flatMap(({ x, y, room, worth }) => {
      const cost = (atEdge * (best.worth - worth)) / best.room;
      const centred = (price: number) => way([x, y], 0.5, 0.5, 0, cost + price);
      if (isHome || room >= needed) return [centred(0)];
      const parts = partsAbroad([x, y], 0.5, 0.5);
      // It is better to begin or end in the country if the rest is then on the sea.
      const fromOneEnd = [0, 1].flatMap((right) => {
        const fewer = partsAbroad([x, y], right, 0.5);
        return fewer < parts ? way([x, y], right, 0.5, 0, cost + tooWide + abroad * fewer) : [];
      });
      return [centred(tooWide + abroad * parts), ...fromOneEnd];
    });
    const around = besides(spots).flatMap(([spot, right, below]) => {
      const cost = beside + abroad * partsAbroad(spot, right, below);
      return gaps.map((gap) => way(spot, right, below, gap, cost + gap));
    });
    return [...within, ...around];
  });
}

function everyNth<T>(list: readonly T[], most: number): T[] {
  const step = Math.max(1, Math.ceil(list.length / most));
  return list.filter((_, index) => index % step === 0);
}

/** The side of its anchor point that a name with this fraction after the point is on: -1 before, 1 after, 0 around it. */
function sideOf(after: number): number {
  return Math.sign(after - 0.5);
}

/** Where a name may be beside a country: the outermost points of its visible part, and how much of the name is right of and below them. */
function besides(spots: readonly Anchor[]): [point: Point, right: number, below: number][] {
  const [first] = spots;
  if (!first) return [];
  const end = (far: (spot: Anchor) => number): Point => {
    const { x, y } = spots.reduce((one, other) => (far(other) > far(one) ? other : one), first);
    return [x, y];
  };
  const [east, west] = [end(({ x }) => x), end(({ x }) => -x)];
  const [south, north] = [end(({ y }) => y), end(({ y }) => -y)];
  const thirds = [0, 0.5, 1];
  return [
    ...thirds.map((below): [Point, number, number] => [east, 1, below]),
    ...thirds.map((below): [Point, number, number] => [west, 0, below]),
    ...thirds.map((right): [Point, number, number] => [south, right, 1]),
    ...thirds.map((right): [Point, number, number] => [north, right, 0]),
  ];
}
