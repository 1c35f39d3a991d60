import { rmSync } from 'node:fs';
import { expect } from 'vitest';
import { siteContent } from './compare-sites.ts';
import { builtAt, type Edit } from './newsroom.ts';
import type { SiteBuilders } from './site-builders.ts';

let count = 0;

/**
 * Makes edits in a newsroom with a build after each, and expects the site to equal that of a first build.
 *
 * @param resident Whether one builder makes all builds, as `npm run build -- --watch` does, or each has its own.
 * @param stock How many articles there are besides those that are edited.
 */
export async function staysTheSame(
  { path, aBuilder, aBuiltNewsroom, fromNothing }: SiteBuilders,
  edits: readonly Edit[],
  resident: boolean,
  stock = 0,
): Promise<void> {
  const name = `room-${count++}`;
  const { room, out } = await aBuiltNewsroom(name, stock);
  let builder = aBuilder(room.dir, out);
  await builder.build({ now: builtAt });
  for (const edit of edits) {
    room.do(edit);
    if (resident) {
      await builder.build({ now: builtAt, suspects: foldersOf(edit), afterwards: 'later' });
    } else {
      await builder.close();
      builder = aBuilder(room.dir, out);
      await builder.build({ now: builtAt });
    }
  }
  if (resident) await builder.build({ now: builtAt, suspects: new Set() });
  await builder.close();
  expect(siteContent(out)).toEqual(await fromNothing(room.dir));
  rmSync(path(name), { recursive: true });
}

/** The folders of the articles whose files an edit changes. */
function foldersOf(edit: Edit): ReadonlySet<string> {
  const numbers = 'article' in edit ? [edit.article, ...('to' in edit ? [edit.to] : [])] : [];
  return new Set(numbers.map((number) => `a${number}`));
}
