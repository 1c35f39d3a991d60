import { symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { findPictures } from '@/lib/content/article/find-picture.ts';
import { openFolder } from '@/lib/content/files/source-file.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import type { PictureUse } from '@/lib/model/model.ts';
import { aPng } from '../../../support/a-png.ts';
import { aContentFolder, anIndex, contentWith, problemLines } from '../../../support/content-folder.ts';

const folder = 'articles/storm';
const index = `${folder}/index.md`;

/** The text of an article whose lead picture this is. */
function withLead(file: string): string {
  return anIndex({ keys: `picture:\n  image: ${file}\n  alt: The pier\n  credit: Ada Reed` });
}

/** The pictures of a content folder. */
function picturesIn(dir: string): PictureUse[] {
  return loadContent(dir).content?.articles.flatMap(({ pictures }) => [...pictures]) ?? [];
}

/** The size of the article's one picture. */
function sizeOf(file: string, bytes: Uint8Array): [number, number][] {
  const found = picturesIn(aContentFolder({ [index]: withLead(file), [`${folder}/${file}`]: bytes }));
  return found.map(({ image }) => [image.width, image.height]);
}

describe('A picture file beside the text', () => {
  const blank = () => sharp({ create: { width: 30, height: 20, channels: 3, background: 'teal' } });

  test.each([
    ['pier.jpg', () => blank().jpeg()],
    ['pier.png', () => blank().png()],
    ['pier.webp', () => blank().webp()],
    ['pier.avif', () => blank().avif()],
    ['PIER.JPEG', () => blank().jpeg()],
  ])('may be called %s', async (file, make) => {
    expect(sizeOf(file, await make().toBuffer())).toEqual([[30, 20]]);
  });

  test.each([1, 2, 3, 4, 5, 6, 7, 8])(
    'has its size as it is seen where a camera noted orientation %i',
    async (orientation) => {
      const bytes = await blank().withMetadata({ orientation }).jpeg().toBuffer();

      expect(sizeOf('pier.jpg', bytes)).toEqual([orientation < 5 ? [30, 20] : [20, 30]]);
    },
  );

  test.each([
    ['Old Pier.png', '<Old Pier.png>', 'old-pier'],
    ['Old Pier.png', 'Old%20Pier.png', 'old-pier'],
    ['pier.png', './pier.png', 'pier'],
    ['100% pier_(2).png', '<100% pier_(2).png>', '100-pier-2'],
    ['Pfahl-Brücke.png', 'Pfahl-Bru\u0308cke.png', 'pfahl-brucke'],
    ['رصيف.png', 'رصيف.png', 'picture'],
  ])('that is called “%s” is found as %s, and its copies are called %s', (file, written, stem) => {
    const lead = `![The pier](${written} "| Ada Reed")`;
    const [found] = picturesIn(aContentFolder({ [index]: anIndex({ lead }), [`${folder}/${file}`]: aPng() }));

    expect(found?.image.name).toMatch(new RegExp(`^storm/${stem}-[0-9a-f]{8}$`));
  });

  test('gives its copies other names when it changes, and the same where it does not', () => {
    const nameOf = (colour: number[]) => {
      const dir = aContentFolder({ [index]: withLead('pier.png'), [`${folder}/pier.png`]: aPng({ colour }) });
      return picturesIn(dir)[0]?.image.name;
    };

    expect(nameOf([1, 1, 1])).toBe(nameOf([1, 1, 1]));
    expect(nameOf([1, 1, 1])).not.toBe(nameOf([2, 2, 2]));
  });

  test('is one, however often the article shows it', () => {
    const lead = '![One](pier.png "| Ada Reed")\n\n![Two](pier.png "| Ada Reed")';
    const dir = aContentFolder({
      [index]: withLead('pier.png').replace('The wind fell at dawn.', lead),
      [`${folder}/pier.png`]: aPng(),
    });

    expect(picturesIn(dir)).toMatchObject([{ source: join(dir, folder, 'pier.png'), line: 8, column: 10 }]);
  });

  test('is the lead picture of an article, with its words', () => {
    const [article] = contentWith({ [index]: withLead('pier.png'), [`${folder}/pier.png`]: aPng() }).articles;

    expect(article?.picture).toMatchObject({
      kind: 'image',
      image: { width: 8, height: 6 },
      alt: 'The pier',
      credit: 'Ada Reed',
    });
  });

  test('counts for nothing where no text shows it', () => {
    expect(picturesIn(aContentFolder({ [`${folder}/pier.png`]: aPng(), [`${folder}/old.gif`]: 'x' }))).toEqual([]);
  });
});

describe('A picture that an editor named', () => {
  const lines = (dir: string) => problemLines(dir).map((line) => line.split('  ').slice(0, 3));

  test('is no link to a file, which is told of once', () => {
    const dir = aContentFolder({ [index]: withLead('pier.png') });
    writeFileSync(join(dir, '../elsewhere.png'), aPng());
    symlinkSync(join(dir, '../elsewhere.png'), join(dir, folder, 'pier.png'));

    expect(lines(dir)).toEqual([['content/articles/storm/pier.png:1:1', 'error', 'link-outside']]);
  });

  test('is no folder', () => {
    const dir = aContentFolder({ [index]: withLead('pier.png'), [`${folder}/pier.png/1.txt`]: '' });

    expect(lines(dir)).toEqual([
      ['content/articles/storm/index.md:8:10', 'error', 'picture-missing'],
      ['content/articles/storm/pier.png:1:1', 'warning', 'file-passed-over'],
    ]);
  });

  test('has at most 50 megabytes', () => {
    const dir = aContentFolder({ [index]: withLead('pier.png'), [`${folder}/pier.png`]: aPng() });
    truncateSync(join(dir, folder, 'pier.png'), 50_000_000);
    expect(lines(dir)).toEqual([]);
    truncateSync(join(dir, folder, 'pier.png'), 50_000_001);
    expect(lines(dir)).toEqual([['content/articles/storm/index.md:8:10', 'error', 'picture-too-large']]);
  });

  test.each([
    [10_000, 10_000, []],
    [10_000, 10_001, ['picture-too-large']],
  ])('has at most 100 million pixels: %i × %i', (width, height, expected) => {
    const bytes = aPng();
    bytes.writeUInt32BE(width, 16);
    bytes.writeUInt32BE(height, 20);
    const dir = aContentFolder({ [index]: withLead('pier.png'), [`${folder}/pier.png`]: bytes });

    expect(lines(dir).map(([, , code]) => code)).toEqual(expected);
  });

  test('never makes the loader fail, however its header is cut off or its bytes are twisted', async () => {
    const whole = await Promise.all([
      sharp(aPng()).jpeg().withMetadata({ orientation: 6 }).toBuffer(),
      sharp(aPng()).webp().toBuffer(),
      sharp(aPng()).avif().toBuffer(),
      aPng(),
    ]);
    const dir = aContentFolder();
    const file = join(dir, folder, 'pier.jpg');
    const at = { file: 'index.md', line: 8, column: 10 };
    for (const bytes of whole) {
      for (let end = 0; end < Math.min(bytes.length, 400); end += 3) {
        const twisted = Buffer.from(bytes);
        twisted.fill(0, end, Math.min(end + 4, bytes.length));
        for (const broken of [bytes.subarray(0, end), twisted]) {
          writeFileSync(file, broken);
          const codes: string[] = [];
          const entries = [{ name: 'pier.jpg', isFolder: false }];
          const { find } = findPictures(openFolder(dir), 'articles/storm', entries, ({ code }) => codes.push(code));
          if (!find('pier.jpg', at)) expect(codes.join()).toMatch(/^picture-(broken|format|too-large)$/);
        }
      }
    }
  });
});
