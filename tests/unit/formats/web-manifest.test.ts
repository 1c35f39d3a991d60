import { expect, test } from 'vitest';
import { webManifest } from '@/lib/formats/web-manifest.ts';
import { aSite } from '../../support/an-article.ts';

test('The web manifest says what the site is, below its path, with icons for every launcher', () => {
  const site = aSite({ url: 'https://example.org/news', lang: 'ar', dir: 'rtl' });
  expect(JSON.parse(webManifest(site))).toEqual({
    name: 'The Example',
    short_name: 'The Example',
    description: 'News that is true of nowhere.',
    lang: 'ar',
    dir: 'rtl',
    id: '/news/',
    start_url: '/news/',
    scope: '/news/',
    display: 'minimal-ui',
    background_color: '#fffdf9',
    theme_color: '#fffdf9',
    icons: [
      { src: '/news/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/news/icon-192.png', sizes: '192x192', type: 'image/png', purpose: 'any' },
      { src: '/news/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'any' },
      { src: '/news/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  });
});
