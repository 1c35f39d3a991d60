import { describe, expect, test } from 'vitest';
import { portableArticleHtml } from '@/lib/formats/article-html.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import type { Article, Site } from '@/lib/model/model.ts';
import {
  aLeadPicture,
  aMapPicture,
  anArticle,
  aSection,
  aSite,
  aSource,
  aSourceNote,
  aTextNote,
} from '../../support/an-article.ts';

const html = (article: Partial<Article>, site: Partial<Site> = {}) =>
  portableArticleHtml(anArticle({ lead: '<p>Lead.</p>', ...article }), settingOf(aSite(site)));

describe('An article as plain HTML', () => {
  test('is its lead and its sections under their titles', () => {
    const sections = [aSection({ title: 'Wind & rain', html: '<p>More.</p>' })];
    expect(html({ sections })).toBe('<p>Lead.</p><h2>Wind &amp; rain</h2><p>More.</p>');
  });

  test('begins with its picture, which has alternative text, caption and credit', () => {
    expect(html({ picture: aLeadPicture({ alt: 'A "pier"' }) })).toMatch(
      /^<figure><img src="https:\/\/example\.org\/pictures\/storm\/pier-1a2b3c4d-960\.jpg" alt="A &quot;pier&quot;" width="\d+" height="\d+"><figcaption>Every plank held\. Ada Reed<\/figcaption><\/figure><p>Lead/,
    );
  });

  test('says that it runs from right to left, where it does', () => {
    expect(html({}, { dir: 'rtl' })).toBe('<div dir="rtl"><p>Lead.</p></div>');
  });

  test('has no map, which is drawn for the page', () => {
    expect(html({ picture: aMapPicture() })).toBe('<p>Lead.</p>');
  });

  test('has key points and dateline before the lead', () => {
    const keyPoints = [
      { text: 'It < rained.', section: undefined },
      { text: 'It snowed.', section: 'pier' },
    ];
    expect(html({ keyPoints, dateline: 'Baghdad' })).toBe(
      '<p><strong>Key points</strong></p><ul><li>It &lt; rained.</li><li>It snowed.</li></ul><p>Baghdad</p><p>Lead.</p>',
    );
  });

  test('says after the key points what is not verified', () => {
    expect(html({ unverified: ['Who < fired first.'], dateline: 'Baghdad' })).toBe(
      '<p><strong>What is not verified</strong></p><ul><li>Who &lt; fired first.</li></ul><p>Baghdad</p><p>Lead.</p>',
    );
  });

  test('tells its timeline with dates for people and machines', () => {
    const timeline = [{ when: { precision: 'month' as const, value: '2024-09' }, text: 'A & B', section: undefined }];
    expect(html({ timeline })).toBe(
      '<p>Lead.</p><h2>How it unfolded</h2><ul><li><time datetime="2024-09">September 2024</time>: A &amp; B</li></ul>',
    );
  });

  test('lists its sources and notes by number', () => {
    const source = aSource({
      url: 'https://a.example/?b&c',
      date: { precision: 'day', value: '2026-01-19' },
    });
    expect(html({ notes: [aSourceNote({ source }), aTextNote({ number: 2, html: '<p>So it was.</p>' })] })).toBe(
      '<p>Lead.</p><h2>How we know</h2><ol>' +
        '<li><p><a href="https://a.example/?b&amp;c">Ministry of Defence, Baghdad</a> (Statement, <time datetime="2026-01-19">Monday, 19 January 2026</time>)</p></li>' +
        '<li><p>So it was.</p></li></ol>',
    );
  });

  test('ends with its corrections, newest first', () => {
    const one = {
      passages: [{ section: undefined, was: 'Two', is: 'Three' }],
      note: 'We miscounted.',
      recorded: 0,
      number: 2,
      redactions: [],
    };
    const other = { ...one, number: 3, note: 'And again.' };
    const end = html({ corrections: [one, other] });

    expect(end).toContain('<h2>Corrections</h2><p><time datetime="1970-01-01">1 January 1970</time>: And again.</p>');
    expect(end.indexOf('And again')).toBeLessThan(end.indexOf('We miscounted'));
    expect(end).toContain('<p>It said: <del>Two</del></p><p>It now says: <ins>Three</ins></p>');
    expect(end).toContain('<a href="https://example.org/articles/quiet-on-the-border/versions/3/">');
  });

  test('has every passage of a correction under its note', () => {
    const passages = [
      { section: undefined, was: 'Two', is: 'Three' },
      { section: 'pier', was: 'Four', is: 'Five' },
    ];
    const end = html({ corrections: [{ passages, note: 'Oh.', recorded: 0, number: 2, redactions: [] }] });
    expect(end).toContain(
      ': Oh.</p><p>It said: <del>Two</del></p><p>It now says: <ins>Three</ins></p>' +
        '<p>It said: <del>Four</del></p><p>It now says: <ins>Five</ins></p><p><a',
    );
  });

  test('strikes out no notice of what was taken out of a correction', () => {
    const redactions = [{ instant: 0, reason: 'by law' }];
    const passages = [{ section: undefined, was: 'One, [Removed: by law].', is: 'Two.' }];
    expect(html({ corrections: [{ passages, note: 'Oh.', recorded: 0, number: 2, redactions }] })).toContain(
      '<p>It said: <del>One, </del>[Removed: by law]<del>.</del></p><p>It now says: <ins>Two.</ins></p>',
    );
  });
});
