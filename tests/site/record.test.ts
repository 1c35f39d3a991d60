import { describe, expect, test } from 'vitest';
import { all, attribute, builtSite, pageAt } from '../support/built-site.ts';

const features = builtSite('features');
const article = '/articles/recorded/';

const page = (route: string) => pageAt(features, route).document;

/** What a version's page marks, as its readers see it: -removed and +added words. */
function marks(number: number): string[] {
  return all(page(`${article}versions/${number}/`), 'main ins, main del').map((mark) => {
    const words = mark.cloneNode(true) as Element;
    for (const hidden of all(words, '.hidden-text')) hidden.remove();
    return `${mark.tagName === 'INS' ? '+' : '-'}${words.textContent?.replace(/\s+/g, ' ')}`;
  });
}

describe('the page of an article with a record', () => {
  test('says beside the headline when it was last updated, and where', () => {
    const line = page(article).querySelector('.updated');
    expect(line?.textContent).toBe('Updated 12 January 2026: The harbour');
    expect(attribute(page(article), '.updated a', 'href')).toBe('#harbour');
    expect(attribute(page(article), '.updated time', 'datetime')).toBe('2026-01-12');
  });

  test('says at each section when it was last updated or corrected, and leads to what changed', () => {
    const updates = all(page(article), '.part-update').map((update) => [
      update.closest('section')?.id,
      update.textContent,
      attribute(update, 'a', 'href'),
    ]);
    expect(updates).toEqual([
      [
        'pier',
        'Corrected 11 January 2026: We had the wrong year. See what changed',
        `${article}versions/2/#section-pier`,
      ],
      [
        'harbour',
        'Updated 12 January 2026: The ferries were on time, and the harbour was dredged. See what changed',
        `${article}versions/3/#section-harbour`,
      ],
    ]);
  });

  test('announces the last change twice, beside the headline and at its section, and an earlier one there alone', () => {
    const times = all(page(article), '.article-head time, .toc time, .part time, .toc small').map((time) => [
      time.textContent,
      time.closest('.part-update')?.classList.contains('text-soft'),
    ]);
    expect(times).toEqual([
      ['10 January 2026 at 08:00 GMT', undefined],
      ['12 January 2026', undefined],
      ['11 January 2026', true],
      ['12 January 2026', false],
      ['11 January 2026 at 09:30 GMT', undefined],
    ]);
  });

  test('has its corrections at its foot', () => {
    const correction = page(article).querySelector('.correction');
    expect(correction?.querySelector('del')?.textContent).toBe('The pier was built in 1891.');
    expect(correction?.querySelector('ins')?.textContent).toBe('The pier was built in 1897.');
  });

  test('leads to all its versions', () => {
    expect(all(page(article), `a[href="${article}versions/"]`)).not.toEqual([]);
  });
});

describe('the list of versions', () => {
  test('has every version, newest first, minor ones too, with when, why and how much changed', () => {
    const items = all(page(`${article}versions/`), '.versions > li').map((item) => item.textContent);
    expect(items).toHaveLength(5);
    expect(items[0]).toContain('Version 5 · Minor change14 January 2026 at 10:00 GMT · 0 words added, 0 removed');
    expect(items[1]).toContain('Emphasis.');
    expect(items[3]).toContain('Version 2 · Correction');
    expect(items[4]).toContain('First published.');
    expect(items[4]).toContain('[Removed on 14 January 2026 at 10:05 GMT: safety of a witness]');
  });
});

describe('the page of a version', () => {
  test.each([
    [1, []],
    [2, ['-1891', '+1897']],
    [3, ['+ on time', '+Its mouth was dredged in spring.']],
    [4, []],
    [5, []],
  ])('%d marks what changed since the one before', (number, expected) => {
    expect(marks(number)).toEqual(expected);
  });

  test('says where a link or emphasis changed and no word', () => {
    expect(page(`${article}versions/4/`).querySelector('#section-pier')?.textContent).toContain('No word has changed');
  });

  test('shows first what changed, then the other parts folded, and each title once', () => {
    const titles = (selector: string) => all(page(`${article}versions/2/`), selector).map(({ id }) => id);
    expect(titles('.article-text > section')).toEqual(['section-pier']);
    expect(titles('.article-text > details > section')).toEqual(['headline', 'standfirst', 'lead', 'section-harbour']);
    for (const section of all(page(`${article}versions/2/`), '.article-text section')) {
      expect(all(section, 'h2, p').filter(({ textContent }) => textContent === 'The pier').length).toBeLessThan(2);
    }
  });

  test('shows what was taken out as a notice, which is not struck out', () => {
    for (const number of [1, 2, 5]) {
      const notices = all(page(`${article}versions/${number}/`), '#section-pier .notice');
      expect(notices.map(({ textContent }) => textContent)).toEqual([
        '[Removed on 14 January 2026: safety of a witness]',
      ]);
      expect(notices[0]?.closest('ins, del')).toBeNull();
    }
  });

  test('tells those who hear it what was added and removed', () => {
    const [removed, added] = all(page(`${article}versions/2/`), 'main del, main ins');
    expect(removed?.textContent?.replace(/\s+/g, ' ')).toBe(' removed: 1891 (end of change) ');
    expect(added?.textContent?.replace(/\s+/g, ' ')).toBe(' added: 1897 (end of change) ');
  });

  test('is not for search engines', () => {
    expect(attribute(page(`${article}versions/2/`), 'meta[name=robots]', 'content')).toBe('noindex');
    expect(page(article).querySelector('meta[name=robots]')).toBeNull();
  });
});

describe('the corrections of the publication', () => {
  test('are on a page of their own, each with its article and its section', () => {
    const corrections = page('/corrections/');
    expect(all(corrections, 'section h2 a').map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['An article with a record', `${article}#pier`],
    ]);
  });

  test('are told of in the foot of every page', () => {
    for (const { document } of features.pages) {
      expect(all(document, 'footer a[href="/corrections/"]')).toHaveLength(1);
    }
  });
});

test('a passage that was taken out is in no file of the site', () => {
  const texts = features.files.filter((name) => /\.(html|xml|json|md|txt)$/.test(name));
  expect(texts.length).toBeGreaterThan(20);
  expect(texts.filter((file) => features.read(file).includes('John Doe'))).toEqual([]);
});
