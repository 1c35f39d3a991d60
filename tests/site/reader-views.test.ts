import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readability } from '@mozilla/readability';
import { Defuddle } from 'defuddle/node';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { sites } from '../support/sites.ts';

/** Extractors of article text: that of Firefox's Reader View, and that of programs that save articles. */
const readers = {
  'Readability, of Firefox’s Reader View': async (page: JSDOM) =>
    new Readability(page.window.document).parse()?.content,
  Defuddle: async (page: JSDOM) => (await Defuddle(page, page.window.location.href)).content,
} as const;

/** Only letters and digits: reader views change spaces and signs. */
const letters = (text: string) => text.normalize('NFKC').replaceAll(/[^\p{L}\p{N}]+/gu, '');

/** The blocks of the lead and the sections, in order, without the numbers of notes. */
function blocksOf({ window: { document } }: JSDOM): string[] {
  const proses = document.querySelectorAll('.article-text > .prose, .part > .prose');
  return [...proses].flatMap((prose) => {
    for (const note of prose.querySelectorAll('.note')) note.remove();
    const blocks = prose.querySelectorAll('p, li, h3, h4, figcaption, td, th, pre');
    return [...blocks]
      .filter((block) => !block.querySelector('p, li'))
      .map(({ textContent }) => letters(textContent ?? ''));
  });
}

describe.each(Object.entries(readers))('%s', (_reader, read) => {
  test.each([
    ['standfirst', 'articles/iraq-syria-border'],
    ['features', 'articles/old-bridge'],
    ['features', 'articles/recorded'],
    ['arabic', 'articles/first'],
  ] as const)('has every word of lead and sections, in order: %s, %s', async (site, path) => {
    const file = join(sites[site].out, path, 'index.html');
    const page = () => new JSDOM(readFileSync(file, 'utf8'), { url: `https://news.example/${path}/` });
    const blocks = blocksOf(page());
    expect(blocks.length).toBeGreaterThan(2);

    const content = new JSDOM((await read(page())) ?? '').window.document.body;
    for (const note of content.querySelectorAll('sup')) note.remove();
    const text = letters(content.textContent ?? '');

    let at = 0;
    const lost = blocks.filter((block) => {
      const found = text.indexOf(block, at);
      if (found >= 0) at = found;
      return found < 0;
    });
    expect(lost).toEqual([]);
  });
});
