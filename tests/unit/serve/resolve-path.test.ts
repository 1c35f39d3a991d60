import { describe, expect, test } from 'vitest';
import { type Edition, editionOf } from '@/lib/serve/edition.ts';
import { siteFiles } from '@/lib/serve/release-manifest.ts';
import { resolvePath } from '@/lib/serve/resolve-path.ts';

function anEdition(url: string): Edition {
  const paths = ['index.html', 'about/index.html', 'articles/أ/index.html', 'icon.svg', 'feed.xml', '404.html'];
  const files = paths.map((path) => ({ path, digest: '00', size: 1, encodings: {} }));
  return editionOf('one', 'out', { url, redirects: { '/articles/old/': '/about/' } }, siteFiles({ files }));
}

describe('A path leads', () => {
  const edition = anEdition('https://news.example');

  test.each([
    ['/', 'index.html'],
    ['/about/', 'about/index.html'],
    ['/articles/أ/', 'articles/أ/index.html'],
    ['/icon.svg', 'icon.svg'],
    ['/404.html', '404.html'],
  ])('to a file: %s to %s', (path, file) => {
    expect(resolvePath(path, edition)).toEqual({ file });
  });

  test.each([
    ['/about', '/about/'],
    ['/about/index.html', '/about/'],
    ['/index.html', '/'],
    ['/articles/أ', '/articles/%D8%A3/'],
    ['/articles/old/', '/about/'],
    ['/articles/old', '/about/'],
  ])('to the one address of a page: %s to %s', (path, to) => {
    expect(resolvePath(path, edition)).toEqual({ to, forGood: true });
  });

  test.each(['/nothing', '/nothing/', '/about/nothing/', '/icon.svg/', '//about', '//', '/constructor'])(
    'nowhere: "%s"',
    (path) => {
      expect(resolvePath(path, edition)).toBe('nowhere');
    },
  );
});

describe('Where the site has a path of its own, a path leads', () => {
  const edition = anEdition('https://news.example/daily/أ');

  test.each([
    ['/daily/أ/', { file: 'index.html' }],
    ['/daily/أ/about/', { file: 'about/index.html' }],
    ['/daily/أ', { to: '/daily/%D8%A3/', forGood: true }],
    ['/daily/أ/about', { to: '/daily/%D8%A3/about/', forGood: true }],
    ['/daily/أ/articles/old/', { to: '/daily/%D8%A3/about/', forGood: true }],
    ['/', { to: '/daily/%D8%A3/', forGood: false }],
    ['/about/', 'nowhere'],
    ['/daily/', 'nowhere'],
    ['/daily/أabout/', 'nowhere'],
  ])('from that on: %s', (path, resolved) => {
    expect(resolvePath(path, edition)).toEqual(resolved);
  });
});
