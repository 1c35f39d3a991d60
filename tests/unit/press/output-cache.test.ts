import { readdirSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { decodeActionResult, encodeActionResult } from '@/lib/press/outputs/action-result.ts';
import { outputCache } from '@/lib/press/outputs/output-cache.ts';
import { outputFolder, outputServer } from '@/lib/press/outputs/output-places.ts';
import { parseShare } from '@/lib/press/outputs/share.ts';
import { anOutputServer, type Manner } from '../../support/an-output-server.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const files = new Map([
  ['plain', Buffer.from('A page')],
  ['br', Buffer.from([0, 1, 255])],
]);

const texts = (found: ReadonlyMap<string, Uint8Array> | undefined) =>
  found && new Map([...found].map(([name, bytes]) => [name, Buffer.from(bytes)]));

describe('A result of an action', () => {
  test('is the protobuf of Bazel’s remote execution API', () => {
    const digest = 'ab'.repeat(32);
    const encoded = encodeActionResult([{ path: 'plain', digest, size: 300 }]);
    // output_files { path: "plain" digest { hash: "abab…" size_bytes: 300 } }, as protoc encodes it.
    expect(encoded.toString('hex')).toBe(`124e0a05706c61696e12450a40${Buffer.from(digest).toString('hex')}10ac02`);
    expect(decodeActionResult(encoded)).toEqual([{ path: 'plain', digest, size: 300 }]);
  });

  test.each(['', 'ff', '12ff', '0a0161', '124e0a05', '7fff'])('that is none has no files: %s', (hex) => {
    expect(decodeActionResult(Buffer.from(hex, 'hex')) ?? []).toEqual([]);
  });
});

describe('A cache of outputs', () => {
  test('gives what was kept under the same key, from a server and from a folder', async () => {
    const { address } = await anOutputServer();
    for (const place of [outputServer(address, undefined), outputFolder(aTemporaryFolder())]) {
      const cache = outputCache([place], () => {});
      expect(await cache.take('file', 'one')).toBeUndefined();
      await cache.keep('file', 'one', files);
      expect(texts(await cache.take('file', 'one'))).toEqual(files);
      expect(await cache.take('card', 'one')).toBeUndefined();
      expect(await cache.take('file', 'two')).toBeUndefined();
      expect(cache.summary()).toBe('Cache: 1 of 4 outputs taken from it, 1 written to it');
    }
  });

  test('is read from all places, and written to the first, also what another one has', async () => {
    const [first, second] = [aTemporaryFolder(), aTemporaryFolder()];
    await outputCache([outputFolder(second)], () => {}).keep('file', 'one', files);
    const both = outputCache([outputFolder(first), outputFolder(second)], () => {});
    expect(texts(await both.take('file', 'one'))).toEqual(files);
    await both.keep('file', 'two', files);
    expect([readdirSync(`${first}/ac`).length, readdirSync(`${second}/ac`).length]).toEqual([2, 1]);
    expect(texts(await outputCache([outputFolder(first)], () => {}).take('file', 'one'))).toEqual(files);
  });

  test.each<[Manner, string]>([
    ['errors', 'it answered 500'],
    ['cuts', 'fetch failed'],
    ['silent', 'The operation was aborted due to timeout'],
    ['slow', 'it is slow'],
  ])('gives up a server that fails five times: %s', async (manner, why) => {
    const server = await anOutputServer();
    const said: string[] = [];
    const place = outputServer(server.address, undefined, manner === 'silent' ? 50 : 5000);
    const cache = outputCache([place], (line) => said.push(line));
    await cache.keep('file', 'one', files);
    server.manner = manner;
    server.asked.length = 0;
    for (let count = 0; count < 9; count += 1) await cache.take('file', manner === 'slow' ? `x${count}` : 'one');
    await cache.keep('file', 'two', files);
    expect(server.asked).toHaveLength(5);
    expect(said).toEqual([
      `The cache at ${server.address} is not used any more by this build: ${why}. The build makes everything itself.`,
    ]);
  });

  test('does not give up a place of whose many requests few fail', async () => {
    let asked = 0;
    const said: string[] = [];
    const get = async () => {
      asked += 1;
      if (asked % 150 === 0) throw new Error('it answered 500');
      return undefined;
    };
    const cache = outputCache([{ name: 'far away', get, put: async () => {} }], (line) => said.push(line));
    for (let count = 0; count < 1500; count += 1) await cache.take('file', `${count}`);
    expect([asked, said]).toEqual([1500, []]);
  });

  test('does not give bytes that have another digest, and does not name an action whose files were not kept', async () => {
    const server = await anOutputServer();
    const cache = outputCache([outputServer(server.address, undefined)], () => {});
    await cache.keep('file', 'one', files);
    server.manner = 'lies';
    expect(await cache.take('file', 'one')).toBeUndefined();
    expect(cache.summary()).toContain('1 had wrong bytes and were ignored');
    server.manner = 'full';
    server.asked.length = 0;
    await cache.keep('file', 'two', files);
    expect(server.asked).toEqual([expect.stringMatching(/^PUT \/outputs\/cas\//)]);
  });
});

describe('A share', () => {
  test.each([1, 2, 7])('has each output exactly once among %i', (of) => {
    const shares = Array.from({ length: of }, (_, index) => parseShare(`${index + 1}/${of}`));
    const names = Array.from({ length: 1000 }, (_, index) => `articles/a${index}/index.html`);
    for (const name of names) expect(shares.filter((share) => share?.(name))).toHaveLength(1);
    for (const share of shares) expect(names.filter((name) => share?.(name)).length).toBeGreaterThan(800 / of);
  });

  test.each(['', '0/2', '3/2', '1', '1/0', 'a/b', '1/2/3', '-1/2'])('is not "%s"', (text) => {
    expect(parseShare(text)).toBeUndefined();
  });
});
