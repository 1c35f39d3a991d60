import { describe, expect, test } from 'vitest';
import { unknownDirectives } from '@/lib/markdown/directive-syntax.ts';
import { aRenderer } from '../../support/a-renderer.ts';

function read(markdown: string): { html: string; unknown: string[] } {
  const { parse, render } = aRenderer();
  const tree = parse(markdown);
  const unknown = unknownDirectives(tree).map(({ name }) => name);
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

  test.each([
    ['a time before a note', 'The gate closed at 10:30[^1].'],
    ['a score before a note', 'The score was 2:1[^1].'],
    ['a source before a note', 'Source:BBC[^1]'],
    ['a source before a note, in Chinese', '来源:新华社[^1]'],
    ['a name before a number', 'Score:Ada[2]'],
    ['a name before a note, after a space', 'By :Ada[^1]'],
    ['a number after a space', 'At :30[x]'],
    ['one without brackets, with braces', 'See :plain{x} and :a{b}'],
    ['one whose bracket is never closed', 'See :plain[x'],
  ])('is not %s', (_what, text) => {
    expect(read(text)).toEqual({ html: `<p>${text}</p>`, unknown: [] });
  });

  test('leaves a link or a note that follows a colon as they are', () => {
    expect(read('10:30[the log](https://log.example)').html).toContain('10:30<a href="https://log.example"');
    expect(read('At :ten[the log](https://log.example)').html).toContain('At :ten<a href="https://log.example"');
    expect(read('At 10:30[^1]\n\n[^1]: Local time.').html).toMatch(/^<p>At 10:30<sup class="note">/);
  });

  test(':plain[…] is one after any letter, as where words have no spaces between them', () => {
    expect(read('这是:plain[北码头]').html).toBe('<p>这是北码头</p>');
  });

  test('is never a block', () => {
    expect(read('::: plain\nx\n:::').html).toBe('<p>::: plain\nx\n:::</p>');
  });
});
