import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { describe, expect, test } from 'vitest';
import type { PictureUse } from '@/lib/model/model.ts';
import { copiesOf } from '@/lib/model/picture-copies.ts';
import { formatProblem } from '@/lib/model/problem.ts';
import { pictureStore } from '@/lib/press/cache/picture-store.ts';
import { aPng } from '../../../support/a-png.ts';
import { fixtures } from '../../../support/content-folder.ts';
import { longTest } from '../../../support/runs.ts';
import { aTemporaryFolder } from '../../../support/temporary-folder.ts';

/** A store in its own build cache, and a folder for the pictures of an article. */
function aStore({ code = 'code', dir = aTemporaryFolder() } = {}) {
  mkdirSync(join(dir, 'storm'), { recursive: true });
  const store = pictureStore({ dir }, code, () => {});

  /** The use of a picture of these bytes, which are written to a file. */
  const use = (name: string, bytes: Buffer, width: number, height: number): PictureUse => {
    const source = join(dir, 'storm', name);
    writeFileSync(source, bytes);
    const digest = createHash('sha256').update(bytes).digest('hex');
    const image = { name: `storm/${name}`, width, height };
    return { file: 'storm/index.md', line: 8, column: 10, source, digest, image };
  };
  /** The bytes of the copies of a picture, AVIF first, smallest first. */
  const copies = (one: PictureUse) => copiesOf(one.image).map((copy) => readFileSync(store.fileOf(one, copy)));
  const kept = () => readdirSync(join(dir, 'pictures'));
  /** Makes the copies of all pictures of a site, and deletes those of others. */
  const make = async (uses: readonly PictureUse[]) => {
    const problems = await store.make(uses);
    store.keepOnly(uses);
    return problems.map((problem) => formatProblem(problem));
  };
  return { ...store, make, dir, use, copies, kept };
}

/** The middle pixel of a picture: red, green, blue. */
async function middleOf(bytes: Buffer): Promise<number[]> {
  const { width, height } = await sharp(bytes).metadata();
  const pixel = sharp(bytes).extract({ left: Math.floor(width / 2), top: Math.floor(height / 2), width: 1, height: 1 });
  return [...(await pixel.raw().toBuffer())];
}

describe('The copies of a picture', () => {
  const held = readFileSync(join(fixtures, 'sites/features/articles/old-bridge/held-upright.jpg'));

  test('say nothing of the camera, the place or the person', async () => {
    const { exif, icc } = await sharp(held).metadata();
    expect(exif?.toString('latin1')).toContain('Secret 3000');
    expect(icc).toBeDefined();
    const { make, use, copies } = aStore();
    const picture = use('held.jpg', held, 600, 900);

    await make([picture]);

    for (const bytes of copies(picture)) {
      const { exif: left, icc: profile, iptc, xmp, orientation } = await sharp(bytes).metadata();
      expect([left, profile, iptc, xmp, orientation]).toEqual([undefined, undefined, undefined, undefined, undefined]);
      expect(bytes.toString('latin1')).not.toMatch(/Exif\0|GPS|Secret|Somebody|http:\/\/ns\.adobe/);
    }
  });

  test('stand upright where the camera was held upright, in the widths that they are called by', async () => {
    const { make, use, copies } = aStore();
    const picture = use('held.jpg', held, 600, 900);

    await make([picture]);

    const sizes = await Promise.all(copies(picture).map((bytes) => sharp(bytes).metadata()));
    expect(sizes.map(({ format, width, height }) => [format, width, height])).toEqual([
      ['heif', 480, 720],
      ['heif', 600, 900],
      ['jpeg', 480, 720],
      ['jpeg', 600, 900],
    ]);
  });

  const plain = (colour: number[]) => sharp(aPng({ colour }));
  const clear = { r: 0, g: 0, b: 0, alpha: 0 };

  test.each<[string, () => Sharp, number[], number]>([
    ['of a wide gamut', () => plain([240, 20, 20]).withIccProfile('p3').png(), [240, 20, 20], 8],
    // Ink has fewer colours.
    ['for print (CMYK)', () => plain([150, 100, 80]).toColourspace('cmyk').jpeg(), [150, 100, 80], 24],
    ['of sixteen bits', () => plain([200, 60, 40]).toColourspace('rgb16').png(), [200, 60, 40], 8],
    ['in grey', () => plain([90, 90, 90]).greyscale().png(), [90, 90, 90], 8],
    [
      'that is transparent: on white',
      () => sharp({ create: { width: 8, height: 6, channels: 4, background: clear } }).webp(),
      [255, 255, 255],
      2,
    ],
  ])('show the colours of one %s', async (_what, made, colour, tolerance) => {
    const { make, use, copies } = aStore();
    const picture = use('pier.png', await made().toBuffer(), 8, 6);

    await make([picture]);

    for (const bytes of copies(picture)) {
      const { space, depth } = await sharp(bytes).metadata();
      expect([space, depth]).toEqual(['srgb', 'uchar']);
      const middle = await middleOf(bytes);
      for (const [index, value] of colour.entries())
        expect(Math.abs((middle[index] ?? 0) - value)).toBeLessThanOrEqual(tolerance);
    }
  });

  test('stand still where the picture moves: they show its first frame', async () => {
    const frames = [aPng({ colour: [255, 0, 0] }), aPng({ colour: [0, 0, 255] })];
    const moving = await sharp(frames, { join: { animated: true } })
      .webp({ lossless: true, delay: [100, 100] })
      .toBuffer();
    expect((await sharp(moving).metadata()).pages).toBe(2);
    const { make, use, copies } = aStore();
    const picture = use('moving.webp', moving, 8, 6);

    await make([picture]);

    for (const bytes of copies(picture)) {
      expect((await sharp(bytes).metadata()).pages ?? 1).toBe(1);
      const [first = 0, , last = 255] = await middleOf(bytes);
      expect(first).toBeGreaterThan(200);
      expect(last).toBeLessThan(60);
    }
  });

  longTest('weigh 60 kB at most where they are for phones, however much there is to see', async () => {
    const noise = { type: 'gaussian', mean: 128, sigma: 40 } as const;
    const busy = await sharp({ create: { width: 960, height: 270, channels: 3, background: 'grey', noise } })
      .png()
      .toBuffer();
    const { make, use, copies } = aStore();
    const picture = use('busy.png', busy, 960, 270);

    await make([picture]);

    const [small, middle, smallJpeg] = copies(picture).map((bytes) => bytes.byteLength);
    for (const weight of [small, middle, smallJpeg]) expect(weight).toBeLessThanOrEqual(60_000);
    expect(middle).toBeGreaterThan(20_000);
  });
});

describe('The store of copies', () => {
  test('makes a picture once, also when its file has another name or lies elsewhere', async () => {
    const { make, use, copies } = aStore();
    const bytes = aPng();
    await make([use('pier.png', bytes, 8, 6)]);
    const renamed = use('jetty.png', bytes, 8, 6);
    // Decoding it again would fail, since the file is gone.
    rmSync(renamed.source);

    await make([renamed]);

    expect(copies(renamed)).toHaveLength(2);
  });

  test('forgets what no article shows any more', async () => {
    const { make, use, kept } = aStore();
    const [pier, sea] = [use('pier.png', aPng({ colour: [1, 1, 1] }), 8, 6), use('sea.png', aPng(), 8, 6)];
    await make([pier, sea]);
    expect(kept()).toHaveLength(4);

    await make([sea]);

    expect(kept()).toHaveLength(2);
  });

  test('makes copies anew where the code that makes them has changed', async () => {
    const { make, use, kept, dir } = aStore();
    const picture = use('pier.png', aPng(), 8, 6);
    await make([picture]);
    const before = kept();

    await aStore({ code: 'other code', dir }).make([picture]);

    expect(kept().filter((name) => before.includes(name))).toEqual([]);
  });

  test('makes a copy again that is missing, and takes away what was left half-written', async () => {
    const { make, use, copies, kept, fileOf, dir } = aStore();
    const picture = use('pier.png', aPng(), 8, 6);
    await make([picture]);
    const whole = copies(picture);
    for (const copy of copiesOf(picture.image).slice(0, 1))
      renameSync(fileOf(picture, copy), join(dir, 'pictures/a.new'));

    await make([picture]);

    expect(copies(picture)).toEqual(whole);
    expect(kept()).toHaveLength(2);
  });
});

describe('Whether a picture can be shown', () => {
  test('is known: while there are copies of it, or its file as it was', async () => {
    const { make, has, use, keepOnly } = aStore();
    const picture = use('pier.png', aPng(), 8, 6);
    expect(has(picture)).toBe(true);
    await make([picture]);
    rmSync(picture.source);
    expect(has(picture)).toBe(true);
    keepOnly([]);
    expect(has(picture)).toBe(false);
    writeFileSync(picture.source, aPng({ colour: [1, 2, 3] }));
    expect(has(picture)).toBe(false);
  });
});

describe('A picture that cannot be decoded', () => {
  const detailed = () =>
    sharp(readFileSync(join(fixtures, 'sites/features/articles/old-bridge/valley.jpg'))).resize(300);

  test.each([
    ['a JPEG', () => detailed().jpeg()],
    ['a progressive JPEG', () => detailed().jpeg({ progressive: true })],
    ['a PNG', () => detailed().png()],
    ['a WebP', () => detailed().webp()],
    ['an AVIF', () => detailed().avif({ effort: 0 })],
  ])('is told of at its place in the text where it is %s that ends too soon', async (_what, make) => {
    const bytes = await make().toBuffer();
    const { make: makeAll, use } = aStore();
    const picture = use('cut.jpg', bytes.subarray(0, Math.floor(bytes.length * 0.6)), 300, 450);

    expect(await makeAll([picture])).toEqual([
      expect.stringMatching(
        /^storm\/index\.md:8:10 {2}error {2}picture-broken {2}"cut\.jpg" cannot be decoded: it ends too soon, or is damaged\. Export it again, upright, as a JPEG or a PNG\.$/,
      ),
    ]);
  });

  test('does not keep others from being made, and is told of together with them', async () => {
    const { make, use, kept } = aStore();
    const cut = (name: string) => use(name, Buffer.concat([aPng().subarray(0, 50), Buffer.from(name)]), 8, 6);

    expect(await make([cut('a.png'), use('pier.png', aPng(), 8, 6), cut('b.png')])).toEqual([
      expect.stringContaining('"a.png" '),
      expect.stringContaining('"b.png" '),
    ]);
    expect(kept()).toHaveLength(2);
  });

  test('is one that a note turns on its side which only JPEG can have', async () => {
    const { make, use } = aStore();
    const picture = use('turned.png', await sharp(aPng()).withMetadata({ orientation: 6 }).png().toBuffer(), 8, 6);

    expect(await make([picture])).toEqual([expect.stringContaining('it has two sizes, 8 × 6 and 6 × 8 pixels')]);
  });

  test('is one that was changed since its article was read', async () => {
    const { make, use } = aStore();
    const picture = use('pier.png', aPng(), 8, 6);
    writeFileSync(picture.source, aPng({ colour: [1, 2, 3] }));

    await expect(make([picture])).rejects.toThrow('was changed while the site was being built. Build it again.');
  });
});

describe('What a killed build has left', () => {
  /** A store with a picture of which one copy was being written when the build was killed. */
  async function aKilledStore() {
    const store = aStore();
    const picture = store.use('pier.png', aPng(), 8, 6);
    await store.make([picture]);
    const whole = store.copies(picture);
    const [file = ''] = copiesOf(picture.image).map((copy) => store.fileOf(picture, copy));
    return { ...store, picture, whole, file };
  }

  test('is written over where it is the beginning of a copy', async () => {
    const { make, picture, copies, kept, whole, file } = await aKilledStore();
    renameSync(file, `${file}.new`);

    await make([picture]);

    expect(copies(picture)).toEqual(whole);
    expect(kept()).toHaveLength(2);
  });

  test('is taken away where it is a folder', async () => {
    const { make, picture, copies, kept, whole, file, dir } = await aKilledStore();
    rmSync(file);
    mkdirSync(join(`${file}.new`, 'within'), { recursive: true });
    mkdirSync(join(dir, 'pictures/other.new/within'), { recursive: true });

    await make([picture]);

    expect(copies(picture)).toEqual(whole);
    expect(kept()).toHaveLength(2);
  });
});
