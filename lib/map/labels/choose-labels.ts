import { type Box, overlap } from './label-box.ts';

/** A way to place a label: the box that it takes, and how much worse it is than the best imaginable way. */
export type Candidate = { box: Box; cost: number };

/** A label, the ways to place it, and how bad it is to leave it out. */
export type Wanted<Way extends Candidate> = { ways: readonly Way[]; missing: number };

/** A label that the search has still to place, and the ways that those before it have left. */
type Open<Way extends Candidate> = Wanted<Way> & { index: number };

/** More steps than ten labels usually need, and few enough to take some milliseconds. */
const mostSteps = 600;

/**
 * Places labels so that no two overlap at any width, at the least cost.
 *
 * The search (branch and bound) takes the label that is worst to leave out, of several the one with the fewest ways left,
 * and tries its cheapest way first. Where it has to give up early (`mostSteps`) it returns the best that it has found.
 *
 * @returns For each label the way that was chosen, `undefined` if it is omitted.
 */
export function chooseLabels<Way extends Candidate>(wanted: readonly Wanted<Way>[]): (Way | undefined)[] {
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
        ways: one.ways.filter(({ box }) => !overlap(box, way.box)),
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
  return improved(
    open,
    wanted.map((_, index) => best.chosen.get(index)),
  );
}

/** How often all labels are looked at once more, how many ways are tried of one that has to move, and of how many in turn. */
const mostRounds = 4;
const mostTried = 12;
const mostMoves = 2;

/**
 * Looks at each label again: would another way be better, if those in that way moved to where there is room?
 *
 * The search decides what is urgent first, and never comes back to it when there are many labels.
 */
function improved<Way extends Candidate>(
  wanted: readonly Wanted<Way>[],
  first: readonly (Way | undefined)[],
): (Way | undefined)[] {
  type Ways = (Way | undefined)[];
  const costOf = (way: Way | undefined, index: number) => way?.cost ?? wanted[index]?.missing ?? 0;
  const total = (ways: Ways) => ways.reduce((sum, way, index) => sum + costOf(way, index), 0);
  /** Places a label in a way, and then those that are in this way, which may move others in turn. */
  const moved = (chosen: Ways, index: number, way: Way, moves: number): Ways => {
    const inTheWay = (at: Way) => (its: Way | undefined, other: number) => {
      return other !== index && its !== undefined && overlap(its.box, at.box);
    };
    let ways: Ways = chosen.with(index, way);
    const pushed = [...ways.keys()].filter((other) => inTheWay(way)(ways[other], other));
    for (const other of pushed) ways = ways.with(other, undefined);
    for (const other of pushed) {
      const options = (wanted[other]?.ways ?? []).filter(({ box }) => !overlap(box, way.box));
      const free = options.find(({ box }) => !ways.some((its) => its && overlap(its.box, box)));
      let best = ways.with(other, free);
      for (const option of moves > 0 ? options.slice(0, mostTried) : []) {
        if (free && option.cost >= free.cost) break;
        const tried = moved(ways, other, option, moves - 1);
        if (tried[index] === way && total(tried) < total(best)) best = tried;
      }
      ways = best;
    }
    return ways;
  };
  let chosen: Ways = [...first];
  for (let round = 0; round < mostRounds; round++) {
    const before = total(chosen);
    for (const [index, { ways }] of wanted.entries()) {
      for (const way of ways) {
        if (way.cost >= costOf(chosen[index], index)) break;
        const other = moved(chosen, index, way, mostMoves);
        if (total(other) < total(chosen)) chosen = other;
      }
    }
    if (total(chosen) === before) break;
  }
  return chosen;
}

function mostUrgent<Way extends Candidate>(open: readonly Open<Way>[]): Open<Way> | undefined {
  return open.reduce<Open<Way> | undefined>((before, one) => {
    if (!before || one.missing > before.missing) return one;
    return one.missing === before.missing && one.ways.length < before.ways.length ? one : before;
  }, undefined);
}
