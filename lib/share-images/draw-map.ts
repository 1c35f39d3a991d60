import type { LocatorMap } from '../map/draw-map.ts';
import type { DrawnText } from '../map/drawn-form.ts';
import { lineHeight } from '../map/labels/map-text.ts';
import type { Role } from '../model/look/colors.ts';
import { setLine, type TypeStyle } from './set-line.ts';

/** The narrow form of a map in a figure of this many pixels, and its scale. */
const figure = 450;

type LabelStyle = Omit<TypeStyle, 'dir'> & { color: string; halo: string };

type Colors = Readonly<Record<Role, string>>;

function labelStyles({ ink, soft, home, land }: Colors) {
  const town: LabelStyle = { size: 13, weight: 400, color: ink, halo: home };
  return {
    town,
    capital: { ...town, weight: 700 },
    neighbour: { size: 14, weight: 700, color: soft, halo: land },
    tiny: { size: 12, weight: 700, color: soft, halo: land },
    home: { size: 16, weight: 700, color: soft, halo: home },
  } as const satisfies Record<string, LabelStyle>;
}

/** Articles with the same map share a drawing, as long as the colours are the same. */
const drawn = new WeakMap<LocatorMap, { key: string; svg: string }>();

/**
 * A locator map as a square of SVG, with its names as outlines.
 *
 * @param size The sides of the square in pixels, the same for all cards.
 */
export function drawSquareMap(map: LocatorMap, size: number, dir: TypeStyle['dir'], colors: Colors): string {
  const key = Object.values(colors).join();
  const known = drawn.get(map);
  if (known?.key === key) return known.svg;
  const svg = draw(map, size, dir, colors);
  drawn.set(map, { key, svg });
  return svg;
}

function draw({ forms, outlined, paths }: LocatorMap, size: number, dir: TypeStyle['dir'], colors: Colors): string {
  const styles = labelStyles(colors);
  const { viewBox, ...narrow } = forms.narrow;
  const line = (Number(viewBox.split(' ')[2]) / size) * 1.5;
  const edge = `stroke="${colors.edge}" stroke-width="${line}" stroke-linejoin="round"`;
  const joined = dir === 'rtl' ? 0 : 1;
  const at = ({ x, y }: { x: string; y: string }) =>
    `transform="translate(${(Number.parseFloat(x) * figure) / 100} ${(Number.parseFloat(y) * figure) / 100})"`;
  return [
    `<rect width="${size}" height="${size}" fill="${colors.sea}"/>`,
    `<svg width="${size}" height="${size}" viewBox="${viewBox}">`,
    `<path fill="${colors.land}" ${outlined.land ? edge : ''} d="${paths.land}"/>`,
    `<path fill="${colors.home}" ${outlined.home ? edge : ''} d="${paths.home}"/>`,
    `<path fill="none" ${edge} d="${paths.edges}"/>`,
    `<path fill="none" stroke="${colors.accent}" stroke-width="${line * 3}" stroke-linejoin="round" stroke-linecap="round" d="${paths.border}"/>`,
    '</svg>',
    `<svg width="${size}" height="${size}" viewBox="0 0 ${figure} ${figure}">`,
    ...narrow.countries.map(
      (country) =>
        `<g ${at(country)}>${drawLabel(country.label, { ...(country.isHome ? styles.home : country.isSmall ? styles.tiny : styles.neighbour), tracking: joined * (country.isHome ? 1 : country.isSmall ? 0 : 0.5), dir })}</g>`,
    ),
    ...narrow.places.map(
      (place) =>
        `<g ${at(place)}>${place.isCapital ? '<rect x="-4" y="-4" width="8" height="8"' : '<circle r="3.5"'} fill="${colors.ink}" stroke="${colors.home}"/>${place.label ? drawLabel(place.label, { ...(place.isCapital ? styles.capital : styles.town), dir }) : ''}</g>`,
    ),
    '</svg>',
  ].join('');
}

/** A name at its anchor point; `start` is the right end of a right-to-left name. */
function drawLabel({ lines, x, y, anchor }: DrawnText, { color, halo, ...style }: LabelStyle & TypeStyle): string {
  return lines
    .map((text, index) => {
      const { path, width } = setLine(text, style);
      const before = anchor === 'middle' ? width / 2 : (anchor === 'end') === (style.dir === 'ltr') ? width : 0;
      const place = `transform="translate(${x - before} ${y + index * lineHeight})"`;
      const around = `paint-order="stroke" stroke="${halo}" stroke-width="3" stroke-linejoin="round"`;
      return `<path ${place} fill="${color}" ${around} d="${path}"/>`;
    })
    .join('');
}
