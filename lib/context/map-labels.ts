import { type Candidate, chooseLabels, type Wanted } from './choose-labels.ts';
import { type CountryWay, countryWays } from './country-ways.ts';
import { type FormName, type Frame, forms } from './frame.ts';
import type { Line, Point } from './geometry.ts';
import { type Box, isInside, overlap } from './label-box.ts';
import type { HungText } from './map-text.ts';
import { boxesAlong } from './obstacles.ts';
import { dotBox, type PlaceWay, placeWays } from './place-ways.ts';
import { scaleBars } from './scale-bar.ts';
import { type ScaleWay, scaleWays } from './scale-ways.ts';
import { spotsIn } from './spots.ts';

/**
 * What a form of the map says, besides its lines. Points are parts of the map's width from its upper left corner. A place
 * has its dot in any case, and its name where there is room for it.
 */
export type MapLabels = {
  places: { name: string; x: number; y: number; label: HungText | undefined }[];
  countries: { name: string; x: number; y: number; isHome: boolean; label: HungText }[];
  scale: Pick<ScaleWay, 'x' | 'y' | 'bars'> | undefined;
};

/** What there is to be named: points and rings in units of the drawing. */
export type Named = {
  places: readonly { name: string; point: Point }[];
  countries: readonly { name: string; rings: readonly Line[]; isHome: boolean }[];
  edges: readonly Line[];
  border: readonly Line[];
  lang: string;
  dir: 'ltr' | 'rtl';
};

/** A way to place any of them. */
type Way =
  | (PlaceWay & { kind: 'place'; place: number })
  | (CountryWay & { kind: 'country'; name: string; isHome: boolean })
  | (ScaleWay & { kind: 'scale' });

/** How bad it is to leave something out. */
const absence = { place: 1000, home: 600, scale: 300, neighbour: 100 };

/** What each piece of a coast or a border costs that a label covers. */
const crossing = 2;

/** What it costs to come close to the dot of another place: a name belongs to the dot beside it. */
const besideOther = 15;

/** How far labels stay from the frame, in CSS pixels. */
const margin = 4;

/**
 * Places the names of places and countries and the scale on one form of the map.
 *
 * Places come first, then the emphasised countries and the scale. Names of neighbours take what room is left.
 */
export function labelForm(formName: FormName, frame: Frame, named: Named): MapLabels {
  const form = forms[formName];
  const view = frame.views[formName];
  const places = named.places.map(({ name, point: [x, y] }) => {
    return { name, x: (x - view.x) / view.width, y: (y - view.y) / view.width };
  });
  const countries = named.countries
    .map(({ name, isHome, rings }) => ({ name, isHome, spots: spotsIn(rings, view) }))
    .sort((a, b) => b.spots.length - a.spots.length);
  const bars =
    frame.kilometresPerUnit === undefined ? undefined : scaleBars(view.width * frame.kilometresPerUnit, named.lang);

  const edges = boxesAlong(named.edges, view, form.to);
  const dots = places.map(({ x, y }) => dotBox(x, y, 5));
  const besideDots = places.map(({ x, y }) => dotBox(x, y, 14));
  const taken = [...boxesAlong(named.border, view, form.to), ...dots];
  const isFree = ({ box }: Candidate) =>
    isInside(box, form, margin) && !taken.some((other) => overlap(box, other, form));
  const count = (boxes: readonly Box[], box: Box) => boxes.filter((other) => overlap(box, other, form)).length;
  /** A label with the ways to place it that cover nothing that is taken, those that cover an edge at a price. */
  const want = (missing: number, ways: readonly Way[]): Wanted<Way> => {
    const free = ways.filter(isFree);
    return { missing, ways: free.map((way) => ({ ...way, cost: way.cost + crossing * count(edges, way.box) })) };
  };
  const wantPlace = ({ name, x, y }: (typeof places)[number], place: number) => {
    const others = besideDots.toSpliced(place, 1);
    const ways = placeWays(name, x, y, named.dir).map((way): Way => {
      return { kind: 'place', place, ...way, cost: way.cost + besideOther * count(others, way.box) };
    });
    return want(absence.place, ways);
  };
  const wantCountry = (country: (typeof countries)[number]) => {
    const { name, isHome } = country;
    const ways = countryWays(country, view, form.from).map((way): Way => ({ kind: 'country', name, isHome, ...way }));
    return want(isHome ? absence.home : absence.neighbour, ways);
  };
  const scaleOptions = bars ? scaleWays(bars, form).map((way): Way => ({ kind: 'scale', ...way })) : [];

  const first = chooseLabels(
    [
      ...places.map(wantPlace),
      ...countries.filter(({ isHome }) => isHome).map(wantCountry),
      want(absence.scale, scaleOptions),
    ],
    form,
  ).filter((way) => way !== undefined);
  taken.push(...edges, ...first.map(({ box }) => box));
  const neighbours = countries.filter(({ isHome }) => !isHome).map(wantCountry);
  const chosen = [...first, ...chooseLabels(neighbours, form).filter((way) => way !== undefined)];

  const placeLabels = chosen.filter((way) => way.kind === 'place');
  const scale = chosen.find((way) => way.kind === 'scale');
  return {
    places: places.map((shown, index) => {
      return { ...shown, label: placeLabels.find(({ place }) => place === index)?.label };
    }),
    countries: chosen
      .filter((way) => way.kind === 'country')
      .map(({ name, x, y, isHome, label }) => ({ name, x, y, isHome, label })),
    scale: scale && { x: scale.x, y: scale.y, bars: scale.bars },
  };
}
