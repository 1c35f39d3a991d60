import { describe, expect, test } from 'vitest';
import { plainText } from '@/lib/markdown/plain-text.ts';
import { aRenderer } from '../../support/a-renderer.ts';

describe('The plain text of Markdown', () => {
  test.each([
    ['a line for each paragraph', 'One *two*\n\nthree', 'One two\nthree'],
    ['a line for each entry of a list', '- one\n- two\n  - three', 'one\ntwo\nthree'],
    ['a line for each cell', '| one | two |\n|---|---|\n| three | four |', 'one\ntwo\nthree\nfour'],
    ['a space where a line is broken', 'one\\\ntwo', 'one two'],
    ['a word whole that is emphasised in part', 'on*e*', 'one'],
    ['code as it stands', '`one`\n\n```\ntwo\n```', 'one\ntwo'],
    ['the words of a link, not its address', '[one](/two/)', 'one'],
    ['nothing of a comment', 'one <!-- two -->\n\n<!-- three -->', 'one '],
    ['nothing of a picture', '![one](two.jpg)', ''],
  ])('has %s', (_what, markdown, expected) => {
    expect(plainText(aRenderer().parse(markdown))).toBe(expected);
  });
});
