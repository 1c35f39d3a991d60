import { describe, expect, test } from 'vitest';
import { withoutDeadLinks } from '@/lib/publication/dead-links.ts';

const pages = new Set(['/', '/articles/storm/']);
const alive = (html: string) => withoutDeadLinks(html, (path) => pages.has(path));

describe('A link in a text', () => {
  test.each([
    ['to a page that readers see', '<p>See <a href="/articles/storm/#pier">the pier</a>.</p>'],
    ['to a part of its own page', '<p>See <a href="#pier">below</a>.</p>'],
    ['to another site', '<p>See <a href="https://example.com/x/">there</a>.</p>'],
  ])('%s stays as it is', (_where, html) => {
    expect(alive(html)).toBe(html);
  });

  test('to a page that readers do not see leaves its words, with what is in them', () => {
    const html = '<p>See <a href="/articles/secret/#a">a <em>secret</em> &amp; more</a>, <a href="/">home</a>.</p>';
    expect(alive(html)).toBe('<p>See a <em>secret</em> &amp; more, <a href="/">home</a>.</p>');
  });
});
