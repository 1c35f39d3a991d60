import { createHash } from 'node:crypto';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { describe, expect, test } from 'vitest';
import { all, attribute, type BuiltPage, type BuiltSite, builtSites, prefixOf } from '../support/built-site.ts';

const validator = new HtmlValidate(
  new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended'],
    rules: {
      // Advice for search engines; a headline is as long as its editor makes it.
      'long-title': 'off',
      // The contents are in the page twice, one of which is hidden: axe checks that in the browser.
      'unique-landmark': 'off',
    },
  }),
);

/** Articles of the site `plenty` with the same text as others. */
const isRepeated = /^articles\/article-([1-9]|[1-3][0-9])\//;

/** A rule for every page: returns what is wrong with a page, or nothing. */
type Rule = (page: BuiltPage, site: BuiltSite) => string[] | Promise<string[]>;

/** Rules only for regular pages: neither for notices nor for the not-found page. */
const ofReaders =
  (rule: Rule): Rule =>
  (page, site) =>
    page.file.endsWith('404.html') || attribute(page.document, 'meta[name=robots]', 'content') === 'noindex'
      ? []
      : rule(page, site);

const rules: Record<string, Rule> = {
  'have one h1 and skip no level of heading': ({ document }) => {
    const levels = all(document, 'h1, h2, h3, h4, h5, h6').map(({ tagName }) => Number(tagName.slice(1)));
    const skipped = levels.filter((level, index) => level - (levels[index - 1] ?? 0) > 1);
    const isRight = levels[0] === 1 && levels.lastIndexOf(1) === 0 && skipped.length === 0;
    return isRight ? [] : [`headings of level ${levels}`];
  },

  'say their language and direction, and have one main text to skip to': ({ document, route }, site) => {
    const { lang, dir } = document.documentElement;
    const mains = all(document, 'main').map(({ id }) => id);
    const found = [lang, dir, ...mains, attribute(document, 'a', 'href')].join(' ');
    const own = site.name === 'arabic' ? 'ar rtl' : prefixOf(site, route) === 'ar/' ? 'ar-IQ rtl' : 'en-GB ltr';
    return found === `${own} text #text` ? [] : [found];
  },

  'have every id once': ({ document }) => {
    const ids = all(document, '[id]').map(({ id }) => id);
    return ids.filter((id, index) => ids.indexOf(id) !== index);
  },

  'carry nothing of the framework': ({ document, html }) => [
    ...(html.match(/\/_next\/|__next_f|\$RC|<template|<!--|data-precedence|__next_error__/g) ?? []),
    ...all(document, 'script[src]').map(({ outerHTML }) => outerHTML),
  ],

  'ask for nothing but their icon, logo, fonts, portraits, and the pictures of the articles that they show or lead to':
    (page, { url, face }) => {
      const { document, html, route } = page;
      const addressesIn = (selector: string) =>
        all(document, selector).flatMap((element) =>
          `${element.getAttribute('src') ?? ''},${element.getAttribute('srcset') ?? ''}`.split(/[ ,]+/),
        );
      const ofOthers = all(document, '.teaser a').map((link) => link.getAttribute('href') ?? '');
      const shown = [route.replace(/^\//, url.pathname), ...ofOthers, `${url.pathname}pictures/authors/`].map((one) =>
        one.replace('articles/', 'pictures/'),
      );
      const pictures = addressesIn('img:not(.logo), source');
      const logos = addressesIn('.logo').filter(Boolean);
      const fetched = (html.match(/@import|url\((?!#)[^)]*/g) ?? []).filter(
        (one) => !one.startsWith(`url(${url.pathname}fonts/`),
      );
      const icons = all(document, 'link[rel~=icon]').length;
      return [
        ...all(document, 'link[rel~=stylesheet], link[rel=preload], script[src], iframe, video').map(
          ({ outerHTML }) => outerHTML,
        ),
        ...pictures.filter((one) => one.startsWith('/') && !shown.some((own) => one.startsWith(own))),
        ...pictures.filter((one) => !/^(\/.*|\d+w|)$/.test(one)),
        ...(icons === 1 ? [] : [`${icons} icons`]),
        ...(logos.join() === (face.hasLogo ? `${url.pathname}logo.svg` : '') ? [] : logos),
        ...((html.match(/@font-face/g) ?? []).length === face.fonts ? [] : ['another number of fonts']),
        ...fetched,
      ];
    },

  'have no style attribute and no event handler': ({ document }) =>
    all(document, '*')
      .flatMap((element) => element.getAttributeNames())
      .filter((name) => name === 'style' || name.startsWith('on')),

  'have a title and the colour of their paper': ({ document }) => {
    const colours = all(document, 'meta[name=theme-color]').length;
    return document.title !== '' && colours === 2 ? [] : [`title “${document.title}”, ${colours} colours`];
  },

  'say where to write about corrections': ({ document }) => {
    const address = attribute(document, 'footer a[href^="mailto:"]', 'href');
    return address?.startsWith('mailto:desk@') ? [] : [String(address)];
  },

  'have links that all lead somewhere': brokenLinks,

  'describe themselves, and name their own absolute address, to Open Graph as well': ofReaders(
    ({ document, route }, { url }) => {
      const canonical = attribute(document, 'link[rel=canonical]', 'href') ?? 'no canonical address';
      const hasMoved = document.querySelector('meta[http-equiv=refresh]') !== null;
      const own = new URL(route.slice(1), url).href;
      // What others published first names their address to search engines, and its own to those who share it.
      const isOfOthers = document.querySelector(`.signed a[href="${canonical}"]`) !== null;
      const isOwn = hasMoved ? canonical.startsWith(url.href) : isOfOthers || canonical === own;
      const missing = [
        'meta[property="og:url"]',
        'meta[name=description]',
        'meta[property="og:title"]',
        'meta[property="og:site_name"]',
      ].filter((selector) => !attribute(document, selector, 'content'));
      const told = attribute(document, 'meta[property="og:url"]', 'content');
      const isTold = told === (isOfOthers ? own : canonical);
      return [...(isOwn && isTold ? [] : [`${canonical}, ${told}`]), ...missing];
    },
  ),

  'have their policy first in head, and no other': ({ document }) => {
    const first = document.head.firstElementChild?.getAttribute('http-equiv');
    const count = all(document, 'meta[http-equiv=Content-Security-Policy]').length;
    return first === 'Content-Security-Policy' && count === 1 ? [] : [`first is ${first}, there are ${count}`];
  },

  'name in it their style sheets, scripts and fonts and nothing besides': ({ document }, { face }) => {
    const searches = document.querySelector('script[data-search]') !== null;
    const expected = [
      "default-src 'none'",
      `style-src ${hashes(all(document, 'style'))}`,
      `script-src ${hashes(all(document, 'script:not([type="application/ld+json"])'))}${searches ? " 'self' 'wasm-unsafe-eval'" : ''}`,
      "connect-src 'self'",
      "img-src 'self'",
      ...(face.fonts > 0 ? ["font-src 'self'"] : []),
      ...(document.querySelector('link[rel=manifest]') ? ["manifest-src 'self'"] : []),
      "base-uri 'none'",
      "form-action 'self'",
      "require-trusted-types-for 'script'",
    ];
    const found = (document.head.firstElementChild?.getAttribute('content') ?? '').split('; ');
    return [...new Set([...expected, ...found])].filter((one) => !expected.includes(one) || !found.includes(one));
  },

  'leave the charset where a browser looks for it: within the first 1,024 bytes': ({ document, html }) => {
    const start = Buffer.from(html).subarray(0, 1024).toString('latin1');
    return attribute(document, 'meta[charset]', 'charset') === 'utf-8' && start.includes('<meta charset="utf-8">')
      ? []
      : [start];
  },

  'are valid HTML': async ({ file, html }, { name }) => {
    if (name === 'plenty' && isRepeated.test(file)) return [];
    const { results } = await validator.validateString(html, file);
    return results.flatMap(({ messages }) =>
      messages.map(({ ruleId, message, line, column }) => `${line}:${column} ${ruleId}: ${message}`),
    );
  },
};

describe.each(builtSites())('The pages of $name', (site) => {
  test.each(Object.entries(rules))('%s', async (_sentence, rule) => {
    const faults: string[] = [];
    for (const page of site.pages) {
      for (const fault of await rule(page, site)) faults.push(`${page.route}: ${fault}`);
    }
    expect(faults).toEqual([]);
  });

  test('are there', () => {
    expect(site.pages.length).toBeGreaterThan(5);
  });
});

function hashes(elements: readonly Element[]): string {
  return elements
    .map(({ textContent }) => `'sha256-${createHash('sha256').update(textContent).digest('base64')}'`)
    .join(' ');
}

/** Internal links whose page or fragment does not exist. */
function brokenLinks({ document: from, route }: BuiltPage, site: BuiltSite): string[] {
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
      const page = target.pathname === here.pathname ? { document: from } : site.pages.find((one) => one.file === file);
      if (!page) return !site.files.includes(file);
      return target.hash !== '' && !page.document.getElementById(decodeURIComponent(target.hash.slice(1)));
    });
}
