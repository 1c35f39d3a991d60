import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { shellWord } from '@/lib/content/shell-word.ts';

describe('A word of a shell', () => {
  test.each(['content', './my-site/content', 'Ada\'s news/$HOME `x` "y"', 'a;b', '~ada', '*', '', 'مقالات', 'a\\b'])(
    'comes back from the shell as it was: %s',
    (text) => {
      expect(execFileSync('sh', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
    },
  );

  test.each(['content', '../news/content', 'مقالات'])('needs no quotation marks: %s', (text) => {
    expect(shellWord(text)).toBe(text);
  });
});
