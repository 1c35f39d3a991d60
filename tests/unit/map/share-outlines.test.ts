import { describe, expect, test } from 'vitest';
import type { Line } from '@/lib/map/shapes/geometry.ts';
import { shareOutlines } from '@/lib/map/share-outlines.ts';

const whole = { x: 0, y: 0, width: 100, height: 100 };

/** An area that is clipped outside the left side of the visible part: a coast from the top, and the clipped side. */
const coast: Line = [
  [-6, 10],
  [40, 10],
  [40, 50],
  [-6, 50],
];
const border: Line = [
  [40, 10],
  [90, 10],
];

describe('An area of which every side in sight is an edge', () => {
  test('is drawn with its outline, which the edges then do not say again', () => {
    expect(shareOutlines({ land: [coast], home: [], edges: [coast, border] }, whole)).toEqual({
      land: true,
      home: false,
      edges: [border],
    });
  });

  test('is found where an edge runs the other way', () => {
    expect(shareOutlines({ land: [], home: [coast], edges: [coast.toReversed()] }, whole)).toEqual({
      land: false,
      home: true,
      edges: [],
    });
  });

  test('leaves of an edge the pieces before and after it', () => {
    const edge: Line = [[0, 0], [-6, 10], ...coast.slice(1), [0, 90]];
    expect(shareOutlines({ land: [coast], home: [], edges: [edge] }, whole).edges).toEqual([
      [
        [0, 0],
        [-6, 10],
      ],
      [
        [-6, 50],
        [0, 90],
      ],
    ]);
  });

  test('leaves the side that closes a ring, which no path draws by itself', () => {
    const island: Line = [
      [10, 10],
      [20, 10],
      [10, 20],
    ];
    const edge = [...island, ...island.slice(0, 1)];
    expect(shareOutlines({ land: [island], home: [], edges: [edge] }, whole)).toEqual({
      land: true,
      home: false,
      edges: [
        [
          [10, 20],
          [10, 10],
        ],
      ],
    });
  });
});

test('An area with a side in sight that is no edge stays without a line, and the edges stay whole', () => {
  const edges = [coast.slice(0, 2), border];
  expect(shareOutlines({ land: [coast], home: [coast], edges }, whole)).toEqual({ land: false, home: false, edges });
});
