import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { nginxServer } from '@/lib/hosts/nginx.ts';
import { redirectsFile } from '@/lib/hosts/pages.ts';
import { pagesOf } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { redirectsOf } from '@/lib/publication/redirects.ts';
import { answerTo } from '@/lib/serve/answer.ts';
import { editionOf } from '@/lib/serve/edition.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';

const url = 'https://harbour.example/news';
const redirects = `---
redirects:
  /2019/03/the storm.html: /articles/storm/#pier
  /storm.php: articles/storm/index.md
  /blog/عاصفة/: /articles/storm/
  /old/index.html: /about/
  /tide:high*: https://tides.example/now?at=$1
  /secret: /articles/secret/
---
`;

function publication() {
  const dir = aContentFolder({
    'redirects.md': redirects,
    'articles/secret/index.md': anIndex({ keys: 'draft: true' }),
  });
  const { content } = loadContent(dir);
  if (!content) throw new Error(problemLines(dir).join('\n'));
  return publish(content, someday);
}

const all = () => Object.fromEntries(redirectsOf(publication()));

describe('A path of an earlier site', () => {
  test('leads to a page of this one or elsewhere, unless readers cannot see it', () => {
    expect(all()).toEqual({
      '/2019/03/the storm.html': '/articles/storm/#pier',
      '/storm.php': '/articles/storm/',
      '/blog/عاصفة/': '/articles/storm/',
      '/old/': '/about/',
      '/tide:high*': 'https://tides.example/now?at=$1',
    });
  });

  test('is a page at which hosts of plain files arrive', () => {
    expect(
      pagesOf(publication())
        .filter(({ kind }) => kind === 'formerPath')
        .map(({ file }) => file),
    ).toEqual([
      '2019/03/the storm.html',
      'storm.php/index.html',
      'blog/عاصفة/index.html',
      'old/index.html',
      'tide:high*/index.html',
    ]);
  });

  test.each([
    ['/news/2019/03/the%20storm.html', '/news/articles/storm/#pier'],
    ['/news/2019/03/the%20storm.html?from=feed', '/news/articles/storm/#pier'],
    ['/news/storm.php?p=1', '/news/articles/storm/?p=1'],
    ['/news/storm.php/', '/news/articles/storm/'],
    ['/news/blog/%D8%B9%D8%A7%D8%B5%D9%81%D8%A9', '/news/articles/storm/'],
    ['/news/blog/%D8%B9%D8%A7%D8%B5%D9%81%D8%A9/', '/news/articles/storm/'],
    ['/news/old/', '/news/about/'],
    ['/news/tide:high*?p=1', 'https://tides.example/now?at=$1'],
  ])('is sent on by our server: %s', (target, location) => {
    const edition = editionOf('one', '.', { url, redirects: all() }, new Map());
    expect(answerTo({ method: 'GET', target, headers: {} }, edition)).toMatchObject({
      status: 301,
      headers: { location },
    });
  });

  test('is sent on by nginx', () => {
    const lines = nginxServer({ url, redirects: all(), folder: '/srv', tls: true }).split('\n');
    expect(lines.filter((line) => /storm|tide/.test(line))).toEqual([
      'location = "/news/2019/03/the storm.html" { return 301 "/news/articles/storm/#pier"; }',
      'location = "/news/storm.php" { return 301 "/news/articles/storm/$is_args$args"; }',
      'location = "/news/storm.php/" { return 301 "/news/articles/storm/$is_args$args"; }',
      'location = "/news/blog/عاصفة/" { return 301 "/news/articles/storm/$is_args$args"; }',
      'location = "/news/blog/عاصفة" { return 301 "/news/articles/storm/$is_args$args"; }',
      'location = "/news/tide:high*" { return 301 "https://tides.example/now?at=%241"; }',
      'location = "/news/tide:high*/" { return 301 "https://tides.example/now?at=%241"; }',
    ]);
  });

  test('is sent on by hosts that read _redirects', () => {
    expect(redirectsFile(url, all()).split('\n')).toEqual([
      '/news/2019/03/the%20storm.html /news/articles/storm/#pier 301',
      '/news/storm.php /news/articles/storm/ 301',
      '/news/blog/%D8%B9%D8%A7%D8%B5%D9%81%D8%A9/ /news/articles/storm/ 301',
      '/news/old/ /news/about/ 301',
      '/news/tide%3Ahigh%2A https://tides.example/now?at=$1 301',
      '',
    ]);
  });
});
