import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { builtSites } from '../support/built-site.ts';

const encodings = {
  '.br': { compress: brotliCompressSync, decompress: brotliDecompressSync },
  '.gz': { compress: (bytes: Buffer) => gzipSync(bytes, { level: 9 }), decompress: gunzipSync },
} as const;

describe.each(builtSites())('The compressed siblings of the files of $name', ({ files, siblings, bytes }) => {
  const texts = files.filter((file) => /\.(html|xml|json|txt|md|svg|webmanifest|js|css)$/.test(file));

  describe.each(Object.entries(encodings))('ending in %s', (ending, { compress, decompress }) => {
    const own = siblings.filter((file) => file.endsWith(ending));

    test('are there for every text, unless it would not be smaller', () => {
      const missing = texts.filter((file) => !own.includes(file + ending));
      expect(missing.filter((file) => compress(bytes(file)).byteLength < bytes(file).byteLength)).toEqual([]);
      expect(missing.length).toBeLessThan(own.length);
    });

    test('are smaller than their file, and decode to it', () => {
      const wrong = own.filter((sibling) => {
        const file = sibling.slice(0, -ending.length);
        if (!texts.includes(file)) return true;
        const compressed = bytes(sibling);
        return compressed.byteLength >= bytes(file).byteLength || !decompress(compressed).equals(bytes(file));
      });
      expect(wrong).toEqual([]);
    });
  });
});
