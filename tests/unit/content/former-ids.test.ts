import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { feed } from '@/lib/formats/feeds.ts';
import { machineFiles } from '@/lib/formats/machine-files.ts';
import { siteFacts } from '@/lib/press/site-facts.ts';
import { findNamed } from '@/lib/publication/find.ts';
import { pagesOf } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';

const ada = '---\nname: Ada Reed\naliases: [ada, a-reed]\n---\n';
const weather = '---\nname: Weather\naliases: [sky]\n---\n';

function published(files: Record<string, string>) {
  const dir = aContentFolder({ 'articles/storm/index.md': anIndex(), ...files });
  const { content, problems } = loadContent(dir);
  if (!content) throw new Error(JSON.stringify(problems));
  return publish(content, someday);
}

describe('A former id of an author or a topic', () => {
  const former = () => published({ 'authors/ada-reed.md': ada, 'topics/weather.md': weather });

  test('has a page that leads on', () => {
    const publication = former();
    const routes = pagesOf(publication).map(({ route }) => route);
    expect(routes).toEqual(expect.arrayContaining(['/authors/ada/', '/authors/a-reed/', '/topics/sky/']));
    expect(findNamed(publication.authors, 'ada')).toMatchObject({ kind: 'moved', to: { id: 'ada-reed' } });
    expect(findNamed(publication.topics, 'sky')).toMatchObject({ kind: 'moved', to: { id: 'weather' } });
    expect(findNamed(publication.topics, 'weather')).toMatchObject({ kind: 'here', entry: { id: 'weather' } });
    expect(findNamed(publication.topics, 'rain')).toBeUndefined();
  });

  test('is redirected, and so are the feeds of a topic', () => {
    expect(siteFacts(former(), []).redirects).toEqual({
      '/authors/ada/': '/authors/ada-reed/',
      '/authors/a-reed/': '/authors/ada-reed/',
      '/topics/sky/': '/topics/weather/',
      '/topics/sky/feed.xml': '/topics/weather/feed.xml',
      '/topics/sky/atom.xml': '/topics/weather/atom.xml',
      '/topics/sky/feed.json': '/topics/weather/feed.json',
    });
  });

  test('answers with the feed of the topic, for hosts that redirect nothing', () => {
    const publication = former();
    const files = machineFiles(publication);
    const text = (path: string) => files.find(({ file }) => file === path)?.make(publication);
    expect(text('topics/sky/feed.json')).toBe(text('topics/weather/feed.json'));
    expect(text('topics/sky/feed.json')).toContain('/topics/weather/feed.json');
    expect(feed(publication, 'rss', 'sky')).toBe(feed(publication, 'rss', 'weather'));
  });

  test('is an address to which a text may link', () => {
    const lead = 'By [her](/authors/ada/), on [it](/topics/sky/).';
    const site = published({
      'authors/ada-reed.md': ada,
      'topics/weather.md': weather,
      'articles/storm/index.md': anIndex({ lead }),
    });
    expect(site.read('storm')?.lead).toContain('href="/topics/sky/"');
  });

  test('is named to an editor who still writes it', () => {
    const index = anIndex().replace('ada-reed', 'ada').replace('weather', 'sky');
    const dir = aContentFolder({
      'authors/ada-reed.md': ada,
      'topics/weather.md': weather,
      'articles/storm/index.md': index,
    });
    expect(problemLines(dir)).toEqual([
      'content/articles/storm/index.md:4:11  error  author-unknown  The author "ada" has a new id. Write "ada-reed".',
      'content/articles/storm/index.md:6:10  error  topic-unknown  The topic "sky" has a new id. Write "weather".',
    ]);
  });

  test('leaves the record of articles as it is: a byline of a former id is the byline of today', () => {
    const dir = aContentFolder({ 'articles/storm/index.md': anIndex() });
    prepareVersion(dir, { slug: 'storm', kind: 'publish', note: 'First.' }, Date.UTC(2026, 1)).write();
    const index = join(dir, 'articles/storm/index.md');
    rmSync(join(dir, 'authors/ada-reed.md'));
    writeFileSync(join(dir, 'authors/ada.md'), '---\nname: Ada Reed\naliases: [ada-reed]\n---\n');
    writeFileSync(index, readFileSync(index, 'utf8').replace('ada-reed', 'ada'));
    expect(problemLines(dir)).toEqual([]);
  });
});

describe('A former address of an article', () => {
  test('leads on from the pages of its versions as well', () => {
    const dir = aContentFolder({ 'articles/storm/index.md': anIndex({ keys: 'aliases: [gale]' }) });
    prepareVersion(dir, { slug: 'storm', kind: 'publish', note: 'First.' }, Date.UTC(2026, 1)).write();
    const { content } = loadContent(dir);
    if (!content) throw new Error('The content is at fault.');
    const publication = publish(content, someday);
    expect(siteFacts(publication, []).redirects).toEqual({
      '/articles/gale/': '/articles/storm/',
      '/articles/gale/versions/': '/articles/storm/versions/',
      '/articles/gale/versions/1/': '/articles/storm/versions/1/',
    });
    expect(pagesOf(publication).map(({ route }) => route)).toContain('/articles/gale/versions/1/');
  });
});
