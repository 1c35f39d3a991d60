import { statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtAt } from '../support/newsroom.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, aBuiltNewsroom } = siteBuilders();

test('A warm-up renders the newest article, whether a build has made its page or not, and changes no file', async () => {
  const { room, out } = await aBuiltNewsroom('warm');
  const asked: string[] = [];
  const isBroken = (route: string) => {
    asked.push(route);
    return false;
  };
  const builder = aBuilder(room.dir, out, { isBroken });
  await builder.warmUp();
  expect(asked).toEqual([]);
  await builder.build({ now: builtAt });
  const time = () => statSync(join(out, 'articles/a0/index.html')).mtimeMs;
  const before = time();
  asked.length = 0;

  await builder.warmUp();
  await builder.close();

  expect(new Set(asked)).toEqual(new Set(['/articles/a0/']));
  expect(time()).toBe(before);
});
