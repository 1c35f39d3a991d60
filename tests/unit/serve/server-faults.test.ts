import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { openSync, rmSync, symlinkSync, truncateSync } from 'node:fs';
import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, onTestFinished, test } from 'vitest';
import { deploy } from '@/lib/deploy/deploy.ts';
import { releasedEditions } from '@/lib/deploy/released-editions.ts';
import { fileCache } from '@/lib/serve/file-cache.ts';
import { filesInFolder } from '@/lib/serve/file-source.ts';
import { aFinishedSite, type Files } from '../../support/a-finished-site.ts';
import { openFilesOf, peakMemoryOf, startServer, startServerAt, startServerUnheard } from '../../support/a-process.ts';
import { digestOf } from '../../support/a-release-folder.ts';
import { aServedSite } from '../../support/a-served-site.ts';
import { longTest, runs } from '../../support/runs.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

/** Files of every size that the server treats differently: empty, small, too large to be cached, very large. */
const files: Files = {
  'index.html': 'The front page',
  'empty.txt': '',
  'small.png': Buffer.alloc(20_000, 'small'),
  'large.png': Buffer.alloc(300_000, 'large'),
  'huge.png': Buffer.alloc(5_000_000, 'huge'),
};

/** A release in its own folder, and the folder of its files. */
async function aLiveRelease(content: Files = files): Promise<{ root: string; site: string }> {
  const root = aTemporaryFolder();
  await deploy(await aFinishedSite(content), root, new Date(), () => {});
  return { root, site: join(root, 'current/site') };
}

/** A release that is served in this process. */
function aServedRelease(root: string, log?: (line: string) => void) {
  return aServedSite({ editions: releasedEditions(root, () => {}), log, say: () => {} });
}

/** A connection to a server; its end is not an error. */
function connection(address: string): Socket {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname);
  socket.on('error', () => {});
  onTestFinished(() => void socket.destroy());
  return socket;
}

/** Waits for the end of a connection, for whatever reason. */
const closeOf = (socket: Socket) => new Promise<void>((resolve) => socket.once('close', () => resolve()));

const get = (path: string, ...headers: string[]) =>
  `${[`GET ${path} HTTP/1.1`, 'Host: x', ...headers].join('\r\n')}\r\n\r\n`;

describe('A reader who leaves early', () => {
  /** The ways in which a client leaves, once connected. */
  const ways: Record<string, (socket: Socket, path: string) => Promise<void>> = {
    'before the answer': async (socket, path) => {
      await new Promise((sent) => socket.write(get(path), sent));
    },
    'in the middle of it': async (socket, path) => {
      socket.write(get(path));
      await Promise.race([new Promise((resolve) => socket.once('data', resolve)), closeOf(socket)]);
    },
    'with a reset': async (socket, path) => {
      await new Promise((sent) => socket.write(get(path) + get(path), sent));
      socket.resetAndDestroy();
    },
    'before a part': async (socket, path) => {
      await new Promise((sent) => socket.write(get(path, 'Range: bytes=10-'), sent));
    },
    'with half a request': async (socket, path) => {
      await new Promise((sent) => socket.write(get(path).slice(0, -8), sent));
    },
  };

  test('leaves no file open and does not end the server, in many requests of every size', async () => {
    const { root } = await aLiveRelease();
    const { address, child, errors } = await startServer('--root', root);
    await (await fetch(address)).text();
    await expect.poll(() => openFilesOf(child)).toBeGreaterThan(0);
    const before = openFilesOf(child);
    const paths = Object.keys(files).map((path) => `/${path}`);
    const calls = Array.from({ length: runs(50) }, (_, index) => ({
      path: paths[index % paths.length] ?? '/',
      leave: Object.values(ways)[Math.floor(index / paths.length) % Object.keys(ways).length],
    }));

    for (let at = 0; at < calls.length; at += 50) {
      await Promise.all(
        calls.slice(at, at + 50).map(async ({ path, leave }) => {
          const socket = connection(address);
          await once(socket, 'connect');
          await leave?.(socket, path);
          socket.destroy();
        }),
      );
    }
    // Enough ordinary requests for garbage to be collected, including what nobody closed.
    for (let count = 0; count < runs(30); count += 1) {
      const answer = await fetch(`${address}/large.png`);
      expect((await answer.arrayBuffer()).byteLength).toBe(300_000);
    }

    await expect.poll(() => openFilesOf(child), { timeout: 20_000 }).toBeLessThanOrEqual(before + 2);
    expect([child.exitCode, errors()]).toEqual([null, '']);
  });
});

describe('The log of readers who leave early', () => {
  test('says of each that its answer was cut', async () => {
    const lines: string[] = [];
    const { root } = await aLiveRelease();
    const { address } = await aServedRelease(root, (line) => lines.push(line));

    for (let count = 0; count < 100; count += 1) {
      const socket = connection(address);
      socket.write(get('/huge.png'));
      await new Promise((resolve) => socket.once('data', resolve));
      socket.destroy();
    }

    await expect.poll(() => lines.length, { timeout: 20_000 }).toBe(100);
    expect(lines.filter((line) => !line.includes(' cut '))).toEqual([]);
  });
});

describe('A file that cannot be read', () => {
  test('is answered with 500, and the others are served', async () => {
    const { root, site } = await aLiveRelease();
    rmSync(join(site, 'empty.txt'));
    // Its first byte is not mapped to memory, so that reading it fails like a bad sector.
    symlinkSync('/proc/self/mem', join(site, 'empty.txt'));
    rmSync(join(site, 'small.png'));
    symlinkSync('small.png', join(site, 'small.png'));
    const { address, child, errors } = await startServer('--root', root);

    for (const path of ['empty.txt', 'small.png']) expect((await fetch(`${address}/${path}`)).status).toBe(500);
    expect(await (await fetch(address)).text()).toBe('The front page');
    expect(child.exitCode).toBe(null);
    await expect.poll(errors).toMatch(/^\/empty\.txt could not be answered: EIO/);
  });

  test('is answered with 503 if something else has its name, which is not waited for', async () => {
    const { root, site } = await aLiveRelease();
    rmSync(join(site, 'small.png'));
    execFileSync('mkfifo', [join(site, 'small.png')]);
    const { address } = await aServedRelease(root);

    expect((await fetch(`${address}/small.png`)).status).toBe(503);
  });

  test('makes /healthz say that the site is not well', async () => {
    const { root, site } = await aLiveRelease();
    const { address } = await aServedRelease(root);
    expect((await fetch(`${address}/healthz`)).status).toBe(200);
    await (await fetch(address)).text();

    rmSync(join(site, 'index.html'));
    symlinkSync('index.html', join(site, 'index.html'));

    expect((await fetch(`${address}/healthz`)).status).toBe(500);
  });

  longTest('to its promised end ends the connection, and the log has the bytes that were sent', async () => {
    const lines: string[] = [];
    const { root, site } = await aLiveRelease({ ...files, 'huge.png': Buffer.alloc(50_000_000, 'huge') });
    const { address } = await aServedRelease(root, (line) => lines.push(line));
    const socket = connection(address);
    const chunks: Buffer[] = [];
    socket.write(get('/huge.png') + get('/'));
    await once(socket, 'readable');

    truncateSync(join(site, 'huge.png'), 10_000_000);
    socket.on('data', (chunk: Buffer) => chunks.push(chunk));
    await closeOf(socket);

    const answer = Buffer.concat(chunks);
    const body = answer.byteLength - answer.indexOf('\r\n\r\n') - 4;
    expect(answer.toString('latin1').match(/HTTP\/1\.1 /g)).toHaveLength(1);
    expect(body).toBeLessThan(50_000_000);
    await expect.poll(() => lines).toEqual([expect.stringMatching(/ cut \d+ .* GET "\/huge\.png"$/)]);
    expect(Number(/ cut (\d+)/.exec(lines[0] ?? '')?.[1])).toBe(body);
  });
});

describe('A log that cannot be written', () => {
  test('does not end the server: the disk is full', async () => {
    const { root } = await aLiveRelease();
    const { address, child, errors } = await startServerUnheard(openSync('/dev/full', 'w'), '--root', root, '--log');

    for (let count = 0; count < 20; count += 1) expect((await fetch(address)).status).toBe(200);

    expect(child.exitCode).toBe(null);
    await expect.poll(errors).toMatch(/^The log cannot be written: ENOSPC.*Requests are still answered\.$/m);
  });

  test('does not end the server: nobody reads it any more', async () => {
    const { root } = await aLiveRelease();
    const { address, child, errors } = await startServer('--root', root, '--log');
    child.stdout?.destroy();

    for (let count = 0; count < 20; count += 1) expect((await fetch(address)).status).toBe(200);

    expect(child.exitCode).toBe(null);
    await expect.poll(errors).toMatch(/^The log cannot be written: EPIPE/m);
  });
});

describe('A connection that asks for more than it takes', () => {
  test('is ended, and does not cost the others memory', async () => {
    const { root } = await aLiveRelease({ ...files, 'page.html': Buffer.alloc(250_000, 'page') });
    const { address, child } = await startServer('--root', root);
    const greedy = [connection(address), connection(address)];
    const requests = Buffer.from(get('/page.html').repeat(100_000));
    const ended = greedy.map(closeOf);

    for (const socket of greedy) socket.write(requests);
    expect((await fetch(address)).status).toBe(200);
    await Promise.all(ended);

    expect(peakMemoryOf(child)).toBeLessThan(400);
  });

  test('has its file read once for all who ask at the same time', async () => {
    const { site } = await aLiveRelease();
    const bytes = Buffer.alloc(20_000, 'small');
    const wanted = { path: 'small.png', digest: digestOf(bytes), size: 20_000, start: 0, end: 19_999 };
    const store = fileCache(1_000_000);

    const source = filesInFolder(site);
    const read = await Promise.all(Array.from({ length: 3 }, () => store.read(source, wanted)));

    expect(read[0]).toEqual(bytes);
    expect(new Set(read).size).toBe(1);
  });

  longTest('is gone when it has taken nothing for the time that is documented', async () => {
    const silence = 1500;
    const cut = Promise.withResolvers<string>();
    const out = await aFinishedSite({ ...files, 'huge.png': Buffer.alloc(50_000_000) });
    const { address } = await aServedSite({ out, patience: { silence }, log: cut.resolve });
    const reader = connection(address);
    reader.pause();
    reader.write(get('/huge.png'));
    await once(reader, 'connect');

    // On a busy machine the server may have the connection later than the reader.
    const first = await Promise.race([cut.promise, setTimeout(silence * 10, 'still there')]);

    expect(first).toMatch(/ cut \d+ /);
  });
});

describe('More connections than a server takes', () => {
  test('close those that wait for a next request, so that new readers find room', async () => {
    const { address } = await aServedSite({ connections: 10, say: () => {} });
    const idle = Array.from({ length: 9 }, () => connection(address));
    for (const socket of idle) {
      socket.write(get('/about/'));
      await once(socket, 'data');
    }

    for (let count = 0; count < 5; count += 1) {
      const answer = await fetch(`${address}/about/`, { headers: { connection: 'close' } });
      expect([answer.status, await answer.text()]).toEqual([200, 'About']);
    }
  });

  test('are refused, which is said', async () => {
    const lines: string[] = [];
    const { address } = await aServedSite({ connections: 2, say: (line) => lines.push(line) });
    const holders = [connection(address), connection(address)];
    await Promise.all(holders.map((socket) => once(socket, 'connect')));

    await expect.poll(() => fetch(address).catch(() => 'refused')).toBe('refused');
    expect(lines).toEqual(['A connection was refused: 2 are open already']);
  });
});

describe('An empty HOST', () => {
  test('is not every address of the machine', async () => {
    const { root } = await aLiveRelease();
    const { address } = await startServerAt('', '--root', root);
    const elsewhere = address.replace('localhost', '127.0.0.2');

    expect((await fetch(address)).status).toBe(200);
    await expect(fetch(elsewhere)).rejects.toThrow();
  });
});
