import type { Atlas } from './atlas.ts';
import { countryName, findCountry } from './countries.ts';
import { type DrawnForm, drawForm } from './drawn-form.ts';
import { fitOutlines } from './fit-outlines.ts';
import { labelForm } from './labels/map-labels.ts';
import type { FormName, Frame, Position } from './shapes/frame.ts';
import type { Point } from './shapes/geometry.ts';
import { pathData } from './shapes/path-data.ts';
import { shareOutlines } from './share-outlines.ts';

/** What a locator map should show, and the language of the names of countries and of the scale. */
export type MapWish = {
  places: readonly { name: string; isCapital: boolean; latitude: number; longitude: number }[];
  /** The name of the emphasised country, or of the two whose border is emphasised. */
  emphasise: readonly string[] | undefined;
  lang: string;
  /** The direction of the page; the map is never mirrored. */
  dir: 'ltr' | 'rtl';
};

/** A locator map as plain data. */
export type LocatorMap = {
  /** The data of paths, in the units of the views. */
  paths: { land: string; home: string; edges: string; border: string };
  /** Whether the paths of areas are stroked; `edges` are the lines without an area. */
  outlined: { land: boolean; home: boolean };
  forms: Record<FormName, DrawnForm>;
  /** The names of its places, of those that are capitals, of the emphasised countries, and of the others that it names in any form. */
  places: string[];
  capitals: string[];
  home: string[];
  neighbours: string[];
};

/** Draws a locator map: land and borders around places, and labels. */
export function drawMap(atlas: Atlas, { places, emphasise, lang, dir }: MapWish): LocatorMap {
  const found = (emphasise ?? []).flatMap((name) => findCountry(atlas, name, lang) ?? []);
  const pair = found.length === emphasise?.length ? found : undefined;
  const positions = places.map(({ latitude, longitude }): Position => [longitude, latitude]);
  const { frame, land, home, edges, borders, border, countries } = fitOutlines(atlas, positions, pair);
  const named = {
    places: places.map(({ name, isCapital }, index) => ({ name, isCapital, point: pointOf(frame, positions[index]) })),
    countries: countries.map(({ country, rings }) => {
      return { name: countryName(country, lang), rings, isHome: pair?.includes(country) ?? false };
    }),
    edges,
    borders,
    border,
    lang,
    dir,
  };
  const form = (name: FormName) => drawForm(frame.views[name], labelForm(name, frame, named), dir);
  const forms = { narrow: form('narrow'), wide: form('wide') };
  const shared = shareOutlines({ land, home, edges }, frame.whole);
  const inForms = [...forms.wide.countries, ...forms.narrow.countries];
  return {
    paths: {
      land: pathData(land),
      home: pathData(home),
      edges: pathData(shared.edges),
      border: pathData(border),
    },
    outlined: { land: shared.land, home: shared.home },
    forms,
    places: places.map(({ name }) => name),
    capitals: places.flatMap(({ name, isCapital }) => (isCapital ? name : [])),
    home: pair?.map((country) => countryName(country, lang)) ?? [],
    neighbours: [...new Set(inForms.filter(({ isHome }) => !isHome).map(({ name }) => name))],
  };
}

function pointOf({ projection }: Frame, position: Position = [0, 0]): Point {
  return projection(position) ?? [0, 0];
}
