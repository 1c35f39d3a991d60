import type { Candidate } from './choose-labels.ts';
import { type Box, boxAround, type Widths } from './label-box.ts';
import { type AnchoredText, lineHeight, textWidth, waysToWrite } from './map-text.ts';

export type PlaceLabelCandidate = Candidate & { label: AnchoredText };

/** The size in components/article/map.css, in pixels; a capital's name is bolder. */
const fontSize = 12;

/** The tallest of the usual system fonts reach this far above and below the baseline. */
const ascent = 12;
const descent = 3;

/** The width of regular letters, as a fraction of bold ones. */
const plain = 0.93;

/** The space before and after a name, in pixels. */
const air = 1;

/**
 * Where a name may be: how much of it is to the right of its dot (to the left in a right-to-left language), whether it is
 * below (-1: above) the dot, and the cost.
 */
const sides = [
  { after: 1, below: 0, cost: 0 },
  { after: 0, below: 0, cost: 2 },
  { after: 1, below: -1, cost: 3 },
  { after: 1, below: 1, cost: 3 },
  { after: 0, below: -1, cost: 4 },
  { after: 0, below: 1, cost: 4 },
  { after: 0.5, below: -1, cost: 5 },
  { after: 0.5, below: 1, cost: 5 },
  { after: 0.75, below: -1, cost: 7 },
  { after: 0.75, below: 1, cost: 7 },
  { after: 0.25, below: -1, cost: 7 },
  { after: 0.25, below: 1, cost: 7 },
] as const;

/** How far from the dot a name begins: close, or past other things. */
const gaps = [
  { gap: 7, cost: 0 },
  { gap: 11, cost: 20 },
  { gap: 18, cost: 200 },
  { gap: 28, cost: 500 },
] as const;

/** Names that are wider than this may have two lines. */
const longName = 90;

/** The box around the dot of a place, this many pixels on each side. */
export function dotBox(x: number, y: number, radius: number, widths: Widths): Box {
  return boxAround(x, y, { left: -radius, right: radius, top: -radius, bottom: radius }, widths);
}

/**
 * The ways to write the name of a place beside its dot, whose `x` and `y` are fractions of the map's width.
 *
 * @param dir The direction of the language: names preferably begin at the dot.
 * @param widths The least and the greatest width at which the map is shown.
 */
export function placeLabelCandidates(
  { name, isCapital, x, y }: { name: string; isCapital: boolean; x: number; y: number },
  dir: 'ltr' | 'rtl',
  widths: Widths,
): PlaceLabelCandidate[] {
  const size = isCapital ? fontSize : fontSize * plain;
  const whole = textWidth(name, size);
  return (whole > longName ? waysToWrite(name) : [[name]]).flatMap((lines) => {
    const width = Math.max(...lines.map((line) => textWidth(line, size)));
    const height = ascent + descent + (lines.length - 1) * lineHeight;
    return sides.flatMap(({ after, below, cost }) =>
      gaps.map(({ gap, cost: extra }): PlaceLabelCandidate => {
        const right = dir === 'rtl' ? 1 - after : after;
        // Diagonally a name may be closer to the dot.
        const away = below !== 0 && right % 1 === 0 && extra === 0 ? gap / 2 : gap;
        const aside = below === 0 || extra === 0 ? away : 0;
        const left = right === 1 ? aside : right === 0 ? -aside - width : (right - 1) * width;
        const baseline = Math.round((below === 0 ? -height / 2 : below > 0 ? away : -away - height) + ascent);
        const top = baseline - ascent;
        return {
          box: boxAround(x, y, { left: left - air, right: left + width + air, top, bottom: top + height }, widths),
          cost: cost + extra + (lines.length - 1) * 4,
          label: { lines, ...anchored(left, width, right), y: baseline },
        };
      }),
    );
  });
}

/** The anchor of the text: real letters may be narrower, and the end by the dot should stay in place. */
function anchored(left: number, width: number, right: number): Pick<AnchoredText, 'x' | 'align'> {
  if (right > 0.5) return { x: Math.round(left), align: 'left' };
  return right < 0.5
    ? { x: Math.round(left + width), align: 'right' }
    : { x: Math.round(left + width / 2), align: 'middle' };
}
