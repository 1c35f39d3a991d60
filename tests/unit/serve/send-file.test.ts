import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { createServer, type ServerResponse } from 'node:http';
import { connect } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { sendFile } from '@/lib/serve/send-file.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

test('An answer whose reader goes while the file is being read is not ended as if it were whole', async () => {
  const path = join(aTemporaryFolder(), 'file');
  writeFileSync(path, Buffer.alloc(1_000_000));
  const handle = await open(path);
  const server = createServer().listen(0, '127.0.0.1');
  onTestFinished(async () => {
    await handle.close();
    server.close();
  });
  await once(server, 'listening');
  const address = server.address();
  const reader = connect(address !== null && typeof address === 'object' ? address.port : 0, '127.0.0.1');
  reader.on('error', () => {}).resume();
  reader.write('GET / HTTP/1.1\r\nHost: x\r\n\r\n');
  const [, response]: [unknown, ServerResponse] = (await once(server, 'request')) as [unknown, ServerResponse];
  let reads = 0;
  const read = async (...args: Parameters<FileHandle['read']>) => {
    const done = await handle.read(...args);
    reads += 1;
    if (reads === 3) response.destroy();
    return done;
  };

  const sent = await sendFile({ read } as Pick<FileHandle, 'read'>, { start: 0, end: 999_999 }, response, () => {});

  expect(sent).toBe(2 * 64 * 1024);
  expect(response.writableEnded).toBe(false);
});
