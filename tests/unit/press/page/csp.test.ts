import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from '@/lib/press/page/csp.ts';

/** The directives of a policy by name, as a browser parses it. */
function directives(policy: string): Record<string, string> {
  return Object.fromEntries(policy.split('; ').map((directive) => directive.split(/ (.*)/s, 2)));
}

const sha256 = (text: string) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

describe('The policy of a page', () => {
  test('with nothing in it allows nothing', () => {
    expect(contentSecurityPolicy({ styles: [], scripts: [], pictures: false, manifest: false, search: false })).toBe(
      "default-src 'none'; base-uri 'none'; form-action 'self'",
    );
  });

  test('with everything in it has these directives', () => {
    expect(
      directives(
        contentSecurityPolicy({
          styles: ['p{}', 'a{}'],
          scripts: ['one()', 'two()'],
          pictures: true,
          manifest: false,
          search: false,
        }),
      ),
    ).toEqual({
      'default-src': "'none'",
      'style-src': `${sha256('p{}')} ${sha256('a{}')}`,
      'script-src': `${sha256('one()')} ${sha256('two()')}`,
      'connect-src': "'self'",
      'img-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
      'require-trusted-types-for': "'script'",
    });
  });

  test('has the hash that others compute as well', () => {
    // printf 'alert(1)' | openssl dgst -sha256 -binary | base64
    expect(
      contentSecurityPolicy({ styles: [], scripts: ['alert(1)'], pictures: false, manifest: false, search: false }),
    ).toContain("script-src 'sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI='");
  });

  test.each([
    ['letters of other scripts', 'p::after{content:"نهاية – é"}'],
    ['line ends and blanks, which count', '\n p {}\n'],
    ['nothing', ''],
  ])('has the hash of a text with %s', (_what, style) => {
    const policy = contentSecurityPolicy({
      styles: [style],
      scripts: [],
      pictures: false,
      manifest: false,
      search: false,
    });

    expect(directives(policy)['style-src']).toBe(sha256(style));
  });

  test('without a script names no source of scripts and asks for no trusted types', () => {
    expect(
      directives(
        contentSecurityPolicy({ styles: ['p{}'], scripts: [], pictures: true, manifest: false, search: false }),
      ),
    ).toEqual({
      'default-src': "'none'",
      'style-src': sha256('p{}'),
      'img-src': "'self'",
      'base-uri': "'none'",
      'form-action': "'self'",
    });
  });

  test('of the search lets its script load scripts of the site, and WebAssembly, and nothing else', () => {
    const needs = { styles: [], scripts: ['find()'], pictures: false, manifest: false };
    const { 'script-src': scripts, ...others } = directives(contentSecurityPolicy({ ...needs, search: true }));

    expect(scripts).toBe(`${sha256('find()')} 'self' 'wasm-unsafe-eval'`);
    const { 'script-src': _, ...same } = directives(contentSecurityPolicy({ ...needs, search: false }));
    expect(others).toEqual(same);
  });

  test('never has a keyword that lets in what it does not name', () => {
    expect(
      contentSecurityPolicy({ styles: ['p{}'], scripts: ['one()'], pictures: true, manifest: false, search: false }),
    ).not.toMatch(/unsafe|strict-dynamic|\*/);
  });
});
