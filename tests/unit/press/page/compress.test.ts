import { brotliCompressSync, brotliDecompressSync, constants, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { encodingsOf } from '@/lib/press/page/compress.ts';

const page = Buffer.from(`<!DOCTYPE html><p>${'A page that says the same again, and قليل من العربية. '.repeat(60)}`);

/** A text that brotli compresses better at higher quality. */
const sentences = Array.from({ length: 800 }, (_, index) => `Sentence ${index} of ${(index * 7919) % 613}.`);
const long = Buffer.from(sentences.join('\n'));

describe('The compressed siblings of a file', () => {
  test('are brotli and gzip, and each decodes to the file', async () => {
    const [br, gz, ...others] = await encodingsOf('index.html', page, 11);

    expect([br?.ending, gz?.ending, others]).toEqual(['.br', '.gz', []]);
    expect(brotliDecompressSync(br?.bytes ?? '')).toEqual(page);
    expect(gunzipSync(gz?.bytes ?? '')).toEqual(page);
  });

  test.each(['html', 'xml', 'json', 'txt', 'md', 'svg', 'webmanifest', 'js', 'css'])(
    'are made of .%s',
    async (type) => {
      expect(await encodingsOf(`folder/file.${type}`, page, 11)).toHaveLength(2);
    },
  );

  test.each(['picture.png', 'picture.jpg', 'picture.webp', 'picture.avif', 'page.html.br', 'icon.ico', 'html'])(
    'are not made of %s, even if it could be smaller',
    async (file) => {
      expect(await encodingsOf(file, page, 11)).toEqual([]);
    },
  );

  test.each([
    ['empty', ''],
    ['a few letters long', 'abc'],
  ])('are not made where they would be larger than the file: it is %s', async (_what, text) => {
    expect(await encodingsOf('robots.txt', Buffer.from(text), 11)).toEqual([]);
  });

  test('are made each by itself: brotli alone where gzip is not smaller', async () => {
    const made = await encodingsOf('index.html', Buffer.from('<!DOCTYPE html><title>Moved</title>'), 11);

    expect(made.map(({ ending }) => ending)).toEqual(['.br']);
  });

  test.each([6, 11] as const)('are what brotli makes with quality %i', async (quality) => {
    const [br] = await encodingsOf('index.html', long, quality);

    const params = {
      [constants.BROTLI_PARAM_QUALITY]: quality,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: long.byteLength,
    };
    expect(br?.bytes).toEqual(brotliCompressSync(long, { params }));
  });

  test('are smaller with quality 11 than with 6', async () => {
    const [quick] = await encodingsOf('index.html', long, 6);
    const [slow] = await encodingsOf('index.html', long, 11);

    expect(slow?.bytes.byteLength).toBeLessThan(quick?.bytes.byteLength ?? 0);
  });

  test('are the same bytes for the same file', async () => {
    expect(await encodingsOf('index.html', page, 11)).toEqual(await encodingsOf('index.html', page, 11));
  });
});
