import { describe, expect, test } from 'vitest';
import { readDirectives } from '@/lib/markdown/directives.ts';
import { aRenderer } from '../../support/a-renderer.ts';

function read(markdown: string): { html: string; unknown: string[] } {
  const { parse, render } = aRenderer();
  const tree = parse(markdown);
  const unknown = readDirectives(tree, markdown).map(({ name }) => name);
  return { html: render(tree), unknown };
}

describe('A directive', () => {
  test(':plain[…] is its words', () => {
    expect(read('A :plain[*very* old pier].')).toEqual({ html: '<p>A <em>very</em> old pier.</p>', unknown: [] });
  });

  test.each(['Half past ten:thirty', 'ratio 3:one', 'a:b{c}', 'see:plain', ':x'])('is not “%s”', (text) => {
    expect(read(text)).toEqual({ html: `<p>${text}</p>`, unknown: [] });
  });

  test('that is not known is told, where it has brackets', () => {
    expect(read(':plian[pier] and :smile[]').unknown).toEqual(['plian', 'smile']);
  });

  test('is never a block', () => {
    expect(read('::: plain\nx\n:::').html).toBe('<p>::: plain\nx\n:::</p>');
  });
});
