import { describe, expect, test } from 'vitest';
import { plainText } from '@/lib/markdown/plain-text.ts';
import { countWords } from '@/lib/model/reading-time.ts';
import { aRenderer, html } from '../../support/a-renderer.ts';

/** The HTML of some Markdown on one line. */
const flat = (...lines: string[]) => html(lines.join('\n')).replaceAll(/>\n/g, '>').replaceAll(/\n</g, '<');
const quotation = (words: string, speaker: string, dir = '') =>
  `<figure class="quotation"${dir}><blockquote>${words}</blockquote><figcaption>${speaker}</figcaption></figure>`;

describe('A block quote that says whose words it holds becomes a figure with a caption', () => {
  test.each([
    ['in its last line', ['> It is quiet.', '> — Ada Reed']],
    ['in its last paragraph', ['> It is quiet.', '>', '> — Ada Reed']],
    ['after an em dash without a space', ['> It is quiet.', '> —Ada Reed']],
    ['after a horizontal bar', ['> It is quiet.', '> ― Ada Reed']],
    ['after two hyphens', ['> It is quiet.', '> -- Ada Reed']],
    ['after three hyphens', ['> It is quiet.', '> --- Ada Reed']],
    ['after a line broken with spaces', ['> It is quiet.  ', '> — Ada Reed']],
    ['after a line broken with a backslash', ['> It is quiet.\\', '> — Ada Reed']],
    ['in a line that is indented', ['> It is quiet.', '>    — Ada Reed']],
    ['in a line that lost its >', ['> It is quiet.', '— Ada Reed']],
    ['before a comment', ['> It is quiet.', '>', '> — Ada Reed', '>', '> <!-- ask her -->']],
    ['before a note of its own', ['> It is quiet.', '>', '> — Ada Reed', '>', '> [log]: https://log.example']],
  ])('%s', (_where, lines) => {
    expect(flat(...lines)).toBe(quotation('<p>It is quiet.</p>', 'Ada Reed'));
  });

  test.each([
    [
      'words of several lines',
      ['> It is quiet,', '> and dark.', '> — Ada Reed'],
      quotation('<p>It is quiet,\nand dark.</p>', 'Ada Reed'),
    ],
    [
      'words of several paragraphs',
      ['> It is quiet.', '>', '> It is dark.', '> — Ada Reed'],
      quotation('<p>It is quiet.</p><p>It is dark.</p>', 'Ada Reed'),
    ],
    [
      'words of several paragraphs and a speaker in one of her own',
      ['> It is quiet.', '>', '> It is dark.', '>', '> — Ada Reed'],
      quotation('<p>It is quiet.</p><p>It is dark.</p>', 'Ada Reed'),
    ],
    [
      'words that are a list',
      ['> - Quiet', '> - Dark', '>', '> — Ada Reed'],
      quotation('<ul><li>Quiet</li><li>Dark</li></ul>', 'Ada Reed'),
    ],
    [
      'a speaker over several lines, in a paragraph',
      ['> It is quiet.', '>', '> — Ada Reed,', '> the keeper'],
      quotation('<p>It is quiet.</p>', 'Ada Reed,\nthe keeper'),
    ],
    [
      'emphasis and links beside the dash',
      ['> It is *quiet*.', '> — *Ada Reed*, [the log](/log/)'],
      quotation('<p>It is <em>quiet</em>.</p>', '<em>Ada Reed</em>, <a href="/log/">the log</a>'),
    ],
    [
      'dashes inside the words and in the name',
      ['> It is quiet — as ever — and', '> dark -- now.', '> — Ada Reed — keeper'],
      quotation('<p>It is quiet — as ever — and\ndark -- now.</p>', 'Ada Reed — keeper'),
    ],
    [
      'words in Arabic',
      ['> «هدأت الريح».', '> — ليلى مثال، في بيان'],
      quotation('<p>«هدأت الريح».</p>', 'ليلى مثال، في بيان', ' dir="rtl"').replace(
        '<blockquote>',
        '<blockquote class="upright">',
      ),
    ],
    ['signs of HTML', ['> 3 &lt; 4 & "5"', '> — A &amp; B'], quotation('<p>3 &#x3C; 4 &#x26; "5"</p>', 'A &#x26; B')],
  ])('%s', (_what, lines, expected) => {
    expect(flat(...lines)).toBe(expected);
  });

  test('where one stands in another, each with its own speaker', () => {
    expect(flat('> She told me:', '>', '> > It is quiet.', '> > — Ada Reed', '>', '> — Ben Reed')).toBe(
      quotation(`<p>She told me:</p>${quotation('<p>It is quiet.</p>', 'Ada Reed')}`, 'Ben Reed'),
    );
  });

  test('where it stands in a plain one, and in a list', () => {
    const inner = quotation('<p>It is quiet.</p>', 'Ada Reed');
    expect(flat('> > It is quiet.', '> > — Ada Reed')).toBe(`<blockquote>${inner}</blockquote>`);
    expect(flat('- > It is quiet.', '  > — Ada Reed')).toBe(`<ul><li>${inner}</li></ul>`);
  });
});

describe('A block quote stays what it is', () => {
  test.each([
    ['without a speaker', ['> It is quiet.'], '<blockquote><p>It is quiet.</p></blockquote>'],
    ['with a speaker and no words', ['> — Ada Reed'], '<blockquote><p>— Ada Reed</p></blockquote>'],
    ['with nothing in it', ['>'], '<blockquote></blockquote>'],
    ['with a dash and no speaker', ['> It is quiet.', '> —'], '<blockquote><p>It is quiet.\n—</p></blockquote>'],
    [
      'with a comment and a speaker',
      ['> <!-- what did she say? -->', '>', '> — Ada Reed'],
      '<blockquote><p>— Ada Reed</p></blockquote>',
    ],
    [
      'with one hyphen, which begins a list',
      ['> It is quiet.', '> - Ada Reed'],
      '<blockquote><p>It is quiet.</p><ul><li>Ada Reed</li></ul></blockquote>',
    ],
    ['with an en dash', ['> It is quiet.', '> – as ever'], '<blockquote><p>It is quiet.\n– as ever</p></blockquote>'],
    ['with an option of a command', ['> Run it.', '> --quietly'], '<blockquote><p>Run it.\n--quietly</p></blockquote>'],
    [
      'with a dash inside its last line',
      ['> It is quiet', '> and dark — as ever'],
      '<blockquote><p>It is quiet\nand dark — as ever</p></blockquote>',
    ],
    [
      'with a dash at a line before the last',
      ['> It is quiet', '> — as ever —', '> and dark.'],
      '<blockquote><p>It is quiet\n— as ever —\nand dark.</p></blockquote>',
    ],
    [
      'with a speaker before the words',
      ['> — Ada Reed', '>', '> It is quiet.'],
      '<blockquote><p>— Ada Reed</p><p>It is quiet.</p></blockquote>',
    ],
    [
      'with a conversation of lines',
      ['> — Is it quiet?', '> — It is.'],
      '<blockquote><p>— Is it quiet?\n— It is.</p></blockquote>',
    ],
    [
      'with a conversation of broken lines',
      ['> They spoke.\\', '> — Is it quiet?\\', '> — It is.'],
      '<blockquote><p>They spoke.<br>— Is it quiet?<br>— It is.</p></blockquote>',
    ],
    [
      'with a conversation of paragraphs',
      ['> — Is it quiet?', '>', '> — It is.'],
      '<blockquote><p>— Is it quiet?</p><p>— It is.</p></blockquote>',
    ],
    [
      'with a dash inside emphasis',
      ['> It is quiet.', '>', '> *— Ada Reed*'],
      '<blockquote><p>It is quiet.</p><p><em>— Ada Reed</em></p></blockquote>',
    ],
    [
      'with a speaker outside it',
      ['> It is quiet.', '', '— Ada Reed'],
      '<blockquote><p>It is quiet.</p></blockquote><p>— Ada Reed</p>',
    ],
  ])('%s', (_what, lines, expected) => {
    expect(flat(...lines)).toBe(expected);
  });

  test('and a paragraph that begins with a dash is no quotation', () => {
    expect(flat('It is quiet.', '— Ada Reed')).toBe('<p>It is quiet.\n— Ada Reed</p>');
  });
});

describe('The mark of a note', () => {
  // As in any other text.
  const [mark = 'none'] = /<sup.*?<\/sup>/.exec(html('It is quiet.[^log]\n\n[^log]: .')) ?? [];

  test.each([
    [
      'at the end of the words',
      ['> It is quiet.[^log]', '> — Ada Reed'],
      quotation(`<p>It is quiet.${mark}</p>`, 'Ada Reed'),
    ],
    [
      'at the end of the speaker',
      ['> It is quiet.', '> — Ada Reed[^log]'],
      quotation('<p>It is quiet.</p>', `Ada Reed${mark}`),
    ],
    [
      'at both',
      ['> It is quiet.[^log]', '>', '> — Ada Reed[^log]'],
      quotation(`<p>It is quiet.${mark}</p>`, `Ada Reed${mark}`),
    ],
    [
      'whose text stands in the block quote',
      ['> It is quiet.[^log]', '>', '> — Ada Reed', '>', '> [^log]: As ever.'],
      quotation(`<p>It is quiet.${mark}</p>`, 'Ada Reed'),
    ],
    [
      'alone after the dash names nobody',
      ['> It is quiet.', '> —[^log]'],
      `<blockquote><p>It is quiet.\n—${mark}</p></blockquote>`,
    ],
  ])('%s', (_where, lines, expected) => {
    expect(flat(...lines, '', '[^log]: .').replace(/<section.*/, '')).toBe(expected);
  });
});

describe('The plain text of a quotation', () => {
  test('has the speaker in a line without the dash', () => {
    const tree = aRenderer().parse('> It is quiet.\n> — Ada Reed');
    expect(plainText(tree)).toBe('It is quiet.\nAda Reed');
  });

  test('has as many words as its Markdown', () => {
    const markdown = '> It is quiet, *and dark*.\n> It is cold.\n> -- Ada Reed, the log';
    expect(countWords(plainText(aRenderer().parse(markdown)), 'en')).toBe(12);
  });
});
