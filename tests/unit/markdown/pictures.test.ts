import type { Image } from 'mdast';
import { describe, expect, test } from 'vitest';
import { inlineReferences } from '@/lib/markdown/links.ts';
import { captionOf, picturesOf } from '@/lib/markdown/pictures.ts';
import type { ShownImage } from '@/lib/model/picture-copies.ts';
import { aRenderer } from '../../support/a-renderer.ts';

const { parse, render } = aRenderer();
const pier: ShownImage = { name: 'storm/pier-1a2b3c4d', width: 480, height: 320 };

/** The HTML of Markdown all of whose pictures have been found. */
function withPictures(markdown: string, shown = pier): string {
  const tree = parse(markdown);
  inlineReferences(tree);
  for (const picture of picturesOf(tree)) picture.data = { shown };
  return render(tree);
}

describe('A picture with a paragraph of its own', () => {
  test('becomes a figure with caption and credit', () => {
    expect(withPictures('Before.\n\n![The pier](pier.jpg "At dawn. | Ada Reed")\n\nAfter.')).toBe(
      [
        '<p>Before.</p>',
        '<figure><picture>' +
          '<source type="image/avif" srcset="/pictures/storm/pier-1a2b3c4d-480.avif 480w" sizes="min(480px,100vw)">' +
          '<img src="/pictures/storm/pier-1a2b3c4d-480.jpg" srcset="/pictures/storm/pier-1a2b3c4d-480.jpg 480w" ' +
          'sizes="min(480px,100vw)" width="480" height="320" decoding="async" loading="lazy" alt="The pier">' +
          '</picture><figcaption>At dawn. <small>Ada Reed</small></figcaption></figure>',
        '<p>After.</p>',
      ].join('\n'),
    );
  });

  test('is marked as wide where it may go out into the margin', () => {
    expect(withPictures('![Dawn](pier.jpg "| Ada Reed")', { ...pier, width: 1600, height: 900 })).toContain(
      '<figure class="wide">',
    );
  });

  test('has a credit alone where it has no caption', () => {
    expect(withPictures('![The pier](pier.jpg "| Ada Reed")')).toContain(
      '<figcaption><small>Ada Reed</small></figcaption>',
    );
  });

  test.each([
    ['by reference', '![The pier][pier]\n\n[pier]: pier.jpg "| Ada Reed"'],
    ['with a comment beside it', '![The pier](pier.jpg "| Ada Reed") <!-- checked -->'],
    ['in a list', '- Planks:\n\n  ![The pier](pier.jpg "| Ada Reed")'],
    ['in a tight list', '- ![The pier](pier.jpg "| Ada Reed")\n- Planks'],
    ['in a quotation', '> ![The pier](pier.jpg "| Ada Reed")'],
  ])('may stand %s', (_where, markdown) => {
    const html = withPictures(markdown);

    expect(html).toContain('<figure><picture>');
    expect(html).not.toContain('<p><figure>');
  });

  test.each([
    [
      'in its alternative text',
      '![" onerror="x" <script>](pier.jpg "| A")',
      'alt="&#x22; onerror=&#x22;x&#x22; <script>"',
    ],
    ['in its caption', '![a](pier.jpg "<script>x</script> | A")', '<figcaption>&#x3C;script>x&#x3C;/script> <small>'],
    ['in its credit', '![a](pier.jpg "| <img src=x onerror=x>")', '<small>&#x3C;img src=x onerror=x></small>'],
  ])('passes no HTML on %s', (_where, markdown, escaped) => {
    expect(withPictures(markdown)).toContain(escaped);
  });
});

describe('A picture elsewhere', () => {
  test.each([
    ['in a sentence', 'The ![pier](pier.jpg "| A") held.', '<p>The pier held.</p>'],
    ['in a link', '[![pier](pier.jpg "| A")](/about/)', '<p><a href="/about/">pier</a></p>'],
    ['in a heading', '### ![pier](pier.jpg "| A")', '<h3>pier</h3>'],
    ['beside another one', '![one](1.jpg "| A") ![two](2.jpg "| A")', '<p>one two</p>'],
  ])('is no picture of its paragraph: %s', (_where, markdown, html) => {
    expect(picturesOf(parse(markdown))).toEqual([]);
    expect(withPictures(markdown)).toBe(html);
  });

  test('leaves nothing but its words where its file was not found', () => {
    expect(render(parse('![The pier](https://example.com/pier.jpg "At dawn. | A")'))).toBe('<p>The pier</p>');
  });
});

describe('What stands under a picture', () => {
  test.each([
    ['At dawn. | Ada Reed', { caption: 'At dawn.', credit: 'Ada Reed' }],
    ['At dawn.|Ada Reed', { caption: 'At dawn.', credit: 'Ada Reed' }],
    ['| Ada Reed', { caption: undefined, credit: 'Ada Reed' }],
    ['A | B | Ada Reed', { caption: 'A | B', credit: 'Ada Reed' }],
    ['At\n  dawn. |\n Ada', { caption: 'At dawn.', credit: 'Ada' }],
    ['At dawn.', undefined],
    ['At dawn. |', undefined],
    ['|', undefined],
    ['', undefined],
    [null, undefined],
  ])('is read from %j', (title, expected) => {
    expect(captionOf({ type: 'image', url: 'pier.jpg', title } satisfies Image)).toEqual(expected);
  });
});
