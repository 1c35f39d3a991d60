import { type Box, overlap, type Widths } from './label-box.ts';

/** A way to place a label: the box that it takes, and how much worse it is than the best imaginable way. */
export type Candidate = { box: Box; cost: number };

/** A label, the ways to place it, and how bad it is to leave it out. */
export type Wanted<Way extends Candidate> = { ways: readonly Way[]; missing: number };

/** A label that the search has still to place, and the ways that those before it have left. */
type Open<Way extends Candidate> = Wanted<Way> & { index: number };

/** More steps than ten labels usually need, and few enough to take some milliseconds. */
const mostSteps = 600;

/**
 * Places labels so that no two overlap at any of the widths, at the least cost.
 *
 * The search (branch and bound) takes the label that is worst to leave out, of several the one with the fewest ways left,
 * and tries its cheapest way first. Where it has to give up early (`mostSteps`) it answers with the best that it has found.
 *
 * @returns For each label the way that was chosen, `undefined` where it is left out.
 */
export function chooseLabels<Way extends Candidate>(
  wanted: readonly Wanted<Way>[],
  widths: Widths,
): (Way | undefined)[] {
  let best = { chosen: new Map<number, Way>(), cost: Number.POSITIVE_INFINITY };
  let steps = 0;
  const search = (open: readonly Open<Way>[], chosen: ReadonlyMap<number, Way>, cost: number): void => {
    const atLeast = open.reduce((sum, { ways, missing }) => sum + (ways[0]?.cost ?? missing), cost);
    if (atLeast >= best.cost || steps++ >= mostSteps) return;
    const next = mostUrgent(open);
    if (!next) {
      best = { chosen: new Map(chosen), cost };
      return;
    }
    const others = open.filter((one) => one !== next);
    for (const way of next.ways) {
      const left = others.map((one) => ({
        ...one,
        ways: one.ways.filter(({ box }) => !overlap(box, way.box, widths)),
      }));
      search(left, new Map(chosen).set(next.index, way), cost + way.cost);
    }
    search(others, chosen, cost + next.missing);
  };
  const open = wanted.map(({ ways, missing }, index) => {
    const worthIt = ways.filter(({ cost }) => cost < missing).sort((a, b) => a.cost - b.cost);
    return { ways: worthIt, missing, index };
  });
  search(open, new Map(), 0);
  return wanted.map((_, index) => best.chosen.get(index));
}

function mostUrgent<Way extends Candidate>(open: readonly Open<Way>[]): Open<Way> | undefined {
  return open.reduce<Open<Way> | undefined>((before, one) => {
    if (!before || one.missing > before.missing) return one;
    return one.missing === before.missing && one.ways.length < before.ways.length ? one : before;
  }, undefined);
}
