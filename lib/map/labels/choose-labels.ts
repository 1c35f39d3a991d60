import { type Box, overlap } from './label-box.ts';

/** A way to place a label: its box, and how much worse it is than an ideal way. */
export type Candidate = { box: Box; cost: number };

/** A label: the ways to place it, and the cost of leaving it out. */
export type Wanted<Way extends Candidate> = { ways: readonly Way[]; missing: number };

/** The most rounds over all labels. */
const mostRounds = 4;

/**
 * Places labels so that no two overlap at any width, at a low cost.
 *
 * The labels that are worst to leave out come first. Each tries its ways, the cheapest first; labels in its place move to
 * their own cheapest free way, or are left out. A move is kept only if it lowers the total cost. Rounds repeat until
 * nothing improves.
 *
 * @returns For each label the chosen way, `undefined` if it is left out.
 */
export function chooseLabels<Way extends Candidate>(wanted: readonly Wanted<Way>[]): (Way | undefined)[] {
  type Chosen = readonly (Way | undefined)[];
  const labels = wanted.map(({ ways, missing }) => ({
    ways: ways.filter(({ cost }) => cost < missing).sort((a, b) => a.cost - b.cost),
    missing,
  }));
  const order = [...labels.entries()].sort(([, a], [, b]) => b.missing - a.missing || a.ways.length - b.ways.length);
  const costOf = (way: Way | undefined, index: number) => way?.cost ?? labels[index]?.missing ?? 0;
  const total = (chosen: Chosen) => chosen.reduce((sum, way, index) => sum + costOf(way, index), 0);
  const placed = (chosen: Chosen, index: number, way: Way): Chosen => {
    const inTheWay = chosen.map((other, at) => at !== index && other !== undefined && overlap(other.box, way.box));
    return order.reduce<Chosen>(
      (others, [at, { ways }]) => {
        if (!inTheWay[at]) return others;
        return others.with(
          at,
          ways.find(({ box }) => !others.some((other) => other && overlap(other.box, box))),
        );
      },
      chosen.map((other, at) => (at === index ? way : inTheWay[at] ? undefined : other)),
    );
  };
  let chosen: Chosen = labels.map(() => undefined);
  for (let round = 0; round < mostRounds; round++) {
    const before = chosen;
    for (const [index, { ways }] of order) {
      for (const way of ways) {
        if (way.cost >= costOf(chosen[index], index)) break;
        const moved = placed(chosen, index, way);
        if (total(moved) < total(chosen)) chosen = moved;
      }
    }
    if (chosen === before) break;
  }
  return [...chosen];
}
