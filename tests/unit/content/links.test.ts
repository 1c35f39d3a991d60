import { describe, expect, test } from 'vitest';
import { anIndex, contentWith } from '../../support/content-folder.ts';

const gale = { 'articles/gale/index.md': anIndex({ keys: 'aliases: [breeze]' }) };
const sea = '---\ntitle: The sea\naliases: [ocean]\n---\n';

describe('A link in the lead of an article', () => {
  test.each([
    ['to a section', '#pier', '#pier'],
    ['to a section by its file', '1-pier.md', '#pier'],
    ['to its own article', 'index.md', '/articles/storm/'],
    ['to another article by its file', '../gale/index.md', '/articles/gale/'],
    ['to another article by its folder', '../gale/', '/articles/gale/'],
    ['to another article by its path', '/articles/gale/', '/articles/gale/'],
    ['to another article by a former slug', '/articles/breeze/', '/articles/breeze/'],
    ['to a section of another article by its file', '../gale/1-sea.md', '/articles/gale/#sea'],
    ['to a section of another article by its former id', '/articles/gale/#ocean', '/articles/gale/#ocean'],
    ['to the about page', '../../site.md', '/about/'],
    ['to the front page', '/', '/'],
    ['to an author', '../../authors/ada-reed.md', '/authors/ada-reed/'],
    ['to a topic', '/topics/weather/', '/topics/weather/'],
    ['to another site', 'https://log.example/?a=b#c', 'https://log.example/?a=b#c'],
    ['to a mailbox', 'mailto:desk@harbour.example', 'mailto:desk@harbour.example'],
  ])('%s: %s', (_what, written, expected) => {
    expect(hrefOf(written)).toBe(expected);
  });

  test('carries the path of a site that is not at the root of its host', () => {
    expect(hrefOf('../gale/1-sea.md', 'https://harbour.example/news')).toBe('/news/articles/gale/#sea');
    expect(hrefOf('#pier', 'https://harbour.example/news')).toBe('#pier');
  });

  test('may be written as a reference, with a title', () => {
    const lead = 'See [the pier][1].\n\n[1]: 1-pier.md "The pier"';
    const [storm] = contentWith({ 'articles/storm/index.md': anIndex({ lead }) }).articles;

    expect(storm?.lead).toBe('<p>See <a href="#pier" title="The pier">the pier</a>.</p>');
  });
});

function hrefOf(written: string, url = 'https://harbour.example'): string | undefined {
  const site = `---
name: The Harbour
tagline: News from the coast
url: ${url}
lang: en-GB
timeZone: Europe/London
publisher: {name: Harbour Press}
contact: desk@harbour.example
---
`;
  const storm = anIndex({ lead: `See [this](${written}).` });
  const files = { 'site.md': site, 'articles/storm/index.md': storm, 'articles/gale/1-sea.md': sea, ...gale };
  const article = contentWith(files).articles.find(({ slug }) => slug === 'storm');
  return /href="([^"]*)"/.exec(article?.lead ?? '')?.[1];
}
