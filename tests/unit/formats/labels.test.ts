import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { articleData } from '@/lib/formats/article-data.ts';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { feed } from '@/lib/formats/feeds.ts';
import { llms } from '@/lib/formats/llms.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import { wordsFor } from '@/lib/languages/languages.ts';
import type { Labels } from '@/lib/model/model.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { searchDocument } from '@/lib/press/search/search-document.ts';
import { newsOf } from '@/lib/publication/news.ts';
import { publish } from '@/lib/publication/publish.ts';
import { articleShareImage } from '@/lib/share-images/article-share-image.ts';
import { comparedVersion, partTitle } from '@/lib/versions/shown-versions.ts';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, aPublication, aSite } from '../../support/an-article.ts';
import { aContentFolder, anIndex, contentWith, problemLines } from '../../support/content-folder.ts';

const index = 'articles/storm/index.md';
const keys = `labels:
  sponsored: { by: Harbour Bank, url: https://bank.example/ }
  satire: true
  warning: It describes a drowning.`;
const sponsored = {
  sponsor: { name: 'Harbour Bank', url: 'https://bank.example/' },
  satire: false,
  warning: undefined,
};
const satire = { sponsor: undefined, satire: true, warning: undefined };
const warned = { sponsor: undefined, satire: false, warning: 'It describes a drowning.' };
const all = { ...warned, sponsor: sponsored.sponsor, satire: true };
const none = { sponsor: undefined, satire: false, warning: undefined };
const site = aSite();
const setting = settingOf(site);
const storm = (labels: Labels = all) => anArticle({ slug: 'storm', standfirst: 'The pier stands.', labels });

describe('The labels of an article', () => {
  test('are read from its front matter; without any there are none', () => {
    expect(contentWith({ [index]: anIndex({ keys }) }).articles[0]?.labels).toEqual(all);
    expect(contentWith({ [index]: anIndex() }).articles[0]?.labels).toEqual(none);
  });

  test.each([
    ['labels: { sponsered: { by: Bank } }', 'Did you mean "sponsored"?'],
    ['labels: { sponsored: Bank }', 'labels.sponsored'],
    ['labels: { sponsored: { by: Bank, url: "javascript:alert(1)" } }', 'labels.sponsored.url'],
    ['labels: { warning: "" }', 'labels.warning'],
  ])('are refused at their place where they are wrong: %s', (wrong, told) => {
    const lines = problemLines(aContentFolder({ [index]: anIndex({ keys: wrong }) }));
    expect(lines).toEqual([expect.stringContaining(told)]);
    expect(lines[0]).toMatch(/^content\/articles\/storm\/index\.md:7:\d+ /);
  });

  test('are told in feeds, before the summary and before the text', () => {
    const publication = aPublication({ articles: [storm()] });
    const [item] = JSON.parse(feed(publication, 'json') ?? '').items;
    expect(item.summary).toBe('Sponsored by Harbour Bank. Satire. Content warning. The pier stands.');
    expect(item.content_html).toMatch(
      /^<p><strong><a href="https:\/\/bank\.example\/">Sponsored by Harbour Bank<\/a><\/strong><\/p><p><strong>Satire<\/strong><\/p><p><strong>Content warning: It describes a drowning\.<\/strong><\/p>/,
    );
    expect(feed(publication, 'rss')).toContain('<description>Sponsored by Harbour Bank. Satire.');
  });

  test('are told in the Markdown of the article and in llms.txt', () => {
    expect(articleMarkdown(storm(), setting)).toContain('\n**[Sponsored by Harbour Bank](https://bank.example/)**\n');
    expect(llms(aPublication({ articles: [storm(satire)] }))).toContain(': Satire. The pier stands.');
  });

  test.each([
    [
      sponsored,
      { '@type': 'AdvertiserContentArticle', sponsor: { name: 'Harbour Bank', url: 'https://bank.example/' } },
    ],
    [satire, { '@type': 'SatiricalArticle' }],
    [none, { '@type': 'ReportageNewsArticle' }],
  ])('say to search engines what the article is: %j', (labels, data) => {
    expect(articleData(storm(labels), site, createUrls(site.url))).toMatchObject({ '@graph': [data, {}] });
  });

  test('are told to other newsrooms', () => {
    expect(JSON.parse(ninjs(storm(), setting))).toMatchObject({
      infoSources: [{}, {}, { name: 'Harbour Bank', role: 'sponsor', uri: 'https://bank.example/' }],
      genres: [{ literal: 'report' }, { name: 'Satire', literal: 'satire' }],
      edNote: 'Content warning: It describes a drowning.',
    });
  });

  test('keep what is no news out of the sitemap for news', () => {
    const articles = [sponsored, satire, warned, none].map((labels, number) =>
      anArticle({ slug: `a${number}`, labels }),
    );
    const now = (articles[0]?.published ?? 0) + 1;
    expect(newsOf(articles, now).map(({ slug }) => slug)).toEqual(['a2', 'a3']);
  });

  test('stand beside the kind of a hit of the search, and on the card', () => {
    expect(searchDocument(storm(satire), settingOf(site))).toContain('name="kind[content]" content="Satire"'.slice(5));
    expect(articleShareImage(storm(satire), site).kicker).toBe('Security · Satire');
    expect(articleShareImage(storm(none), site).kicker).toBe('Security');
  });
});

describe('The record', () => {
  /** A folder whose article was recorded without labels, and now has these. */
  function relabelled(labels: string) {
    const content = aContentFolder({ [index]: anIndex() });
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'First.' }, Date.UTC(2026, 0, 20)).write();
    writeFileSync(join(content, index), anIndex({ keys: labels }));
    return content;
  }

  test('of an article without labels stays as it was', () => {
    expect(problemLines(relabelled(''))).toEqual([]);
  });

  test.each([
    ['labels: { sponsored: { by: Harbour Bank } }', 'version 1 differs in sponsored.'],
    ['labels: { satire: true }', 'version 1 differs in satire.'],
    ['labels: { warning: It describes a drowning. }', 'version 1 differs in warning.'],
  ])('misses a label that is new, at its key: %s', (labels, told) => {
    expect(problemLines(relabelled(labels))).toEqual([
      expect.stringMatching(new RegExp(`^content/articles/storm/index\\.md:7:9  error  unrecorded .*${told}`)),
    ]);
  });

  test('shows readers which labels are new', () => {
    const content = relabelled(keys);
    prepareVersion(content, { slug: 'storm', kind: 'update', note: 'Labelled.' }, Date.UTC(2026, 0, 21)).write();
    const loaded = loadContent(content).content;
    if (!loaded) throw new Error('The content is at fault.');
    const record = publish(loaded, Date.UTC(2026, 1)).read('storm')?.record ?? [];
    const { dateStyle } = aSetting();
    const words = wordsFor('en');
    const changed = comparedVersion(record, 2, { dateStyle, words }).filter(({ change }) => change !== 'none');
    expect(
      changed.map((part) => [
        partTitle(part, words),
        part.paragraphs
          .flat()
          .map(({ text }) => text)
          .join(''),
      ]),
    ).toEqual([
      ['Sponsored by', 'Harbour Bank https://bank.example/'],
      ['Satire', 'Satire'],
      ['Content warning', 'It describes a drowning.'],
    ]);
  });
});
