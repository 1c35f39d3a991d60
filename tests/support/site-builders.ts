import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { type Builder, openBuilder } from '@/lib/press/builder.ts';
import { type DrawOne, drawInThisProcess } from '@/lib/press/draw-cards.ts';
import { type NextServer, startNextServer } from '@/lib/press/page/next-server.ts';
import { siteContent } from './compare-sites.ts';
import { builtAt, Newsroom } from './newsroom.ts';

/** What the tests of a file build sites with: a folder of their own, which goes when they are done, and a server. */
export type SiteBuilders = {
  /** A path in that folder. */
  path: (name: string) => string;
  /** A builder that shares the server with the others, and leaves it running when it is closed. */
  aBuilder: (content: string, out: string, settings?: Partial<BuilderOfTests>) => Builder;
  /**
   * A newsroom with a stock of older articles, none where it is left out, and a folder with its finished site as it is without the stock: the next build goes on from there. What a
   * first build makes is for `fromNothing` to say.
   */
  aBuiltNewsroom: (name: string, stock?: number) => Promise<{ room: Newsroom; out: string }>;
  /** The files of the site that a first build makes. */
  fromNothing: (content: string, now?: number) => Promise<Record<string, string>>;
};

/** What a builder says is heard by nobody, and nothing is broken, where a test does not say otherwise. */
type BuilderOfTests = {
  say: (line: string) => void;
  /** Whether the server answers to an address with status 500 now, and a card at it cannot be drawn. */
  isBroken: (route: string) => boolean;
};

/** Next's server, which all files of tests that run in the same process share; it ends with that process. */
let server: Promise<NextServer> | undefined;

/** The site of a newsroom as it begins, which is built once for all of them. */
let beginning: Promise<string> | undefined;

/** To be called once in a file of tests, outside of them. */
export function siteBuilders(): SiteBuilders {
  const root = process.cwd();
  const dir = mkdtempSync(join(tmpdir(), 'standfirst-'));
  let count = 0;

  beforeAll(() => {
    // As the press runs it; Next and React ask for it when they start.
    Object.assign(process.env, { NODE_ENV: 'production' });
  });
  afterAll(() => rmSync(dir, { recursive: true, force: true }));

  const aBuilder: SiteBuilders['aBuilder'] = (content, out, { say = () => {}, isBroken = () => false } = {}) => {
    const start = async (): Promise<NextServer> => {
      server ??= startNextServer(root);
      const { get, styleSheet } = await server;
      const broken = { status: 500, type: 'text/html', body: Buffer.from('No.') };
      return { get: async (route) => (isBroken(route) ? broken : get(route)), styleSheet, close: async () => {} };
    };
    const drawOne: DrawOne = (card) =>
      isBroken(card.route) ? Promise.reject(new Error('No ink.')) : drawInThisProcess(card);
    return openBuilder({ root, content, out, say, start, drawOne });
  };
  const aBuiltNewsroom: SiteBuilders['aBuiltNewsroom'] = async (name, stock) => {
    beginning ??= buildBeginning();
    const out = join(dir, name, 'out');
    mkdirSync(join(dir, name));
    // Node's own copies have other times, by a few microseconds, and the builder takes such files for changed ones.
    for (const end of ['', '.press']) execFileSync('cp', ['-pR', (await beginning) + end, out + end]);
    return { room: new Newsroom(join(dir, name, 'content'), stock), out };
  };
  const buildBeginning = async () => {
    // Other files of tests need it as well: it goes with the process.
    const room = new Newsroom(join(mkdtempSync(join(tmpdir(), 'standfirst-')), 'content'));
    process.once('exit', () => rmSync(join(room.dir, '..'), { recursive: true, force: true }));
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
