import type { Picture, Site } from '../model/model.ts';
import { type Atlas, type Country, loadAtlas } from './atlas.ts';
import { findCountry } from './countries.ts';
import type { MapWish } from './draw-map.ts';
import { drawnOnce } from './drawn-once.ts';
import { type Fineness, fitOutlines } from './fit-outlines.ts';
import type { Position, View } from './shapes/frame.ts';
import type { Line, Point } from './shapes/geometry.ts';
import { pathData } from './shapes/path-data.ts';
import { shareOutlines } from './share-outlines.ts';

/** A map for lists as plain data: where something is, without labels. */
export type SmallMap = {
  viewBox: string;
  /** The data of paths; dots are zero-length lines with round caps. */
  paths: { land: string; home: string; edges: string; border: string; spots: string };
  /** Whether the paths of areas are stroked; `edges` are the lines without an area. */
  outlined: { land: boolean; home: boolean };
};

/** Worth a few hundred bytes, and visible at the width of a third of a page. */
const coarse: Fineness = { mostPoints: 130, finest: 8, coarsest: 20 };

/** How many units of the large map's drawing one unit of the small map is. */
const scale = 3;

/** Draws a small map of places, which covers the same area as the wide form of the large one. */
export function drawSmallMap(
  atlas: Atlas,
  {
    places,
    emphasise,
    lang,
  }: Pick<MapWish, 'emphasise' | 'lang'> & { places: readonly { latitude: number; longitude: number }[] },
): SmallMap {
  const [one, other] = (emphasise ?? []).map((name) => findCountry(atlas, name, lang));
  const pair: [Country, Country] | undefined = one && other && [one, other];
  const positions = places.map(({ latitude, longitude }): Position => [longitude, latitude]);
  const { frame, land, home, edges, border } = fitOutlines(atlas, positions, pair, coarse);
  const small = { land: shrunk(land), home: shrunk(home), edges: shrunk(edges) };
  const shared = shareOutlines(small, shrunkView(frame.whole));
  const { x, y, width, height } = shrunkView(frame.views.wide);
  const spots = positions.map((position) => scaled(frame.projection(position) ?? [0, 0]));
  return {
    viewBox: `${x} ${y} ${width} ${height}`,
    paths: {
      land: pathData(small.land),
      home: pathData(small.home),
      edges: pathData(shared.edges),
      border: pathData(shrunk(border)),
      spots: spots.map(([left, top]) => `M${left} ${top}h0`).join(''),
    },
    outlined: { land: shared.land, home: shared.home },
  };
}

type SmallWish = Parameters<typeof drawSmallMap>[1];

const drawn = drawnOnce('small', 1000, (wish: SmallWish) => drawSmallMap(loadAtlas(), wish));

/** The small map of an article's picture, drawn once, since an article is in several lists. */
export function smallMapOf(picture: Extract<Picture, { kind: 'map' }>, { lang }: Pick<Site, 'lang'>): SmallMap {
  const places = picture.places.flatMap(({ position }) => position ?? []);
  return drawn({ places, emphasise: picture.emphasise, lang });
}

/** Lines at the scale of the small map; coinciding points are merged. */
function shrunk(lines: readonly Line[]): Line[] {
  return lines
    .map((line) =>
      line.map(scaled).filter(([x, y], index, points) => {
        const before = points[index - 1];
        return before?.[0] !== x || before[1] !== y;
      }),
    )
    .filter(({ length }) => length > 1);
}

function shrunkView({ x, y, width, height }: View): View {
  const by = (number: number) => Math.round(number / scale);
  return { x: by(x), y: by(y), width: by(width), height: by(height) };
}

function scaled([x, y]: Point): Point {
  return [Math.round(x / scale), Math.round(y / scale)];
}
