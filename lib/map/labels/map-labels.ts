import { type FormName, type Frame, forms } from '../shapes/frame.ts';
import type { Line, Point } from '../shapes/geometry.ts';
import { type Candidate, chooseLabels, type Wanted } from './choose-labels.ts';
import { type CountryLabelCandidate, countryLabelCandidates } from './country-label-candidates.ts';
import { inView } from './in-view.ts';
import { isWithin, labelAnchors } from './label-anchors.ts';
import { type Box, type Edges, isInside, overlap } from './label-box.ts';
import type { AnchoredText } from './map-text.ts';
import { obstaclesAlong } from './obstacles.ts';
import { dotBox, type PlaceLabelCandidate, placeLabelCandidates } from './place-label-candidates.ts';
import { scaleBars } from './scale-bar.ts';
import { type ScaleLabelCandidate, scaleLabelCandidates } from './scale-label-candidates.ts';

/**
 * The labels of a form of the map. Points are fractions of the map's width from its upper left corner. A place always has
 * its dot, and its name if there is room.
 */
export type MapLabels = {
  places: { name: string; isCapital: boolean; x: number; y: number; label: AnchoredText | undefined }[];
  countries: { name: string; x: number; y: number; isHome: boolean; isSmall: boolean; label: AnchoredText }[];
  scale: Pick<ScaleLabelCandidate, 'x' | 'y' | 'bars'> | undefined;
};

/** What to label: points and rings in units of the drawing. */
export type ToLabel = {
  places: readonly { name: string; isCapital: boolean; point: Point }[];
  countries: readonly { name: string; rings: readonly Line[]; isHome: boolean }[];
  /** Coasts and borders, the borders among them, and separately the emphasised border. */
  edges: readonly Line[];
  borders: readonly Line[];
  border: readonly Line[];
  lang: string;
  dir: 'ltr' | 'rtl';
};

/** A way to place any label. */
type Way =
  | (PlaceLabelCandidate & { kind: 'place'; place: number })
  | (CountryLabelCandidate & { kind: 'country'; name: string; isHome: boolean })
  | (ScaleLabelCandidate & { kind: 'scale' });

/** The cost of leaving something out. */
const absence = { place: 3000, home: 1500, neighbour: 900, scale: 300 };

/** The cost of each piece of a coast that a label covers, and the additional cost if it is a border. */
const crossing = { coast: 2, border: 12 };

/** The cost of being close to the dot of another place: readers match a name with the nearest dot. */
const besideOther = 15;

/** The most anchor points of a country that is hardly larger than a town. */
const smallest = 30;

/** The cost if the name of a place is in another country than its dot. */
const abroad = 200;

/** The least distance of labels from the frame, in pixels. */
const margin = 4;

/**
 * Places the names of places and countries and the scale on one form of the map.
 *
 * In order of importance: places, emphasised countries, their neighbours, the scale.
 */
export function labelForm(formName: FormName, frame: Frame, named: ToLabel): MapLabels {
  const form = forms[formName];
  const view = frame.views[formName];
  const places = named.places.map((place) => ({ ...place, ...inView(...place.point, view) }));
  const countries = named.countries.map(({ name, isHome, rings }) => ({
    name,
    isHome,
    rings,
    spots: labelAnchors(rings, view),
  }));
  const bars =
    frame.kilometresPerUnit === undefined ? undefined : scaleBars(view.width * frame.kilometresPerUnit, named.lang);

  const edges = obstaclesAlong(named.edges, view, form, 1.5);
  const borders = obstaclesAlong(named.borders, view, form, 1.5);
  const besideDots = places.map(({ x, y }) => dotBox(x, y, 14, form));
  const taken = [...obstaclesAlong(named.border, view, form, 3.5), ...places.map(({ x, y }) => dotBox(x, y, 5, form))];
  const isFree = ({ box }: Candidate) => isInside(box, form, margin) && !taken.some((other) => overlap(box, other));
  const count = (boxes: readonly Box[], box: Box) => boxes.filter((other) => overlap(box, other)).length;
  /** A label with the ways to place it that cover nothing that is taken; covering an edge adds to the cost. */
  const want = (missing: number, ways: readonly Way[]): Wanted<Way> => {
    const priced = ways.filter(isFree).map((way) => {
      const letters = withoutAir(way.box);
      const crossings = crossing.coast * count(edges, letters) + crossing.border * count(borders, letters);
      return { ...way, cost: way.cost + crossings };
    });
    return { missing, ways: priced };
  };
  /** The middle of a box at the least width, in units of the drawing. */
  const middleOf = ({ least: { left, right, top, bottom } }: Box): Point => [
    view.x + (((left + right) / 2) * view.width) / form.from,
    view.y + (((top + bottom) / 2) * view.width) / form.from,
  ];
  const wantPlace = (shown: (typeof places)[number], place: number) => {
    const others = besideDots.toSpliced(place, 1);
    const foreign = countries.flatMap(({ rings }) => (isWithin(rings, shown.point) ? [] : rings));
    const ways = placeLabelCandidates(shown, named.dir, form).map((way): Way => {
      const extra = besideOther * count(others, way.box) + (isWithin(foreign, middleOf(way.box)) ? abroad : 0);
      return { kind: 'place', place, ...way, cost: way.cost + extra };
    });
    return want(absence.place, ways);
  };
  const wantCountry = (country: (typeof countries)[number]) => {
    const { name, isHome } = country;
    const others = countries.flatMap((other) => (other === country ? [] : other.rings));
    const ways = countryLabelCandidates(country, others, view, form).map(
      (way): Way => ({ kind: 'country', name, isHome, ...way }),
    );
    return want(isHome ? absence.home : absence.neighbour, ways);
  };
  const scaleOptions = bars ? scaleLabelCandidates(bars, form).map((way): Way => ({ kind: 'scale', ...way })) : [];
  const wantedPlaces = places.map(wantPlace);
  // A country as small as its town and with the same name is named once.
  const isNamed = ({ name, spots }: (typeof countries)[number]) =>
    spots.length > smallest ||
    (spots.length > 0 && !places.some((place, index) => place.name === name && wantedPlaces[index]?.ways.length));

  const chosen = chooseLabels([
    ...wantedPlaces,
    ...countries.filter(isNamed).map(wantCountry),
    want(absence.scale, scaleOptions),
  ]).filter((way) => way !== undefined);

  const placeLabels = chosen.filter((way) => way.kind === 'place');
  const scale = chosen.find((way) => way.kind === 'scale');
  return {
    places: places.map(({ name, isCapital, x, y }, index) => {
      return { name, isCapital, x, y, label: placeLabels.find(({ place }) => place === index)?.label };
    }),
    countries: chosen
      .filter((way) => way.kind === 'country')
      .map(({ name, x, y, isHome, isSmall, label }) => ({ name, x, y, isHome, isSmall, label })),
    scale: scale && { x: scale.x, y: scale.y, bars: scale.bars },
  };
}

/** The box of most letters of a label, which are neither as tall nor as deep as its own box. */
function withoutAir({ least, greatest }: Box): Box {
  const letters = (edges: Edges): Edges => ({ ...edges, top: edges.top + 3, bottom: edges.bottom - 1 });
  return { least: letters(least), greatest: letters(greatest) };
}
