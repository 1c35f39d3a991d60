import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import type { PictureUse } from '../../model/model.ts';
import { copiesOf, type PictureCopy, widthsOf } from '../../model/picture-copies.ts';
import { comparePlaces, type Problem } from '../../model/problem.ts';
import { makeFolder } from '../../processes/make-folder.ts';
import { taskQueue } from '../../processes/task-queue.ts';
import { throttledProgress } from '../../processes/throttled-progress.ts';
import { WorkError } from '../../processes/work-error.ts';
import { writeWhole } from '../../processes/write-whole.ts';
import type { BuildCache } from './build-cache.ts';
import type { StageSettings } from './stage.ts';

/**
 * The copies of pictures, cached by what they are made from: a picture is decoded and compressed once, however the
 * text around it changes.
 */
export type PictureStore = {
  /** Makes the copies that are missing, and reports the place of each picture that cannot be decoded. */
  make: (uses: readonly PictureUse[]) => Promise<Problem[]>;
  /** Whether all copies of a picture exist, or can still be made from its file. */
  has: (use: PictureUse) => boolean;
  /** Deletes the copies of other pictures. */
  keepOnly: (uses: readonly PictureUse[]) => void;
  /** The file of an existing copy. Its name identifies everything that it was made from. */
  fileOf: (use: PictureUse, copy: PictureCopy) => string;
};

/**
 * Opens the store.
 *
 * @param code Identifies the code that makes copies.
 * @param say Receives the progress of long work.
 * @param settings Where copies are kept for other machines, and which of them this one makes.
 */
export function pictureStore(
  { dir }: Pick<BuildCache, 'dir'>,
  code: string,
  say: (line: string) => void,
  { outputs, share }: Pick<StageSettings, 'outputs' | 'share'> = {},
): PictureStore {
  const folder = join(dir, 'pictures');

  const stem = createHash('sha256').update(code).digest('hex').slice(0, 16);
  const nameOf = ({ digest }: PictureUse, { width, format }: PictureCopy) => `${digest}-${stem}-${width}.${format}`;
  const namesOf = (use: PictureUse) => copiesOf(use.image).map((copy) => nameOf(use, copy));
  const fileOf: PictureStore['fileOf'] = (use, copy) => join(folder, nameOf(use, copy));

  /** Takes the copies of a picture from the cache of outputs, if it has all of them. */
  const takeOne = async (use: PictureUse): Promise<boolean> => {
    const found = await outputs?.take('picture', JSON.stringify(namesOf(use)));
    const files = namesOf(use).map((name) => ({ name, bytes: found?.get(name) }));
    if (!files.every(({ bytes }) => bytes)) return false;
    for (const { name, bytes } of files) if (bytes) writeWhole(join(folder, name), bytes);
    return true;
  };
  const keepOne = async (use: PictureUse): Promise<void> => {
    const files = namesOf(use).map((name) => [name, readFileSync(join(folder, name))] as const);
    await outputs?.keep('picture', JSON.stringify(namesOf(use)), new Map(files));
  };

  const makeOne = async (use: PictureUse): Promise<void> => {
    // sharp takes a while to load, and most builds make no pictures.
    const { decode, encode } = await import('../../pictures/make-copy.ts');
    const { checkSize } = await import('../../pictures/broken-picture.ts');
    const bytes = bytesOf(use);
    if (!bytes) {
      throw new WorkError(`${use.source} was changed while the site was being built. Build it again.`);
    }
    await checkSize(bytes, use.image);
    const copies = copiesOf(use.image);
    for (const step of widthsOf(use.image)) {
      const pixels = await decode(bytes, step);
      for (const copy of copies.filter((one) => one.width === step)) {
        writeWhole(fileOf(use, copy), await encode(pixels, copy.format));
      }
    }
  };

  return {
    fileOf,
    make: async (uses) => {
      makeFolder(folder);
      const kept = new Set(readdirSync(folder));
      const byDigest = new Map(uses.filter(({ digest }) => !share || share(digest)).map((use) => [use.digest, use]));
      const missing = [...byDigest.values()].filter((use) => !namesOf(use).every((name) => kept.has(name)));
      const problems: Problem[] = [];
      const tell = throttledProgress(say);
      const queue = taskQueue(availableParallelism());
      let count = 0;
      for (const use of missing) {
        await queue.add(async () => {
          if (await takeOne(use)) return;
          const making = makeOne(use).then(() => keepOne(use));
          await making.catch(async (error: unknown) => {
            if (error instanceof WorkError) throw error;
            const { brokenPicture } = await import('../../pictures/broken-picture.ts');
            problems.push(brokenPicture(use, error));
          });
          count += 1;
          tell(() => `${count} of ${missing.length} pictures are made …`);
        });
      }
      await queue.done();
      return problems.sort(comparePlaces);
    },
    has: (use) => namesOf(use).every((name) => existsSync(join(folder, name))) || bytesOf(use) !== undefined,
    keepOnly: (uses) => {
      const wanted = new Set(uses.flatMap(namesOf));
      for (const name of readdirSync(folder)) {
        if (!wanted.has(name)) rmSync(join(folder, name), { recursive: true, force: true });
      }
    },
  };
}

/** The bytes of a picture; `undefined` if its file is gone or has changed. */
function bytesOf({ source, digest }: PictureUse): Buffer | undefined {
  const bytes = existsSync(source) ? readFileSync(source) : undefined;
  return bytes && createHash('sha256').update(bytes).digest('hex') === digest ? bytes : undefined;
}
