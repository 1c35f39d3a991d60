import { describe, expect, test } from 'vitest';
import { createUrls, routes } from '@/lib/model/urls.ts';

describe('The addresses of a site', () => {
  test.each([
    ['https://harbour.example', ''],
    ['https://harbour.example/', ''],
    ['https://harbour.example/news', '/news'],
    ['https://harbour.example/news/', '/news'],
    ['http://localhost:3000/a/b', '/a/b'],
  ])('at %s begin with "%s"', (siteUrl, base) => {
    const urls = createUrls(siteUrl);

    expect([
      urls.home,
      urls.about,
      urls.icon,
      urls.article('storm'),
      urls.section('storm', 'pier'),
      urls.topic('weather'),
      urls.topic('weather', 2),
      urls.author('ada'),
      urls.author('ada', 3),
      urls.page(undefined),
      urls.page(4),
      urls.picture({ name: 'storm/pier-1a2b3c4d', width: 480, format: 'avif' }),
      urls.path('/search/'),
    ]).toEqual([
      `${base}/`,
      `${base}/about/`,
      `${base}/icon.svg`,
      `${base}/articles/storm/`,
      `${base}/articles/storm/#pier`,
      `${base}/topics/weather/`,
      `${base}/topics/weather/page/2/`,
      `${base}/authors/ada/`,
      `${base}/authors/ada/page/3/`,
      `${base}/`,
      `${base}/page/4/`,
      `${base}/pictures/storm/pier-1a2b3c4d-480.avif`,
      `${base}/search/`,
    ]);
  });

  test.each([
    ['https://harbour.example', 'https://harbour.example/articles/storm/'],
    ['https://harbour.example/news', 'https://harbour.example/news/articles/storm/'],
    ['http://localhost:3000/', 'http://localhost:3000/articles/storm/'],
  ])('at %s have an absolute form', (siteUrl, expected) => {
    const urls = createUrls(siteUrl);

    expect(urls.absolute(urls.article('storm'))).toBe(expected);
  });
});

describe('An address', () => {
  const { isExternal } = createUrls('https://harbour.example/news');

  test.each([
    ['https://elsewhere.example/', true],
    ['http://elsewhere.example/', true],
    ['https://www.harbour.example/', true],
    ['https://harbour.example:8443/', true],
    ['//elsewhere.example/', true],
    ['HTTPS://ELSEWHERE.EXAMPLE/', true],
    ['https://harbour.example/', false],
    ['http://harbour.example/about/', false],
    ['/about/', false],
    ['#pier', false],
    ['pier.jpg', false],
    ['mailto:desk@elsewhere.example', false],
    ['https://', false],
  ])('%s leads to another site: %s', (address, expected) => {
    expect(isExternal(address)).toBe(expected);
  });
});

describe('The routes', () => {
  test('stand below the root of the site, whatever its address', () => {
    expect([
      routes.home,
      routes.about,
      routes.article('storm'),
      routes.topic('weather'),
      routes.author('ada'),
      routes.glossary,
    ]).toEqual(['/', '/about/', '/articles/storm/', '/topics/weather/', '/authors/ada/', '/glossary/']);
  });
});
