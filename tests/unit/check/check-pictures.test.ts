import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { formatProblem, isError } from '@/lib/model/problem.ts';
import { pictureStore } from '@/lib/press/cache/picture-store.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const index = anIndex({ keys: 'picture:\n  image: pier.jpg\n  alt: The pier\n  credit: Ada Reed' });

/** A content folder whose lead picture has these bytes. */
const withPicture = (bytes: Uint8Array | string) =>
  aContentFolder({ 'articles/storm/index.md': index, 'articles/storm/pier.jpg': bytes });

/** What a check reports about the pictures of a content folder. */
async function toldOf(dir: string, cache?: string): Promise<string[]> {
  const problems = await checkContent(dir, { now: someday, ...(cache !== undefined && { cache }) });
  return problems.filter(isError).map((problem) => formatProblem(problem).replace(`${dir}/articles/storm/`, ''));
}

/** What a build reports about them. */
async function toldByBuild(dir: string): Promise<string[]> {
  const uses = loadContent(dir).content?.articles.flatMap(({ pictures }) => pictures) ?? [];
  const store = pictureStore({ dir: aTemporaryFolder() }, 'code', () => {});
  const problems = await store.make(uses);
  return problems.map((problem) => formatProblem(problem).replace(`${dir}/articles/storm/`, ''));
}

/** A picture that does not compress well. */
const noise = () => {
  const data = Buffer.from(Array.from({ length: 240 * 160 * 3 }, (_, at) => (at * at * 31) % 251));
  return sharp(data, { raw: { width: 240, height: 160, channels: 3 } });
};

describe('npm run check decodes a picture to its end, and says what a build says:', () => {
  test.each([
    ['a JPEG', () => noise().jpeg()],
    ['a progressive JPEG', () => noise().jpeg({ progressive: true })],
    ['a PNG', () => noise().png()],
    ['a WebP', () => noise().webp()],
    ['an AVIF', () => noise().avif()],
  ])('%s that ends too soon', async (_what, make) => {
    const bytes = await make().toBuffer();
    const dir = withPicture(bytes.subarray(0, Math.floor(bytes.length * 0.6)));
    const lines = await toldOf(dir);

    expect(lines).toEqual([
      expect.stringMatching(/^index\.md:8:10 {2}error {2}picture-broken {2}"pier\.jpg" .*Export it again/),
    ]);
    expect(await toldByBuild(dir)).toEqual(lines);
  });

  test.each([
    ['a JPEG', () => noise().jpeg()],
    ['a PNG', () => noise().png()],
    ['an AVIF', () => noise().avif()],
  ])('nothing of %s that is whole', async (_what, make) => {
    const dir = withPicture(await make().toBuffer());

    expect(await toldOf(dir)).toEqual([]);
    expect(await toldByBuild(dir)).toEqual([]);
  });

  test('a broken one again, and one that has been put right no more', async () => {
    const bytes = await noise().jpeg().toBuffer();
    const dir = withPicture(bytes.subarray(0, bytes.length / 2));
    const cache = aTemporaryFolder();

    expect(await toldOf(dir, cache)).toHaveLength(1);
    expect(await toldOf(dir, cache)).toHaveLength(1);
    writeFileSync(join(dir, 'articles/storm/pier.jpg'), bytes);
    expect(await toldOf(dir, cache)).toEqual([]);
    expect(await toldOf(dir, cache)).toEqual([]);
  });

  test('a broken one that is the same in two articles at its first place', async () => {
    const bytes = await noise().jpeg().toBuffer();
    const dir = withPicture(bytes.subarray(0, bytes.length / 2));
    cpSync(join(dir, 'articles/storm'), join(dir, 'articles/wind'), { recursive: true });

    expect(await toldOf(dir)).toHaveLength(1);
  });
});

describe('A file that is no picture is named for what it is:', () => {
  const lfs = 'version https://git-lfs.github.com/spec/v1\noid sha256:4d7a2146\nsize 12345\n';
  test.each([
    ['a pointer of Git LFS', lfs, 'git lfs pull'],
    ['a pointer of git-annex', '/annex/objects/SHA256E-s1--x.jpg\n', 'git annex get'],
    ['an empty file', '', 'is empty'],
    ['zeros', Buffer.alloc(5000), 'nothing but zeros'],
    ['a web page', '<!DOCTYPE html>\n<html><body>Not found</body></html>', 'is a web page (HTML)'],
    ['a web page after a comment', '\ufeff\n<!-- saved -->\n<html>', 'is a web page (HTML)'],
    ['an answer in JSON', '{"error":"not found"}', 'is text (JSON)'],
    ['a PDF', '%PDF-1.7\n', 'is a PDF'],
    ['an archive', Buffer.from('504b030414000000', 'hex'), 'is an archive (ZIP)'],
    ['a video', Buffer.from('\0\0\0 ftypisom\0\0\x02\0isomiso2', 'latin1'), 'is a video'],
    ['a photo of a telephone', Buffer.from('\0\0\0 ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
    ['a text', 'Photo to come.\n', 'is text'],
    ['something else', Buffer.from([1, 2, 3, 250, 251]), 'is broken, or not a picture at all'],
  ])('%s', async (_what, bytes, words) => {
    const lines = await toldOf(withPicture(bytes));

    expect(lines).toHaveLength(1);
    expect(lines.join()).toContain(words);
    expect(lines.join()).toMatch(/^index\.md:8:10 {2}error {2}picture-(broken|format) {2}"pier\.jpg" /);
  });

  test('and so is a text that Git LFS has not fetched', async () => {
    const [line] = await toldOf(aContentFolder({ 'articles/storm/1-pier.md': lfs }));

    expect(line).toBe(
      '1-pier.md:1:1  error  file-unreadable  This is a Git LFS pointer, not the text. Fetch it with git lfs pull; in a workflow, with lfs: true of actions/checkout.',
    );
  });
});
