import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { finishedSite } from '@/lib/serve/read-built-site.ts';
import { builtAt, Newsroom } from '../support/newsroom.ts';
import { longTest } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

const { aBuilder } = siteBuilders();

describe('A card that cannot be drawn', () => {
  /** Builds a site of which some cards cannot be drawn, and returns what was said and the cards. */
  async function buildWithout(undrawn: readonly string[]) {
    const dir = aTemporaryFolder();
    const room = new Newsroom(join(dir, 'content'));
    const out = join(dir, 'out');
    const said: string[] = [];
    const failing = new Set(undrawn);
    const isBroken = (route: string) => failing.has(route);
    const builder = aBuilder(room.dir, out, { say: (line) => said.push(line), isBroken });
    await builder.build({ now: builtAt });
    const card = (path: string) => readFileSync(join(out, path));
    const again = async () => {
      failing.clear();
      said.length = 0;
      await builder.build({ now: builtAt });
      await builder.close();
    };
    return { dir: room.dir, said, card, again, out };
  }

  test('is reported at its article, replaced by that of the site, and tried again by the next build', async () => {
    const { dir, said, card, again, out } = await buildWithout(['/articles/a1/card.png']);

    expect(said.filter((line) => line.includes('  warning  '))).toEqual([
      `${dir}/articles/a1/index.md:1:1  warning  The share image /articles/a1/card.png cannot be drawn: No ink. The share image of the site is used instead. Look for unusual characters in the title, then build again.`,
    ]);
    expect(card('articles/a1/card.png')).toEqual(card('card.png'));
    expect(card('articles/a0/card.png')).not.toEqual(card('card.png'));
    expect(finishedSite(out).files.map(({ path }) => path)).toContain('search/index.html');

    await again();
    expect(said.filter((line) => line.includes('  warning  '))).toEqual([]);
    expect(card('articles/a1/card.png')).not.toEqual(card('card.png'));
  });

  test('is a card without words where that of the site cannot be drawn either', async () => {
    const { card, again } = await buildWithout(['/articles/a1/card.png', '/card.png']);

    for (const path of ['card.png', 'articles/a1/card.png'])
      expect(await sharp(card(path)).metadata()).toMatchObject({ format: 'png', width: 1200, height: 675 });
    await again();
  });
});

longTest('Headlines, topics and names of any characters that the check passes stop no stage of a build', async () => {
  const dir = aTemporaryFolder();
  const room = new Newsroom(join(dir, 'content'));
  const odd = [
    'T\u200b',
    'П\u2002П\u2009П',
    'T\ufeff',
    'T\u2028T',
    'T\ufe0f',
    'T\ue000',
    'T\uffff',
    '\u0301T',
    'T\ud800 T',
  ];
  const more = ['T\u3164', 'T\u202e', 'T\u{1f469}\u200d\u{1f692}', 'T\tT', 'T\u0378', 'T\udc00', 'T\u{e0041}'];
  const titles = [...odd, ...more];
  for (const [index, title] of titles.entries()) {
    mkdirSync(join(room.dir, `articles/odd-${index}`));
    writeFileSync(join(room.dir, `topics/odd-${index}.md`), `---\nname: ${JSON.stringify(title)}\n---\n`);
    const keys = [`title: ${JSON.stringify(title)}`, `standfirst: ${JSON.stringify(title)}`, 'authors: [a]'];
    const text = `---\n${keys.join('\n')}\ntopics: [odd-${index}]\npublished: 2026-01-01T00:00:00Z\n---\n\nText ${title}.\n`;
    writeFileSync(join(room.dir, `articles/odd-${index}/index.md`), text);
  }
  const wrong = new Set(loadContent(room.dir).problems.flatMap(({ file }) => /odd-\d+/.exec(file) ?? []));
  for (const name of wrong) {
    rmSync(join(room.dir, 'articles', name), { recursive: true });
    rmSync(join(room.dir, `topics/${name}.md`));
  }
  expect(titles.length - wrong.size).toBeGreaterThan(9);
  const said: string[] = [];
  const builder = aBuilder(room.dir, join(dir, 'out'), { say: (line) => said.push(line) });
  await builder.build({ now: builtAt });
  await builder.close();

  expect(said.filter((line) => line.includes('cannot be drawn'))).toEqual([]);
  expect(finishedSite(join(dir, 'out')).files.filter(({ path }) => path.endsWith('card.png')).length).toBe(
    3 + titles.length - wrong.size,
  );
});
