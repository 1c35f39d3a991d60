import { describe, expect, test } from 'vitest';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt } from '../support/newsroom.ts';
import { runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, aBuiltNewsroom, fromNothing } = siteBuilders();

describe('the schedule', () => {
  test('names every instant at which the site changes by itself, and the site changes at no other', async () => {
    const { room, out } = await aBuiltNewsroom('schedule');
    const plain = { kind: 'write', words: 5, draft: false, link: -1 } as const;
    room.do({ ...plain, article: 2, published: 2, expires: false });
    room.do({ ...plain, article: 3, published: 0, expires: true });
    room.do({ ...plain, article: 4, published: 3, expires: true, draft: true });
    const builder = aBuilder(room.dir, out);
    const { next } = await builder.build({ now: builtAt });
    const hour = 3_600_000;
    // After midnight lists leave the time out; two days after it was published an article leaves the news sitemap.
    expect(next.map((instant) => (instant - builtAt) / hour)).toEqual([0.5, 1.5, 12, 46.5, 49.5]);
    const siteAt = async (now: number) => {
      await builder.build({ now });
      return siteContent(out);
    };
    const others = [0, 2, 4, 23, 25, 92, 94, 98, 100];
    const halfHours = [1, 3, 24, 93, 99, ...others.slice(0, runs(1))].sort((a, b) => a - b);
    let changed = 0;
    for (const now of halfHours.map((count) => builtAt + (count * hour) / 2)) {
      const before = await siteAt(now - 1);
      const after = await siteAt(now);
      if (next.includes(now)) {
        expect(after).not.toEqual(before);
        changed++;
      } else expect(after).toEqual(before);
    }
    expect(changed).toBe(next.length);
    await builder.close();
    // After these steps the site is the same as one built for that instant.
    expect(siteContent(out)).toEqual(await fromNothing(room.dir, builtAt + 50 * hour));
  });
});
