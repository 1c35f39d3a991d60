import { type Box, overlap } from './label-box.ts';

/** A way to place a label: its box, and how much worse it is than an ideal way. */
export type Candidate = { box: Box; cost: number };

/** A label: the ways to place it, and the cost of leaving it out. */
export type Wanted<Way extends Candidate> = { ways: readonly Way[]; missing: number };

/** The most rounds over all labels, and the most ways to try for a label that has to move. */
const mostRounds = 4;
const mostTried = 12;

/** The most labels that move in turn: of a map of the world, with some 70 labels, two take 15 seconds. */
const movesFor = (labels: number): number => (labels > 30 ? 1 : 2);

/**
 * Places labels so that no two overlap at any width, at a low cost.
 *
 * The labels that are worst to leave out come first. Each tries its ways, the cheapest first; labels in its place move,
 * and may move others in turn, or are left out. A move is kept only if it lowers the total cost. Rounds repeat until
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
  /** Puts a label into a way; those in its place move, and may make others move in turn. */
  const placed = (chosen: Chosen, index: number, way: Way, moves: number): Chosen => {
    const inTheWay = chosen.map((other, at) => at !== index && other !== undefined && overlap(other.box, way.box));
    return order.reduce<Chosen>(
      (others, [at, { ways }]) => {
        if (!inTheWay[at]) return others;
        const options = ways.filter(({ box }) => !overlap(box, way.box));
        const free = options.find(({ box }) => !others.some((other) => other && overlap(other.box, box)));
        let best: Chosen = others.with(at, free);
        for (const option of moves > 0 ? options.slice(0, mostTried) : []) {
          if (free && option.cost >= free.cost) break;
          const moved = placed(others, at, option, moves - 1);
          if (moved[index] === way && total(moved) < total(best)) best = moved;
        }
        return best;
      },
      chosen.map((other, at) => (at === index ? way : inTheWay[at] ? undefined : other)),
    );
  };
  /** The least that putting a label into a way adds to the cost, whatever becomes of those in its place. */
  const leastAdded = (chosen: Chosen, index: number, way: Way) =>
    chosen.reduce((sum, other, at) => {
      if (at === index || other === undefined || !overlap(other.box, way.box)) return sum;
      const option = labels[at]?.ways.find(({ box }) => !overlap(box, way.box));
      return sum + costOf(option, at) - other.cost;
    }, way.cost - costOf(chosen[index], index));
  let chosen: Chosen = labels.map(() => undefined);
  for (let round = 0; round < mostRounds; round++) {
    const before = chosen;
    for (const [index, { ways }] of order) {
      for (const way of ways) {
        if (way.cost >= costOf(chosen[index], index)) break;
        if (leastAdded(chosen, index, way) >= 0) continue;
        const moved = placed(chosen, index, way, movesFor(labels.length));
        if (total(moved) < total(chosen)) chosen = moved;
      }
    }
    if (chosen === before) break;
  }
  return [...chosen];
}
