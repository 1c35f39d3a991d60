import { describe, expect, test } from 'vitest';
import { searchableText } from '@/lib/press/search/searchable-text.ts';

/** A page with this in its article. */
const page = (article: string) =>
  `<html><head><title>T</title></head><body><header>Masthead</header><main><article>${article}</article></main><footer>Foot</footer></body></html>`;

const textOf = (article: string) => searchableText(page(article));

describe('What a search looks through', () => {
  test('is the standfirst, the caption, the dateline and the text, without their attributes', () => {
    const text = textOf(`
      <header><p><a href="/topics/t/" class="kicker">Topic</a></p><h1 class="headline">Headline</h1>
        <p class="standfirst">In short.</p><div class="signed"><p>By Ada · 4 min read</p></div></header>
      <figure class="locator"><svg><text>Baghdad</text></svg><p class="hidden-text">A map.</p><figcaption><p><svg></svg> The line <span aria-hidden="true">■</span> Capital</p>The border.</figcaption></figure>
      <div class="article-text"><p class="dateline">Geneva</p><div class="prose"><p id="p" lang="fr">The <em>text</em>.</p></div></div>`);

    expect(text).toBe(
      '<p>In short.</p><figcaption>The border.</figcaption><p>Geneva</p><div><p>The <em>text</em>.</p></div>',
    );
  });

  test('has each section with its id at its heading, and its timeline and notes as sections', () => {
    const text = textOf(`<div class="article-text">
      <section class="part" id="pier"><span id="old-pier"></span><div class="part-head"><h2 class="part-title">The pier</h2>
        <a href="#pier" class="permalink">#</a></div><p class="part-update">Updated today</p>
        <div class="prose"><h3>Deeper</h3><p>Wood.</p></div></section>
      <section class="part" id="timeline"><h2 class="part-title">How it unfolded</h2>
        <ol class="timeline"><li><time>May</time> It fell. <a href="#pier">The pier</a></li></ol></section>
      <section class="part" id="sources"><h2 class="part-title">How we know</h2><ol class="notes"><li id="note-1">
        <div class="card"><p>A letter</p></div><p class="back-links"><a>↑1</a></p>
      </li></ol></section></div>`);

    expect(text.replaceAll(/\s*\n\s*/g, '')).toBe(
      '<section><h2 id="pier">The pier</h2><div><h3>Deeper</h3><p>Wood.</p></div></section>' +
        '<section><h2 id="timeline">How it unfolded</h2><ol><li><time>May</time> It fell. </li></ol></section>' +
        '<section><h2 id="sources">How we know</h2><ol><li><div><p>A letter</p></div></li></ol></section>',
    );
  });

  test.each([
    ['the contents', '<nav class="toc"><ol><li><a href="#pier">The pier</a></li></ol></nav>'],
    ['the key points, which say the text again', '<section class="key-points"><ul><li>Wood.</li></ul></section>'],
    ['the cards of the glossary', '<section class="whos-who"><div class="prose"><p>A person.</p></div></section>'],
    ['the corrections', '<section class="part"><h2 class="part-title">Corrections</h2><p>It was.</p></section>'],
    ['what is for paper alone', '<div class="paper-only"><p>Printed from</p></div>'],
    ['the way to other articles', '<nav class="more"><h2 class="part-title">More on this</h2></nav>'],
  ])('does not have %s', (_what, html) => {
    expect(textOf(`<div class="article-text">${html}</div>${html}`)).toBe('');
  });

  test('has names that are mentioned and links as words, and no number of a note', () => {
    const prose = `<p><a class="who" href="#who-ada">Ada</a> wrote<sup class="note"><a href="#note-1">1</a></sup> to
      <a href="#pier">the pier</a> and <a href="https://example.com/" class="external">the press<span class="hidden-text"> (external site)</span></a>.</p>`;

    expect(textOf(`<div class="prose">${prose}</div>`).replaceAll(/\s+/g, ' ')).toBe(
      '<div><p><a>Ada</a> wrote to <a>the pier</a> and <a>the press</a>.</p></div>',
    );
  });

  test('stays escaped', () => {
    expect(textOf('<div class="prose"><p>a &lt;script&gt; &amp; more</p></div>')).toBe(
      '<div><p>a &lt;script&gt; &amp; more</p></div>',
    );
  });

  test('is nothing where a page has no article', () => {
    expect(searchableText('<main><h1>Moved</h1><p class="standfirst">Gone.</p></main>')).toBe('');
  });
});
