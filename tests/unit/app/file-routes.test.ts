import { describe, expect, onTestFinished, test } from 'vitest';
import { currentSite } from '@/app/current-site.ts';
import { GET, generateStaticParams } from '@/app/press/files/[...path]/route.ts';
import { machineFiles } from '@/lib/formats/machine-files.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { takeAwayHandover } from '../../support/plain-next.ts';

/** Lets plain Next answer from a folder with a published article and an unpublished one. */
function plainNext() {
  takeAwayHandover();
  process.env['STANDFIRST_CONTENT'] = aContentFolder({
    'articles/storm/index.md': anIndex(),
    'articles/calm/index.md': anIndex({ keys: 'draft: true' }),
  });
  onTestFinished(() => {
    delete process.env['STANDFIRST_CONTENT'];
  });
}

const answerTo = (file: string) =>
  GET(new Request('http://localhost'), { params: Promise.resolve({ path: file.split('/') }) });

describe('Plain Next', () => {
  test.each([
    ['feed.xml', 'application/rss+xml; charset=utf-8'],
    ['articles/storm/index.md', 'text/markdown; charset=utf-8'],
    ['articles/storm/article.json', 'application/json; charset=utf-8'],
  ])('answers for %s, with its type', async (file, type) => {
    plainNext();
    const answer = await answerTo(file);

    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe(type);
    expect(await answer.text()).toContain('/articles/storm/');
  });

  test('answers for every machine-readable file, with what a build writes', async () => {
    plainNext();
    const { publication } = currentSite();
    const files = machineFiles(publication);

    expect(files.map(({ file }) => file)).toEqual(
      expect.arrayContaining(['robots.txt', 'sitemap.xml', 'manifest.webmanifest', 'topics/weather/feed.json']),
    );
    expect(generateStaticParams().map(({ path }) => path.join('/'))).toEqual(files.map(({ file }) => file));
    for (const { file, make } of files) expect(await (await answerTo(file)).text(), file).toBe(make(publication));
  });

  test.each([
    ['an article that readers cannot see', 'articles/calm/index.md'],
    ['the data of an article that readers cannot see', 'articles/calm/article.json'],
    ['an article that does not exist', 'articles/wind/index.md'],
    ['a topic that does not exist', 'topics/wind/feed.json'],
    ['a part of a sitemap that has none', 'sitemaps/1.xml'],
  ])('does not have %s', async (_what, file) => {
    plainNext();
    expect((await answerTo(file)).status).toBe(404);
  });
});
