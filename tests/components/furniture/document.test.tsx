import { within } from '@testing-library/react';
import type { ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { ArticlePage } from '@/components/article/article-page.tsx';
import { Document } from '@/components/furniture/document.tsx';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { ArticleList } from '@/components/lists/article-list.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, aSection, aSite } from '../../support/an-article.ts';

const scripts = { early: 'if (1 < 2 && "a") early()', module: 'if (1 < 2 && "b") late()' };

/** Replaces the document of the tests with this one, as a browser parses it from a finished page. */
function open(children: ReactNode, site = aSite()) {
  const html = renderToStaticMarkup(
    <Document
      has={{ glossary: false, corrections: false }}
      topics={{ main: [], listed: [], hasMore: false }}
      site={site}
      scripts={scripts}
      {...aSetting(site)}
    >
      {children}
    </Document>,
  );
  const { documentElement } = new DOMParser().parseFromString(`<!DOCTYPE html>${html}`, 'text/html');
  document.documentElement.replaceWith(document.adoptNode(documentElement));
  return within(document.body);
}

const article = anArticle({ title: 'Is A < B & "C"?', sections: [aSection({ title: 'D < E & "F"' })] });
const articlePage = <ArticlePage article={article} related={[]} {...aSetting()} />;
const movedNotice = <MovedNotice title={article.title} to="/articles/quiet-on-the-border/" {...aSetting()} />;

describe('A document', () => {
  it.each([
    { lang: 'en-GB', dir: 'ltr' },
    { lang: 'ar', dir: 'rtl' },
  ] as const)('tells its language and direction: $lang, $dir', ({ lang, dir }) => {
    open(articlePage, aSite({ lang, dir }));
    expect(document.documentElement).toHaveAttribute('lang', lang);
    expect(document.documentElement).toHaveAttribute('dir', dir);
  });

  it.each([
    { lang: 'en-GB', dir: 'ltr', digits: undefined, classes: null },
    { lang: 'ar', dir: 'rtl', digits: undefined, classes: 'arabic rtl' },
    { lang: 'ar', dir: 'rtl', digits: 'arab', classes: 'arabic rtl arab-digits' },
    { lang: 'ar-IQ', dir: 'rtl', digits: undefined, classes: 'arabic rtl arab-digits' },
    { lang: 'ar-IQ', dir: 'rtl', digits: 'latn', classes: 'arabic rtl' },
  ] as const)('names its script to the style sheet: $lang with $digits has $classes', ({ classes, ...site }) => {
    open(articlePage, aSite(site));
    expect(document.documentElement.getAttribute('class')).toBe(classes);
  });

  it('has masthead, page and footer in this order', () => {
    const body = open(<main />);
    const landmarks = ['banner', 'main', 'contentinfo'].map((role) => body.getByRole(role));
    expect([...document.body.children].filter((child) => landmarks.some((one) => one === child))).toEqual(landmarks);
  });

  it('has one heading of the first level, that of the page', () => {
    const body = open(articlePage);
    expect(body.getByRole('heading', { level: 1 })).toHaveTextContent('Is A < B & "C"?');
  });

  it('escapes signs of HTML in an attribute once', () => {
    const body = open(articlePage);
    expect(body.getByRole('link', { name: 'Link to the section “D < E & "F"”' })).toBeVisible();
  });

  it('runs the early script in its head, before anything is painted', () => {
    open(articlePage);
    expect(document.head.querySelector('script')?.outerHTML).toBe(`<script>${scripts.early}</script>`);
  });

  it('runs the other script as a module after the page', () => {
    open(articlePage);
    expect(document.body.lastElementChild?.outerHTML).toBe(`<script type="module">${scripts.module}</script>`);
  });
});

describe('The rules for what may be fetched ahead', () => {
  it.each([
    { url: 'https://example.org', pages: '/*' },
    { url: 'https://example.org/ar', pages: '/ar/*' },
  ])('stand before the module: fetch any page of $url, and draw an article of a list', ({ url, pages }) => {
    open(articlePage, aSite({ url }));
    expect(document.querySelector('footer + script')).toHaveAttribute('type', 'speculationrules');
    expect(JSON.parse(document.querySelector('footer + script')?.textContent ?? '')).toEqual({
      prefetch: [{ where: { href_matches: pages }, eagerness: 'moderate' }],
      prerender: [{ where: { selector_matches: '.teaser a' }, eagerness: 'moderate' }],
    });
  });

  it('find the articles of a list, and nothing else of the page', () => {
    open(<ArticleList articles={[article, anArticle({ slug: 'other' })]} level={2} now={0} {...aSetting()} />);
    const found = [...document.querySelectorAll('.teaser a')];
    expect(found.map(({ textContent }) => textContent)).toEqual([article.title, anArticle().title]);
  });
});

describe('The skip link', () => {
  it.each([
    { lang: 'en-GB', name: 'Skip to the text' },
    { lang: 'ar', name: 'انتقل إلى النص' },
  ])('is the first link of the document, in $lang', ({ lang, name }) => {
    const body = open(articlePage, aSite({ lang }));
    expect(body.getAllByRole('link')[0]).toBe(body.getByRole('link', { name }));
  });

  it.each([
    { page: 'an article', children: articlePage },
    { page: 'a former address', children: movedNotice },
  ])('leads to the main part of $page', ({ children }) => {
    const body = open(children);
    expect(body.getByRole('link', { name: 'Skip to the text' })).toHaveAttribute(
      'href',
      `#${body.getByRole('main').id}`,
    );
  });
});
