import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Builder, type BuilderSettings, openBuilder } from '@/lib/press/builder.ts';
import { type DrawOne, drawInThisProcess } from '@/lib/press/draw-share-images.ts';
import { type Encode, encodingsOf } from '@/lib/press/page/compress.ts';
import { type NextServer, startNextServer } from '@/lib/press/page/next-server.ts';
import { siteContent } from './compare-sites.ts';
import { builtAt, Newsroom } from './newsroom.ts';

/** What the tests of a file need to build sites: their own folder, which is deleted when they are done, and a server. */
export type SiteBuilders = {
  /** A path in that folder. */
  path: (name: string) => string;
  /** A builder that shares the server with the others, and leaves it running when it is closed. */
  aBuilder: (content: string, out: string, settings?: Partial<BuilderOfTests>) => Builder;
  /**
   * A newsroom with a stock of older articles (none by default), and a folder with its finished site without the stock, from which the next
   * build continues. For the result of a first build use `fromNothing`.
   */
  aBuiltNewsroom: (name: string, stock?: number) => Promise<{ room: Newsroom; out: string }>;
  /** The files of the site that a first build makes. */
  fromNothing: (content: string, now?: number) => Promise<Record<string, string>>;
};

/** By default the output of a builder is ignored, and nothing is broken. */
type BuilderOfTests = {
  say: (line: string) => void;
  /** Whether the server now answers an address with status 500, or a share image there cannot be drawn. */
  isBroken: (route: string) => boolean;
} & Pick<BuilderSettings, 'encode' | 'outputs' | 'share'>;

/** At full quality, compressing takes most of the time of a small build. */
const quickly: Encode = (file, bytes) => encodingsOf(file, bytes, 6);

/** Next's server, which all test files in the same process share; it ends with that process. */
let server: Promise<NextServer> | undefined;

/** The site of a new newsroom, which is built once for all of them. */
let beginning: Promise<string> | undefined;

/** Call this once in a test file, outside the tests. */
export function siteBuilders(): SiteBuilders {
  const root = process.cwd();
  const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  let count = 0;

  beforeAll(() => {
    // As in a build; Next and React read it when they start.
    Object.assign(process.env, { NODE_ENV: 'production' });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const aBuilder: SiteBuilders['aBuilder'] = (
    content,
    out,
    { say = () => {}, isBroken = () => false, encode = quickly, outputs, share } = {},
  ) => {
    const start = async (): Promise<NextServer> => {
      server ??= startNextServer(root);
      const { get, styleSheet } = await server;
      const broken = { status: 500, type: 'text/html', body: Buffer.from('No.') };
      return {
        get: async (route, language) => (isBroken(route) ? broken : get(route, language)),
        styleSheet,
        close: async () => {},
      };
    };
    const drawOne: DrawOne = (card) =>
      isBroken(card.route) ? Promise.reject(new Error('No ink.')) : drawInThisProcess(card);
    return openBuilder({ root, content, out, say, start, drawOne, encode, outputs, share });
  };
  const aBuiltNewsroom: SiteBuilders['aBuiltNewsroom'] = async (name, stock) => {
    beginning ??= buildBeginning();
    const out = join(dir, name, 'out');
    mkdirSync(join(dir, name));
    // Copies by Node have slightly different times, and the builder would treat such files as changed.
    for (const end of ['', '.press']) execFileSync('cp', ['-pR', (await beginning) + end, out + end]);
    return { room: new Newsroom(join(dir, name, 'content'), stock), out };
  };
  const buildBeginning = async () => {
    // Other test files need it, too: it goes with the folder of the run.
    const room = new Newsroom(join(mkdtempSync(join(tmpdir(), 'standfirst-')), 'content'));
    const out = join(room.dir, '../out');
    const builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });
    await builder.close();
    return out;
  };
  const fromNothing = async (content: string, now = builtAt) => {
    const out = join(dir, `nothing-${count++}`);
    const builder = aBuilder(content, out);
    await builder.build({ now });
    await builder.close();
    const files = siteContent(out);
    for (const end of ['', '.press']) rmSync(out + end, { recursive: true });
    return files;
  };
  return { path: (name) => join(dir, name), aBuilder, aBuiltNewsroom, fromNothing };
}
