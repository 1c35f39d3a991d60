import { describe, expect, test } from 'vitest';
import { takeDefinitions, withDefinitions } from '@/lib/markdown/notes.ts';
import { picturesOf } from '@/lib/markdown/pictures.ts';
import { portableMarkdown, portableText, withoutLinks } from '@/lib/versions/portable-markdown.ts';
import { aRenderer } from '../../support/a-renderer.ts';

const renderer = aRenderer();
const addresses = {
  link: (url: string) => `https://example.org${url}`,
  picture: ({ name }: { name: string }) => `https://example.org/${name}.jpg`,
};

/** The portable Markdown of a text in which the picture `pier.png` has been found. */
function portable(markdown: string): string {
  const tree = renderer.parse(withDefinitions(markdown));
  takeDefinitions(tree, markdown.split('\n').length);
  for (const picture of picturesOf(tree)) {
    if (picture.url === 'pier.png') picture.data = { shown: { name: 'storm/pier', width: 3000, height: 2000 } };
  }
  return portableMarkdown(tree, addresses);
}

describe('A text that is read away from its page', () => {
  test('has absolute addresses', () => {
    expect(portable('See [a *b*](/about/ "C").')).toBe('See [a *b*](https://example.org/about/ "C").');
    expect(portable('- [a](/b/)\n\n| [c](/d/) |\n|-|')).toBe(
      '- [a](https://example.org/b/)\n\n| [c](https://example.org/d/) |\n| --------------------------- |',
    );
  });

  test('has a picture with its caption and its credit below', () => {
    expect(portable('One.\n\n![The *pier*](pier.png "At dawn | Ada")')).toBe(
      'One.\n\n![The pier](https://example.org/storm/pier.jpg)\n\nAt dawn Ada',
    );
    expect(portable('![The pier](pier.png "| Ada")')).toBe('![The pier](https://example.org/storm/pier.jpg)\n\nAda');
  });

  test('has the words of a picture that no page shows', () => {
    expect(portable('![The pier](other.png "At dawn | Ada")')).toBe('The pier');
    expect(portable('The ![pier](pier.png) fell.')).toBe('The pier fell.');
  });

  test('has notes by their numbers', () => {
    const tree = renderer.parse(withDefinitions('It fell.[^log]'));
    takeDefinitions(tree, 1);
    const [paragraph] = tree.children;
    if (paragraph?.type === 'paragraph') {
      for (const child of paragraph.children) {
        if (child.type === 'footnoteReference') child.data = { note: { number: 3, mention: 1 } };
      }
    }
    expect(portableMarkdown(tree, addresses)).toBe('It fell.[^3]');
  });

  test('has colons as they are, which mean something to editors alone', () => {
    expect(portable('At 12:00, :plain[Ada]\\:plain[b].')).toBe('At 12:00, Ada:plain\\[b].');
    expect(portableText('At 12:00 *she*\n said.')).toBe('At 12:00 \\*she\\* said.');
    expect(withoutLinks('At 12:00 :plain\\[b].', () => true)).toBe('At 12:00 :plain\\[b].');
  });

  test('has no definition of an address, which its links have taken in', () => {
    expect(portable('One.\n\n[a]: /b/ "C"')).toBe('One.');
  });

  test('leaves the tree as it is', () => {
    const tree = renderer.parse('See [a](/about/) and ![b](c.png).');
    const before = structuredClone(tree);
    portableMarkdown(tree, addresses);
    expect(tree).toEqual(before);
  });

  test.each([
    ['emphasis', 'A *b* **c** ~~d~~ `e`'],
    ['a list', '- a\n- b\n  - c'],
    ['a numbered list', '3. a\n4. b'],
    ['a list of paragraphs', '- a\n\n  b\n\n- c'],
    ['a table', '| a  | b  |\n| -- | -- |\n| c  | *d* |'],
    ['a line that is broken in a cell', '| a     | b  |\n| ----- | -- |\n| c<br>d | *e*<br>**f** |'],
    ['code', '```\na <b>\n  c\n```'],
    ['code of a language', '```js\nlet a;\n```'],
    ['the alignment of columns', '| a | b   | c  |\n| - | :-: | -: |\n| d | e   | f  |'],
    ['tasks', '- [x] done\n- [ ] to *do*'],
    ['a quotation with a speaker', '> “A”\n>\n> — Ada Reed'],
    ['a quotation without a speaker', '> a\n>\n> b'],
    ['a line that is broken', 'a\\\nb'],
    ['a rule', 'a\n\n---\n\nb'],
    ['signs that mean something', '1\\. a \\* b \\[c] \\<d> \\_e\\_'],
  ])('says the same with %s', (_what, markdown) => {
    const again = renderer.render(renderer.parse(portable(markdown)));
    expect(again).toBe(renderer.render(renderer.parse(markdown)));
  });
});

describe('Links that are taken out', () => {
  const without = (markdown: string) => withoutLinks(markdown, (url) => url.startsWith('/dead/'));

  test.each([
    ['a paragraph', 'A [b *c*](/dead/) d.', 'A b *c* d.'],
    ['a heading', '### [A](/dead/#b)', '### A'],
    ['a list', '- [A](/dead/)\n- b', '- A\n- b'],
    ['emphasis', '*a [b](/dead/)* **[c](/dead/)** ~~[d](/dead/)~~', '*a b* **c** ~~d~~'],
    ['a table', '| a             |\n| ------------- |\n| [b](/dead/)   |', '| a |\n| - |\n| b |'],
    ['a quotation', '> [A](/dead/)\n>\n> — Ada', '> A\n>\n> — Ada'],
    ['a text with notes', 'A[^1] [b[^2]](/dead/)', 'A[^1] b[^2]'],
  ])('leave their words in %s', (_where, markdown, expected) => {
    expect(without(markdown)).toBe(expected);
  });

  test('leave all others', () => {
    const markdown = 'A [b](/alive/ "C") and <https://a.example/>.';
    expect(without(`${markdown} [d](/dead/)`)).toBe(`${markdown} d`);
  });
});
