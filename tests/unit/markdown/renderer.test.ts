import { describe, expect, test } from 'vitest';
import { createRenderer } from '@/lib/markdown/renderer.ts';
import { html } from '../../support/a-renderer.ts';

describe('A table', () => {
  test('stands in a group that has a name and takes the focus, so that the keyboard can scroll it', () => {
    expect(html('| Place | Depth |\n|:--|--:|\n| Pier | 4 m |')).toBe(
      [
        '<div class="wide-table" role="group" aria-label="Table" tabindex="0"><table>',
        '<thead>',
        '<tr>',
        '<th>Place</th>',
        '<th class="to-end">Depth</th>',
        '</tr>',
        '</thead>',
        '<tbody>',
        '<tr>',
        '<td>Pier</td>',
        '<td class="to-end">4 m</td>',
        '</tr>',
        '</tbody>',
        '</table></div>',
      ].join('\n'),
    );
  });
});

describe('A block of code', () => {
  test('takes the focus, so that the keyboard can scroll it', () => {
    expect(html('```\nwind: 0\n```')).toBe('<pre tabindex="0"><code>wind: 0\n</code></pre>');
  });
});

describe('A link', () => {
  test('to another site says so', () => {
    expect(html('[the log](https://log.example/ "The log")')).toBe(
      '<p><a href="https://log.example/" title="The log" class="external" rel="external noopener">the log<span class="hidden-text"> (external site)</span></a></p>',
    );
  });

  test.each([
    ['to a page of the site', '[about](/about/)', '<p><a href="/about/">about</a></p>'],
    ['to the site by its address', '[home](https://example.org/)', '<p><a href="https://example.org/">home</a></p>'],
    ['to a section', '[below](#pier)', '<p><a href="#pier">below</a></p>'],
    ['to a mailbox', '<desk@example.org>', '<p><a href="mailto:desk@example.org">desk@example.org</a></p>'],
  ])('%s is plain', (_what, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });

  test.each(['https://log.example', 'www.log.example', 'desk@example.org'])(
    'is not made of the bare address %s',
    (address) => {
      expect(html(`See ${address} for more.`)).toBe(`<p>See ${address} for more.</p>`);
    },
  );

  test('has the address that the site gives it', () => {
    const { parse, render } = createRenderer({
      words: {
        dir: 'ltr',
        table: 'Table',
        externalLink: 'external site',
        taskDone: 'Done',
        taskOpen: 'Not done',
        number: String,
        noteMark: String,
      },
      isExternal: () => false,
      addressOf: (url) => `/news${url}`,
      pictureAddress: ({ name }) => `/news/${name}`,
    });

    expect(render(parse('[about](/about/)'))).toBe('<p><a href="/news/about/">about</a></p>');
  });
});

describe('A task', () => {
  test('shows whether it is done as a named sign, not as a control', () => {
    expect(html('- [x] Sail\n- [ ] Land')).toBe(
      [
        '<ul class="contains-task-list">',
        '<li class="task-list-item"><span role="img" aria-label="Done">☑</span> Sail</li>',
        '<li class="task-list-item"><span role="img" aria-label="Not done">☐</span> Land</li>',
        '</ul>',
      ].join('\n'),
    );
  });

  test('shows it at its first paragraph where it has several', () => {
    expect(html('- [x] Sail\n\n  At dawn.')).toBe(
      [
        '<ul class="contains-task-list">',
        '<li class="task-list-item">',
        '<p><span role="img" aria-label="Done">☑</span> Sail</p>',
        '<p>At dawn.</p>',
        '</li>',
        '</ul>',
      ].join('\n'),
    );
  });
});

describe('The cell of a table', () => {
  test.each(['<br>', '<br/>', '<br />', '<BR>'])('has a line that %s breaks', (sign) => {
    expect(html(`| a |\n|---|\n| 1 Quay${sign}Harbour |`)).toContain('<td>1 Quay<br>\nHarbour</td>');
  });
});

describe('Text', () => {
  test.each([
    ['struck out with two tildes', '~~gone~~', '<p><del>gone</del></p>'],
    ['between single tildes, which mean nothing', '~here~', '<p>~here~</p>'],
    ['emphasised', '*so* and **so**', '<p><em>so</em> and <strong>so</strong></p>'],
    ['of two lines', 'one  \ntwo', '<p>one<br>\ntwo</p>'],
    ['with <br>, which is HTML', 'one<br>two', '<p>onetwo</p>'],
    ['in Arabic', 'هدأت *الريح*', '<p dir="rtl">هدأت <em class="upright">الريح</em></p>'],
    ['that looks like front matter', 'a\n\n---\n\nb', '<p>a</p>\n<hr>\n<p>b</p>'],
    ['beside a comment, which is left out', 'one\n\n<!-- ask her -->\n\ntwo', '<p>one</p>\n<p>two</p>'],
  ])('%s', (_what, markdown, expected) => {
    expect(html(markdown)).toBe(expected);
  });
});
