import { describe, expect, test } from 'vitest';
import { labelAnchors } from '@/lib/map/labels/label-anchors.ts';

const view = { x: 0, y: 0, width: 320, height: 320 };
const ring = [
  [40, 40],
  [280, 40],
  [280, 280],
  [40, 280],
] as const;
const hole = [
  [120, 120],
  [200, 120],
  [200, 200],
  [120, 200],
] as const;

describe('The spots inside a shape', () => {
  test('begin with the one that has most room around it', () => {
    const [best] = labelAnchors([ring], view);
    expect(Math.abs((best?.x ?? 0) - 160)).toBeLessThan(10);
    expect(Math.abs((best?.y ?? 0) - 160)).toBeLessThan(10);
  });

  test('begin where there is room, not in the middle of a thin part', () => {
    const dumbbell = [
      ...[
        [0, 60],
        [100, 60],
        [100, 150],
        [220, 150],
        [220, 60],
        [320, 60],
      ],
      ...[
        [320, 260],
        [220, 260],
        [220, 170],
        [100, 170],
        [100, 260],
        [0, 260],
      ],
    ].map(([x = 0, y = 0]) => [x, y] as const);
    expect(Math.abs((labelAnchors([dumbbell], view)[0]?.x ?? 160) - 160)).toBeGreaterThan(70);
  });

  test('are inside, and not in a hole', () => {
    const spots = labelAnchors([ring, hole], view);
    expect(spots.length).toBeGreaterThan(100);
    for (const { x, y } of spots) {
      expect(x > 40 && x < 280 && y > 40 && y < 280).toBe(true);
      expect(x > 120 && x < 200 && y > 120 && y < 200).toBe(false);
    }
  });

  test('are none where nothing of the shape is seen', () => {
    expect(labelAnchors([ring], { x: 400, y: 0, width: 320, height: 320 })).toEqual([]);
  });

  test('know how far the end of the view is', () => {
    const spots = labelAnchors([ring], { x: 0, y: 0, width: 200, height: 320 });
    expect(Math.abs((spots[0]?.x ?? 0) - 120)).toBeLessThan(10);
  });
});
