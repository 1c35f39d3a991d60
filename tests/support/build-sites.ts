/**
 * Builds every site of the tests, one after the other with one compiled app and one server of Next, and lets Next
 * prerender the pages of the first one, for comparison: `npm run test:sites`.
 */
import { spawnSync } from 'node:child_process';
import { cpSync, rmSync } from 'node:fs';
import { openBuilder } from '../../lib/press/builder.ts';
import { type Encode, encodingsOf } from '../../lib/press/page/compress.ts';
import { type NextServer, startNextServer } from '../../lib/press/page/next-server.ts';
import { writePlenty } from './plenty.ts';
import { bilingual, harbour, madeSites, plainPages, sites } from './sites.ts';

// As in a build; Next and React read it when they start.
Object.assign(process.env, { NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' });

// Next says what went wrong, but goes on waiting.
process.on('uncaughtException', () => process.exit(1));
const root = process.cwd();
let server: Promise<NextServer> | undefined;
const start = async (): Promise<NextServer> => {
  server ??= startNextServer(root);
  return { ...(await server), close: async () => {} };
};

for (const [{ content }, added] of [
  [sites.harbour, harbour],
  [sites.bilingual, bilingual],
] as const) {
  rmSync(content, { recursive: true, force: true });
  for (const part of [sites.standfirst.content, added]) cpSync(part, content, { recursive: true });
}
for (const [name, count] of Object.entries(madeSites)) writePlenty(`out.test/${name}-content`, count);
for (const [name, { content, out, asOf }] of Object.entries(sites)) {
  const began = performance.now();
  // Nobody asks how large the pages are of what is made up.
  const encode: Encode | undefined = name in madeSites ? (file, bytes) => encodingsOf(file, bytes, 6) : undefined;
  const builder = openBuilder({ root, content, out, say: console.log, start, encode });
  const { made } = await builder.build({ now: Date.parse(asOf) });
  await builder.close();
  console.log(`${name}: ${made.length} pages made after ${((performance.now() - began) / 1000).toFixed(1)} s`);
}
await (await server)?.close();

// The app is already compiled: all that is left of Next's own build is to prerender its pages.
const next = ['node_modules/next/dist/bin/next', 'build', '--experimental-build-mode', 'generate'];
const env = { ...process.env, STANDFIRST_CONTENT: sites.standfirst.content };
const { status } = spawnSync(process.execPath, next, { stdio: 'inherit', env });
if (status !== 0) process.exit(status ?? 1);
rmSync(plainPages, { recursive: true, force: true });
cpSync('.next/server/app', plainPages, { recursive: true, filter: (path) => !path.includes('.segments') });
