import { connect, type Socket } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { aFinishedSite } from '../../support/a-finished-site.ts';
import { load } from '../../support/a-load.ts';
import { memoryOf, openFilesOf, peakMemoryOf, startServer } from '../../support/a-process.ts';
import { aSiteInState, whatIsLive } from '../../support/a-release-folder.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** How long readers and abusers are at it. */
const seconds = 30;

const paths = ['/large.png', '/', ...Array.from({ length: 20 }, (_, index) => `/articles/${index}/`)];
const get = (path: string) => `GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`;
const aPath = (count: number) => paths[count % paths.length] ?? '/';

/** What abusers do with a connection, once each; each ends by itself. */
const abuses: Record<string, (socket: Socket, count: number) => Promise<void>> = {
  'leave before the answer': async (socket, count) => {
    socket.write(get(aPath(count)));
    await setTimeout(count % 5);
  },
  'leave in the middle': async (socket) => {
    socket.write(get('/large.png'));
    await new Promise((resolve) => {
      socket.once('data', resolve);
      socket.once('close', resolve);
    });
  },
  'reset after a half-read answer': async (socket) => {
    socket.write(get('/large.png').repeat(3));
    await setTimeout(5);
    socket.resetAndDestroy();
  },
  'do not read': async (socket) => {
    socket.pause();
    socket.write(get('/large.png').repeat(50));
    await setTimeout(3000);
  },
  'send far ahead': async (socket, count) => {
    socket.write(get(aPath(count)).repeat(2000));
    await setTimeout(20);
  },
  'send garbage': async (socket, count) => {
    socket.write(Buffer.from(Array.from({ length: 200 }, (_, index) => (index * 37 + count * 101) % 256)));
    await setTimeout(5);
  },
  'send a head byte by byte': async (socket) => {
    for (const letter of get('/').slice(0, 30)) {
      socket.write(letter);
      await setTimeout(50);
    }
  },
};

test(`Readers lose nothing through ${seconds} seconds of abuse beside them`, async () => {
  const root = aTemporaryFolder();
  await deploy(
    await aFinishedSite({ ...aSiteInState('one', 20), 'large.png': Buffer.alloc(1_000_000) }),
    root,
    new Date(),
    () => {},
  );
  const { address, child, errors } = await startServer('--root', root);
  const { hostname, port } = new URL(address);
  const manifests = [whatIsLive(root).manifest];
  const alone = load(address, paths, 16, 'of digests');
  await setTimeout(2000);
  const usual = await alone.stop(manifests);
  const before = { files: openFilesOf(child), memory: memoryOf(child) };

  const readers = load(address, paths, 16, 'of digests');
  const counts: Record<string, number> = {};
  let goesOn = true;
  const abusers = Object.entries(abuses).flatMap(([name, abuse]) =>
    Array.from({ length: 8 }, async (_, index) => {
      for (let count = index; goesOn; count += 8) {
        const socket = connect(Number(port), hostname);
        socket.on('error', () => {});
        await abuse(socket, count);
        socket.destroy();
        counts[name] = (counts[name] ?? 0) + 1;
      }
    }),
  );
  await setTimeout(seconds * 1000);
  goesOn = false;
  const { requests, failed, mixed } = await readers.stop(manifests);
  await Promise.all(abusers);

  await expect.poll(() => openFilesOf(child), { timeout: 60_000 }).toBeLessThanOrEqual(before.files);
  console.log(
    `Alone ${(usual.requests / 2).toFixed(0)} answers a second, beside abuse ${(requests / seconds).toFixed(0)}; ${failed.length} failed`,
    counts,
    `Open files ${before.files}, after ${openFilesOf(child)}.`,
    `Memory ${before.memory.toFixed(0)} MB, at most ${peakMemoryOf(child).toFixed(0)}, after ${memoryOf(child).toFixed(0)}.`,
  );
  expect(failed.slice(0, 5)).toEqual([]);
  expect(mixed.slice(0, 5)).toEqual([]);
  expect([child.exitCode, errors()]).toEqual([null, '']);
  expect(requests).toBeGreaterThan(100);
});
