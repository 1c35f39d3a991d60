import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { all, attribute, readBuiltSite } from '../support/built-site.ts';
import { sites } from '../support/sites.ts';

const built = Object.entries(sites).map(([name, site]) => readBuiltSite(name, site));

const hashes = (elements: readonly Element[]) =>
  elements.map(({ textContent }) => `'sha256-${createHash('sha256').update(textContent).digest('base64')}'`);

for (const site of built) {
  describe(`the siblings of ${site.name}`, () => {
    const text = site.files.filter((file) => /\.(html|xml|json|txt|md|svg|webmanifest|js|css)$/.test(file));

    test.each(text)('%s is there in brotli and gzip wherever that is smaller', (file) => {
      const bytes = site.bytes(file);
      for (const [ending, compressed] of [
        ['.br', brotliCompressSync(bytes)],
        ['.gz', gzipSync(bytes, { level: 9 })],
      ] as const) {
        expect(site.siblings.includes(file + ending)).toBe(compressed.byteLength < bytes.byteLength);
      }
    });

    test.each(site.siblings)('%s is smaller than its file, and decodes to it', (sibling) => {
      const plain = site.bytes(sibling.replace(/\.(br|gz)$/, ''));
      const bytes = site.bytes(sibling);
      expect(bytes.byteLength).toBeLessThan(plain.byteLength);
      expect(sibling.endsWith('.br') ? brotliDecompressSync(bytes) : gunzipSync(bytes)).toEqual(plain);
    });
  });

  for (const { route, html, document } of site.pages) {
    describe(`the policy of ${site.name} ${route}`, () => {
      const first = document.head.firstElementChild;
      const directives = Object.fromEntries(
        (first?.getAttribute('content') ?? '').split('; ').map((directive) => directive.split(/ (.*)/s, 2)),
      );

      test('comes first in head and is the only one', () => {
        expect(first?.getAttribute('http-equiv')).toBe('Content-Security-Policy');
        expect(all(document, 'meta[http-equiv=Content-Security-Policy]')).toHaveLength(1);
      });

      test('names the style sheets and scripts of the page and nothing besides', () => {
        const searches = document.querySelector('script[data-search]') !== null;
        expect(directives).toEqual({
          'default-src': "'none'",
          'style-src': hashes(all(document, 'style')).join(' '),
          'script-src': [
            ...hashes(all(document, 'script:not([type="application/ld+json"])')),
            ...(searches ? ["'self'", "'wasm-unsafe-eval'"] : []),
          ].join(' '),
          ...(searches && { 'connect-src': "'self'" }),
          'img-src': "'self'",
          ...(document.querySelector('link[rel=manifest]') && { 'manifest-src': "'self'" }),
          'base-uri': "'none'",
          'form-action': "'self'",
          'require-trusted-types-for': "'script'",
        });
      });

      test('leaves the charset where a browser looks for it: within the first 1,024 bytes', () => {
        expect(attribute(document, 'meta[charset]', 'charset')).toBe('utf-8');
        const start = Buffer.from(html).subarray(0, 1024).toString('latin1');
        expect(start).toMatch(/<meta charset="utf-8">/);
      });
    });
  }
}
