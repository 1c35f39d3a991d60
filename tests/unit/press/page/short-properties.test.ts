import { describe, expect, test } from 'vitest';
import { shortenProperties } from '@/lib/press/page/short-properties.ts';

describe('The custom properties of a style sheet', () => {
  test.each([
    ['get short names', ':root{--ink:red}p{a:var(--ink)}', ['--ink'], ':root{--a:red}p{a:var(--a)}'],
    [
      'get the shortest where they are named most often',
      ':root{--rare:1;--often:2}p{a:var(--often)var(--often)var(--rare)}',
      ['--rare', '--often'],
      ':root{--b:1;--a:2}p{a:var(--a)var(--a)var(--b)}',
    ],
    [
      'keep apart where one begins like another',
      ':root{--ink:1;--ink-soft:2}p{a:var(--ink)var(--ink-soft)}',
      ['--ink', '--ink-soft'],
      ':root{--a:1;--b:2}p{a:var(--a)var(--b)}',
    ],
    [
      'change their names wherever these stand',
      '@property --ink{syntax:"*"}@container style(--ink:1){p{transition:--ink 1s;a:var(--b,var(--ink))}}',
      ['--ink'],
      '@property --a{syntax:"*"}@container style(--a:1){p{transition:--a 1s;a:var(--b,var(--a))}}',
    ],
    ['leave those alone that are not its own', 'p{--ink:var(--a)}', ['--ink'], 'p{--b:var(--a)}'],
    ['leave classes alone', '.card--ink{--ink:1;a:var(--ink)}', ['--ink'], '.card--ink{--a:1;a:var(--a)}'],
    ['are the same when shortened again', 'p{--a:1;--b:2;a:var(--a)var(--b)}', ['--a', '--b'], undefined],
  ])('%s', (_what, css, own, expected = css) => {
    expect(shortenProperties(css, new Set(own))).toBe(expected);
  });

  test('never get one name twice, however many there are', () => {
    const own = Array.from({ length: 100 }, (_, index) => `--property-${index}`);
    const css = shortenProperties(`p{${own.map((name) => `${name}:1`).join(';')}}`, new Set(own));
    const names = css.match(/--[^:]+/g) ?? [];
    expect(new Set(names).size).toBe(100);
    expect(Math.max(...names.map(({ length }) => length))).toBe(4);
  });
});
