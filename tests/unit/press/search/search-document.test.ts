import { gunzipSync } from 'node:zlib';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import type { Article } from '@/lib/model/model.ts';
import { searchDocument } from '@/lib/press/search/search-document.ts';
import { indexOf } from '@/lib/press/search/search-index.ts';
import { html } from '../../../support/a-renderer.ts';
import { aSetting } from '../../../support/a-setting.ts';
import {
  aLeadPicture,
  aMapPicture,
  anArticle,
  anEntry,
  aSection,
  aSite,
  aSource,
  aSourceNote,
  aTextNote,
  aTopic,
} from '../../../support/an-article.ts';
import { all } from '../../../support/built-site.ts';

const setting = { ...aSetting(), site: aSite() };

function documentOf(article: Partial<Article>, dateStyle = setting.dateStyle): Document {
  return new JSDOM(searchDocument(anArticle(article), { ...setting, dateStyle })).window.document;
}

function marksOf(article: Article, dateStyle = setting.dateStyle): [string, string][] {
  return all(documentOf(article, dateStyle), 'meta').map((meta) => {
    const [kind = '', name = ''] = ['meta', 'filter'].flatMap((one) => {
      const value = meta.getAttribute(`data-pagefind-${one}`);
      return value === null ? [] : [one, value.replace('[content]', '')];
    });
    return [`${kind} ${name}`, meta.getAttribute('content') ?? ''];
  });
}

/** What Pagefind indexes of an article. */
async function foundIn(
  article: Partial<Article>,
): Promise<{ content: string; meta: object; anchors: { id: string }[] }> {
  const document = searchDocument(anArticle({ standfirst: '', lead: '', ...article }), setting);
  const files = await indexOf([{ url: '/a/', html: document }], 'en');
  const text = gunzipSync(files.find(({ path }) => path.startsWith('fragment/'))?.content ?? '').toString();
  return JSON.parse(text.slice(text.indexOf('{')));
}

describe('An article as the index takes it in', () => {
  const article = anArticle({
    title: 'Quiet & “calm” on the "border"',
    kind: 'analysis',
    topics: [aTopic({ id: 'sea', name: 'The sea' }), aTopic({ id: 'sky', name: 'The sky' })],
    published: Date.parse('2025-12-31T22:30:00Z'),
  });

  test('says what a result shows of it, and what it can be filtered by, in the zone of the publication', () => {
    expect(marksOf(article)).toEqual([
      ['meta title', 'Quiet & “calm” on the "border"'],
      ['meta topic', 'The sea'],
      ['meta kind', 'Analysis'],
      ['meta day', '1 January 2026'],
      ['meta date', '2026-01-01'],
      ['filter topic', 'sea'],
      ['filter topic', 'sky'],
      ['filter year', '2026'],
    ]);
  });

  test('is of the year that it has where the publication is', () => {
    expect(marksOf(article, { ...setting.dateStyle, timeZone: 'Europe/London' })).toContainEqual([
      'filter year',
      '2025',
    ]);
  });

  test('does not name the kind of a report, which is the usual one', () => {
    expect(marksOf(anArticle({ kind: 'report' }))).toContainEqual(['meta kind', '']);
  });

  test('says its language', () => {
    expect(documentOf({}).documentElement.lang).toBe('en-GB');
  });

  test('has its own words, each once, in the order of its page', () => {
    const { body } = documentOf({
      standfirst: 'In short & sweet.',
      picture: aLeadPicture(),
      dateline: 'Geneva',
      lead: html('The *text*.'),
      sections: [aSection({ id: 'pier', title: 'The <pier>', html: html('### Deeper\n\nWood.') })],
      timeline: [{ when: { precision: 'month', value: '2026-01' }, text: 'It fell.', section: 'pier' }],
      notes: [aSourceNote({ source: aSource({ url: 'https://a.example/' }) }), aTextNote({ number: 2 })],
      keyPoints: [{ text: 'A point', section: undefined }],
      unverified: ['A rumour'],
      who: [anEntry()],
    });
    expect(body.innerHTML.replaceAll('\n', '')).toBe(
      '<p>In short &amp; sweet.</p><p>Every plank held. Ada Reed</p><p>Geneva</p><p>The <em>text</em>.</p>' +
        '<h2 id="pier">The &lt;pier&gt;</h2><h3>Deeper</h3><p>Wood.</p>' +
        '<h2 id="timeline">How it unfolded</h2><li>January 2026 It fell.</li>' +
        '<h2 id="sources">How we know</h2>' +
        '<li><p><a href="https://a.example/">Ministry of Defence, Baghdad</a> (Statement)</p></li>' +
        '<li><p>As it was then called.</p></li>',
    );
  });

  test('has what is under its map', () => {
    const { body } = documentOf({ picture: aMapPicture({ caption: 'The border.' }), lead: '' });
    expect(body.textContent).toContain('The border. Map: Example Press');
  });

  test('has the notice of its retraction once', () => {
    const retracted = { when: 0, reason: 'A forgery.' };
    expect(documentOf({ retracted, standfirst: 'A forgery.', lead: '<p>A forgery.</p>' }).body.innerHTML).toBe(
      '<p>A forgery.</p>',
    );
  });
});

describe('What the index keeps of rendered text', () => {
  test('is its words, without marks of notes and what is said to screen readers alone', async () => {
    const markdown = 'Ada wrote[^1] to [the pier](#pier) and [the press](https://a.example/), 1 < 2.\n\n[^1]: A note.';
    const lead = html(markdown);
    expect(lead).toContain('external site');
    expect(lead).toContain('<sup');

    const { content } = await foundIn({ lead });
    expect(content).toBe('Ada wrote to the pier and the press, 1 < 2.');
  });

  test('has its sections by their ids, and no picture', async () => {
    const picture = '<figure><picture><img src="/a.jpg" alt="A pier"></picture><figcaption>Dawn</figcaption></figure>';
    const { anchors, meta } = await foundIn({ sections: [aSection({ id: 'pier', html: picture })] });
    expect(anchors.map(({ id }) => id)).toEqual(['pier']);
    expect(meta).not.toHaveProperty('image');
  });
});
