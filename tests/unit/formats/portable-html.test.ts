import { describe, expect, test } from 'vitest';
import { htmlText, portableHtml } from '@/lib/formats/portable-html.ts';

const address = 'https://example.org/news/articles/storm/';
const portable = (html: string) => htmlText(portableHtml(html, address));

describe('HTML that leaves its page', () => {
  test.each([
    ['a path', '<a href="/news/topics/sea/">Sea</a>', '<a href="https://example.org/news/topics/sea/">Sea</a>'],
    ['a fragment', '<a href="#pier">Pier</a>', `<a href="${address}#pier">Pier</a>`],
    [
      'another site',
      '<a href="https://a.example/?b=1&amp;c=2">A</a>',
      '<a href="https://a.example/?b=1&amp;c=2">A</a>',
    ],
    ['a mail address', '<a href="mailto:a@b.example">A</a>', '<a href="mailto:a@b.example">A</a>'],
    ['a picture', '<img src="/news/a.jpg" alt="A">', '<img src="https://example.org/news/a.jpg" alt="A">'],
  ])('has the absolute address of %s', (_what, html, expected) => {
    expect(portable(html)).toBe(expected);
  });

  test('has one plain picture instead of copies for widths that the page knows', () => {
    const html =
      '<picture><source type="image/avif" srcset="/a.avif 480w" sizes="100vw"><img src="/a.jpg" srcset="/a.jpg 480w" sizes="100vw" alt="A" loading="lazy" width="3" height="2"></picture>';
    expect(portable(html)).toBe('<img src="https://example.org/a.jpg" alt="A" width="3" height="2">');
  });

  test.each(['<ol start="3"><li>Sound the horn</li></ol>', '<td>1 Quay<br>Harbour</td>'])('keeps %s', (html) => {
    expect(portable(html)).toBe(html);
  });

  test('leads from the mark of a note to the note', () => {
    const html = '<p>It rained.<sup class="note"><a href="#note-3" id="cite-3-1" aria-label="Note 3">3</a></sup></p>';
    expect(portable(html)).toBe(`<p>It rained.<sup><a href="${address}#note-3">3</a></sup></p>`);
  });

  test('leads to the note from a mark in the digits of its publication', () => {
    const html = '<p>أمطرت.<sup class="note"><a href="#note-12" id="cite-12-1">١٢</a></sup></p>';
    expect(portable(html)).toBe(`<p>أمطرت.<sup><a href="${address}#note-12">١٢</a></sup></p>`);
  });

  test('keeps the words of what belongs to the page, in their place', () => {
    expect(portable('<p>The <a href="#who-sdf" class="who">SDF</a> and <em>others</em>.</p>')).toBe(
      '<p>The SDF and <em>others</em>.</p>',
    );
    expect(portable('<div class="wide-table" role="group" tabindex="0"><table><tbody></tbody></table></div>')).toBe(
      '<table><tbody></tbody></table>',
    );
    expect(portable('<ul><li class="task"><span role="img" aria-label="done">☑</span> Eat</li></ul>')).toBe(
      '<ul><li>☑ Eat</li></ul>',
    );
  });

  test('leaves out what was said for the page alone', () => {
    expect(
      portable(
        '<a href="https://a.example/" class="external" rel="external noopener">A<span class="hidden-text"> (other site)</span></a>',
      ),
    ).toBe('<a href="https://a.example/">A</a>');
  });

  test.each([
    ['script', '<script>alert(1)</script>'],
    ['style', '<style>p{}</style>'],
    ['drawing', '<svg><a href="#x">A</a></svg>'],
    ['frame', '<iframe src="https://a.example/"></iframe>'],
    ['comment', '<!-- who knows -->'],
  ])('has no %s', (_what, html) => {
    expect(portable(`<p>A</p>${html}`)).toBe('<p>A</p>');
  });

  test('has no attribute that runs or asks for something', () => {
    expect(portable('<p onclick="a()" style="b" id="c" data-d="e" lang="ar" dir="rtl">A</p>')).toBe(
      '<p lang="ar" dir="rtl">A</p>',
    );
    expect(portable('<a href="javascript:alert(1)">A</a>')).toBe('<a>A</a>');
    expect(portable('<a href="http://[">A</a>')).toBe('<a>A</a>');
  });
});
