import { describe, expect, onTestFinished, test } from 'vitest';
import { GET as data } from '@/app/articles/[slug]/article.json/route.ts';
import { GET as text } from '@/app/articles/[slug]/index.md/route.ts';
import { currentSite } from '@/app/current-site.ts';
import { GET as feed } from '@/app/feed.xml/route.ts';
import { GET as manifest } from '@/app/manifest.webmanifest/route.ts';
import { GET as robots } from '@/app/robots.txt/route.ts';
import { GET as sitemap } from '@/app/sitemap.xml/route.ts';
import { GET as sitemapPart } from '@/app/sitemaps/[name]/route.ts';
import { GET as topicFeed } from '@/app/topics/[id]/feed.json/route.ts';
import { filesOf } from '@/lib/formats/file-list.ts';
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

const request = new Request('http://localhost');
const of = <Params>(params: Params) => ({ params: Promise.resolve(params) });

describe('Plain Next', () => {
  test('answers for files that machines read, with their types', async () => {
    plainNext();
    const answers = [
      await feed(request, of({})),
      await text(request, of({ slug: 'storm' })),
      await data(request, of({ slug: 'storm' })),
    ];

    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(answers.map(({ headers }) => headers.get('content-type'))).toEqual([
      'application/rss+xml; charset=utf-8',
      'text/markdown; charset=utf-8',
      'application/json; charset=utf-8',
    ]);
    for (const answer of answers) expect(await answer.text()).toContain('/articles/storm/');
  });

  test('answers with what the press writes', async () => {
    plainNext();
    const { publication } = currentSite();
    const files = new Map(filesOf(publication).map(({ file, make }) => [file, make(publication)]));
    const answers: [string, Promise<Response>][] = [
      ['feed.xml', feed(request, of({}))],
      ['articles/storm/index.md', text(request, of({ slug: 'storm' }))],
      ['articles/storm/article.json', data(request, of({ slug: 'storm' }))],
      ['topics/weather/feed.json', topicFeed(request, of({ id: 'weather' }))],
      ['sitemap.xml', sitemap(request, of({}))],
      ['robots.txt', robots(request, of({}))],
      ['manifest.webmanifest', manifest(request, of({}))],
    ];

    for (const [file, answer] of answers) expect(await (await answer).text(), file).toBe(files.get(file));
  });

  test('has none of an article that readers cannot see, nor of one that there is not', async () => {
    plainNext();
    const answers = [
      text(request, of({ slug: 'calm' })),
      data(request, of({ slug: 'calm' })),
      text(request, of({ slug: 'wind' })),
      topicFeed(request, of({ id: 'wind' })),
      sitemapPart(request, of({ name: '1.xml' })),
    ];

    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
  });
});
