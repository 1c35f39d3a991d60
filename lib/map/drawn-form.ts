import type { MapLabels } from './labels/map-labels.ts';
import type { AnchoredText } from './labels/map-text.ts';
import type { View } from './shapes/frame.ts';

/** Text for SVG: pixels from its anchor point, and which end of the text is there in the text's own direction. */
export type DrawnText = { lines: readonly string[]; x: number; y: number; anchor: 'start' | 'middle' | 'end' };

/** A form of the map for SVG. What moves with the map is a percentage of its size, everything else is pixels. */
export type DrawnForm = {
  viewBox: string;
  places: { name: string; isCapital: boolean; x: string; y: string; label: DrawnText | undefined }[];
  countries: { name: string; x: string; y: string; isHome: boolean; isSmall: boolean; label: DrawnText }[];
  scale: { x: string; y: string; bars: { length: string; x: number; y: number; label: DrawnText }[] } | undefined;
};

/**
 * Converts a form of the map for SVG.
 *
 * @param dir The direction of the page: SVG anchors text at its start or end, and the map is never mirrored.
 */
export function drawForm(
  { x, y, width, height }: View,
  { places, countries, scale }: MapLabels,
  dir: 'ltr' | 'rtl',
): DrawnForm {
  const at = (point: { x: number; y: number }) => ({ x: percent(point.x), y: percent((point.y * width) / height) });
  const text = ({ align, ...hung }: AnchoredText): DrawnText => ({ ...hung, anchor: anchors[dir][align] });
  return {
    viewBox: `${x} ${y} ${width} ${height}`,
    places: places.map(({ name, isCapital, label, ...point }) => {
      return { name, isCapital, ...at(point), label: label && text(label) };
    }),
    countries: countries.map(({ name, isHome, isSmall, label, ...point }) => {
      return { name, ...at(point), isHome, isSmall, label: text(label) };
    }),
    scale: scale && {
      ...at(scale),
      bars: scale.bars.map(({ part, label, ...bar }) => ({ length: percent(part), ...bar, label: text(label) })),
    },
  };
}

const anchors = {
  ltr: { left: 'start', middle: 'middle', right: 'end' },
  rtl: { left: 'end', middle: 'middle', right: 'start' },
} as const;

function percent(part: number): string {
  return `${Number((part * 100).toFixed(1))}%`;
}
