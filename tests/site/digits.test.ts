import { describe, expect, test } from 'vitest';
import { all, type BuiltSite, builtSite } from '../support/built-site.ts';

const arabic = builtSite('arabic');
const standfirst = builtSite('standfirst');

/** What a reader sees or hears of a page: its texts and labels, without addresses and what scripts and machines read. */
function shown({ pages }: BuiltSite): string[] {
  return pages.flatMap(({ route, document }) => {
    const page = document.body.cloneNode(true) as HTMLElement;
    // Licences have names of their own.
    for (const element of all(page, 'script, style, .paper-only li, [rel=license]')) element.remove();
    const labels = all(page, '[aria-label]').map((element) => element.getAttribute('aria-label') ?? '');
    return [page.textContent ?? '', document.title, ...labels].map((text) => `${route}: ${text}`);
  });
}

/** Elements with digits that editors wrote, which are not changed. */
const written = ['ورقم 2026', '2 ديسمبر 2025'];

/** The words around each digit of a kind. */
function found(texts: readonly string[], digits: string): string[] {
  return texts.flatMap((text) => text.match(new RegExp(`.{0,20}[${digits}].{0,20}`, 'g')) ?? []);
}

describe('The digits of a site', () => {
  test('that has chosen ٠١٢٣ are these in all that readers see, and no others', () => {
    const texts = shown(arabic).map((text) => text.slice(text.indexOf(':')));
    for (const own of written) expect(texts.join('\n')).toContain(own);
    const others = texts.map((text) => written.reduce((left, own) => left.replaceAll(own, ''), text));
    expect(found(others, '0-9')).toEqual([]);
    expect(found(texts, '٠-٩').length).toBeGreaterThan(20);
  });

  test('that has made no choice are those of its language', () => {
    expect(found(shown(standfirst), '٠-٩')).toEqual([]);
  });

  test.each(['articles/first/index.md', 'feed.xml', 'atom.xml', 'feed.json'])(
    'are the same in what is carried elsewhere: %s',
    (file) => {
      const text = arabic.read(file);
      expect(text).toMatch(/[٠-٩]/);
      // A date in the words of the site has a month in letters beside its day.
      expect(found([text], '0-9').filter((around) => /[0-9] (?:يناير|فبراير)/.test(around))).toEqual([]);
    },
  );
});
