import type { Candidate } from './choose-labels.ts';
import type { Edges, Widths } from './label-box.ts';
import { type AnchoredText, pixelsPerEm, textWidth } from './map-text.ts';
import type { Bar } from './scale-bar.ts';

/** A placed bar of the scale: its length as a fraction of the map's width, and the position of it and its text, in pixels. */
type HungBar = { part: number; x: number; y: number; label: AnchoredText };

/** A way to place the scale, and its anchor point, as fractions of the map's width from its upper left corner. */
export type ScaleLabelCandidate = Candidate & { x: number; y: number; bars: HungBar[] };

/** The distance of the scale from the frame, in pixels. */
const inset = 12;

/** Its height, and the positions of the two bars and their baselines in it, in pixels. */
const height = 42;
const rows = [
  { bar: 18, baseline: 12 },
  { bar: 24, baseline: 39 },
] as const;

/**
 * The ways to place the two bars and their texts: in each corner, preferably at the bottom.
 *
 * @param form The widths at which they are shown, and the map's aspect (height by width).
 */
export function scaleLabelCandidates(
  bars: readonly [Bar, Bar],
  { from, to, aspect }: Widths & { aspect: number },
): ScaleLabelCandidate[] {
  const part = Math.max(...bars.map((bar) => bar.part));
  const text = Math.max(...bars.map((bar) => textWidth(bar.text, pixelsPerEm)));
  // The texts begin with the bars, and extend beyond them if the map is narrow.
  const beyond = Math.max(0, text - part * from);
  return [false, true].flatMap((atTop) =>
    [false, true].map((atRight): ScaleLabelCandidate => {
      const [x, aside] = atRight ? [1 - part, -inset - beyond] : [0, inset];
      const [y, top] = atTop ? [0, inset / 2] : [aspect, -inset / 2 - height];
      const edges = (width: number): Edges => {
        const left = x * width + aside;
        const upper = y * width + top;
        return { left, right: left + part * width + beyond, top: upper, bottom: upper + height };
      };
      return {
        box: { least: edges(from), greatest: edges(to) },
        cost: (atTop ? 4 : 0) + (atRight ? 1 : 0),
        x,
        y,
        bars: rows.flatMap(({ bar: barTop, baseline }, index) => {
          const bar = bars[index];
          if (!bar) return [];
          const label: AnchoredText = { lines: [bar.text], x: aside, y: top + baseline, align: 'left' };
          return { part: bar.part, x: aside, y: top + barTop, label };
        }),
      };
    }),
  );
}
