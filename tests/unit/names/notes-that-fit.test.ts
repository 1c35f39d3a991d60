import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { withNotesThatFit } from '@/lib/names/notes-that-fit.ts';
import { anArticle, anEntry } from '../../support/an-article.ts';

/** Words of which one compresses to about 16 bytes. */
function words(count: number): string {
  const word = (_: unknown, index: number) => createHash('md5').update(String(index)).digest('base64');
  return Array.from({ length: count }, word).join(' ');
}

const mention = '<a href="#who-raqqa" class="who">Raqqa</a>';
const urls = { entry: (id: string) => `/ar/glossary/#${id}` };
const article = (inText: number, inNote: number) =>
  anArticle({
    lead: `<p>${mention} ${words(inText)}</p>`,
    sections: [{ id: 'pier', title: 'The pier', aliases: [], html: `<p>${mention}</p>`, markdown: '' }],
    who: [{ ...anEntry({ id: 'raqqa', note: `<p>${words(1000).slice(-25 * inNote)}</p>` }), hasMore: false }],
  });

describe('The notes on names in an article', () => {
  test('stay on its page where there is room', () => {
    const short = article(20, 20);

    expect(withNotesThatFit(short, urls)).toBe(short);
  });

  test('are left to the glossary page, to which the names lead, where there is room for the text alone', () => {
    const { who, lead, sections } = withNotesThatFit(article(150, 200), urls);

    expect(who).toEqual([]);
    for (const html of [lead, sections[0]?.html]) {
      expect(html).toContain('<a href="/ar/glossary/#raqqa" class="who">Raqqa</a>');
    }
  });

  test('stay on its page where the text alone is too long for the first flight', () => {
    const long = article(600, 20);

    expect(withNotesThatFit(long, urls)).toBe(long);
  });
});
