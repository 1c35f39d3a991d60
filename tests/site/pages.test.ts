import { describe, expect, test } from 'vitest';
import { all, attribute, type BuiltPage, readBuiltSite } from '../support/built-site.ts';
import { sites } from '../support/sites.ts';

const built = Object.entries(sites).map(([name, site]) => readBuiltSite(name, site));

const isNotice = ({ document, file }: BuiltPage) =>
  file === '404.html' || attribute(document, 'meta[name=robots]', 'content') === 'noindex';

for (const site of built) {
  for (const page of site.pages) {
    const { document, html } = page;

    describe(`${site.name} ${page.route}`, () => {
      test('has one h1 and skips no level of heading', () => {
        const levels = all(document, 'h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
        expect(levels.filter((level) => level === 1)).toHaveLength(1);
        expect(levels[0]).toBe(1);
        for (const [index, level] of levels.entries()) expect(level - (levels[index - 1] ?? 0)).toBeLessThanOrEqual(1);
      });

      test('says its language and direction, and has one main text to skip to', () => {
        const language = site.name === 'arabic' ? ['ar', 'rtl'] : ['en-GB', 'ltr'];
        expect([document.documentElement.lang, document.documentElement.dir]).toEqual(language);
        expect(all(document, 'main')).toHaveLength(1);
        expect(attribute(document, 'a', 'href')).toBe('#text');
        expect(document.querySelector('main')?.id).toBe('text');
      });

      test('has every id once', () => {
        const ids = all(document, '[id]').map(({ id }) => id);
        expect(ids).toEqual([...new Set(ids)]);
      });

      test('carries nothing of the framework', () => {
        expect(html).not.toMatch(/\/_next\/|__next_f|\$RC|<template|<!--|data-precedence|__next_error__/);
        expect(all(document, 'script').every((script) => !script.hasAttribute('src'))).toBe(true);
      });

      test('asks for nothing but its icon and the pictures of its article', () => {
        expect(all(document, 'link[rel~=stylesheet], link[rel=preload], script[src], iframe, video')).toEqual([]);
        const pictures = all(document, 'img, source').flatMap((element) =>
          `${element.getAttribute('src') ?? ''},${element.getAttribute('srcset')}`.split(/[ ,]+/),
        );
        const own = `${site.url.pathname}pictures${page.route.replace(/^\/articles/, '')}`;
        expect(pictures.filter((one) => one.startsWith('/') && !one.startsWith(own))).toEqual([]);
        expect(pictures.filter((one) => !/^(\/.*|\d+w|)$/.test(one))).toEqual([]);
        expect(all(document, 'link[rel~=icon]')).toHaveLength(1);
        expect(html).not.toMatch(/@import|url\((?!#)/);
      });

      test('has no style attribute and no event handler', () => {
        const attributes = all(document, '*').flatMap((element) => element.getAttributeNames());
        expect(attributes.filter((name) => name === 'style' || name.startsWith('on'))).toEqual([]);
      });

      test('has a title and the colour of its paper', () => {
        expect(document.title).not.toBe('');
        expect(all(document, 'meta[name=theme-color]')).toHaveLength(2);
      });

      test('says where to write about corrections', () => {
        expect(attribute(document, 'footer a[href^="mailto:"]', 'href')).toMatch(/^mailto:desk@/);
      });

      test('has links that all lead somewhere', () => {
        expect(brokenLinks(page)).toEqual([]);
      });

      if (isNotice(page)) return;

      test('describes itself, and names its own absolute address, to Open Graph as well', () => {
        const canonical = attribute(document, 'link[rel=canonical]', 'href') ?? '';
        expect(canonical.startsWith(site.url.href)).toBe(true);
        const moved = document.querySelector('meta[http-equiv=refresh]');
        if (!moved) expect(canonical).toBe(new URL(page.route.slice(1), site.url).href);
        expect(attribute(document, 'meta[property="og:url"]', 'content')).toBe(canonical);
        expect(attribute(document, 'meta[name=description]', 'content')).toBeTruthy();
        expect(attribute(document, 'meta[property="og:title"]', 'content')).toBeTruthy();
        expect(attribute(document, 'meta[property="og:site_name"]', 'content')).toBeTruthy();
      });

      /** Links inside the site whose page or fragment is not there. */
      function brokenLinks({ document: from, route }: BuiltPage): string[] {
        const here = new URL(route.slice(1), site.url);
        return all<HTMLAnchorElement>(from, 'a[href]')
          .map((link) => link.getAttribute('href') ?? '')
          .filter((href) => {
            const target = new URL(href, here);
            if (target.origin !== site.url.origin) return false;
            const path = target.pathname.startsWith(site.url.pathname)
              ? target.pathname.slice(site.url.pathname.length - 1)
              : 'outside';
            const file = path.endsWith('/') ? `${path.slice(1)}index.html` : path.slice(1);
            const page =
              target.pathname === here.pathname ? { document: from } : site.pages.find((one) => one.file === file);
            if (!page) return !site.files.includes(file);
            return target.hash !== '' && !page.document.getElementById(decodeURIComponent(target.hash.slice(1)));
          });
      }
    });
  }
}
