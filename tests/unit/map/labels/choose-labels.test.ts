import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Candidate, chooseLabels, type Wanted } from '@/lib/map/labels/choose-labels.ts';
import { boxAround, overlap } from '@/lib/map/labels/label-box.ts';
import { runs } from '../../../support/runs.ts';

/** A way to place a label of 60 by 20 pixels, its upper left corner at this many pixels. */
function aWay(x: number, y: number, cost = 0): Candidate {
  return { box: boxAround(0, 0, { left: x, right: x + 60, top: y, bottom: y + 20 }, { from: 288, to: 560 }), cost };
}

const someWanted: fc.Arbitrary<Wanted<Candidate>[]> = fc.array(
  fc.record({
    ways: fc.array(
      fc
        .tuple(fc.integer({ min: 0, max: 200 }), fc.integer({ min: 0, max: 100 }), fc.integer({ min: 0, max: 20 }))
        .map((numbers) => aWay(...numbers)),
      { maxLength: 6 },
    ),
    missing: fc.constantFrom(30, 100, 1000),
  }),
  { maxLength: 8 },
);

describe('Chosen labels', () => {
  test('never overlap, and each stands in one of its own ways or is left out', () => {
    fc.assert(
      fc.property(someWanted, (wanted) => {
        const chosen = chooseLabels(wanted);
        expect(chosen).toHaveLength(wanted.length);
        for (const [index, way] of chosen.entries()) {
          if (!way) continue;
          expect(wanted[index]?.ways).toContain(way);
          for (const other of chosen.slice(index + 1)) {
            if (other) expect(overlap(way.box, other.box)).toBe(false);
          }
        }
      }),
      { numRuns: runs(25) },
    );
  });

  test('are all there where there is room for all, though the cheapest ways collide', () => {
    const wanted = [
      { missing: 100, ways: [aWay(0, 0), aWay(0, 30, 5)] },
      { missing: 100, ways: [aWay(10, 5), aWay(10, 60, 5)] },
      { missing: 100, ways: [aWay(20, 10)] },
    ];
    expect(chooseLabels(wanted)).toEqual([wanted[0]?.ways[1], wanted[1]?.ways[1], wanted[2]?.ways[0]]);
  });

  test('cost as little as they can', () => {
    const wanted = [
      { missing: 100, ways: [aWay(0, 0, 1), aWay(0, 30, 2)] },
      { missing: 100, ways: [aWay(0, 0, 1), aWay(0, 30, 9)] },
    ];
    expect(chooseLabels(wanted)).toEqual([wanted[0]?.ways[1], wanted[1]?.ways[0]]);
  });

  test('stand in their cheapest ways, in whatever order these come', () => {
    const dear = aWay(0, 0, 9);
    const cheap = aWay(0, 30, 2);
    expect(chooseLabels([{ missing: 100, ways: [dear, cheap] }])).toEqual([cheap]);
    expect(chooseLabels([{ missing: 100, ways: [cheap, dear] }])).toEqual([cheap]);
    const [otherDear, otherCheap] = [aWay(100, 0, 9), aWay(100, 30, 2)];
    const two = [
      { missing: 100, ways: [dear, cheap] },
      { missing: 100, ways: [otherDear, otherCheap] },
    ];
    expect(chooseLabels(two)).toEqual([cheap, otherCheap]);
  });

  test('leave out what is missed least', () => {
    const wanted = [
      { missing: 100, ways: [aWay(0, 0)] },
      { missing: 1000, ways: [aWay(0, 0, 20)] },
    ];
    expect(chooseLabels(wanted)).toEqual([undefined, wanted[1]?.ways[0]]);
  });

  test('leave out what is better left out than placed badly', () => {
    expect(chooseLabels([{ missing: 10, ways: [aWay(0, 0, 11)] }])).toEqual([undefined]);
  });

  test('are none where none is wanted', () => {
    expect(chooseLabels([])).toEqual([]);
  });
});
