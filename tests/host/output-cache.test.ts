import { chmodSync, mkdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { outputCache } from '@/lib/press/outputs/output-cache.ts';
import { outputServer } from '@/lib/press/outputs/output-places.ts';
import { healthPath } from '@/lib/serve/answer.ts';
import { startNginx } from '../support/a-nginx.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';

test('nginx with DAV, configured as documented, keeps outputs and gives them back', async () => {
  const folder = aTemporaryFolder();
  mkdirSync(`${folder}/outputs`);
  for (const dir of [folder, `${folder}/outputs`]) chmodSync(dir, 0o777);
  const { address } = await startNginx((listen) => ({
    'nginx.conf': `pid /tmp/nginx.pid;
error_log stderr warn;
events { }
http {
  access_log off;
  client_body_temp_path /tmp/body;
  server {
    listen ${listen};
    location /outputs/ { root ${folder}; client_max_body_size 100m; dav_methods PUT; create_full_put_path on; log_not_found off; }
    location = ${healthPath} { return 200; }
  }
}
`,
  }));
  const said: string[] = [];
  const cache = outputCache([outputServer(`${address}/outputs`, undefined)], (line) => said.push(line));
  const files = new Map([
    ['plain', Buffer.alloc(3_000_000, 'A page. ')],
    ['br', Buffer.from([0, 1, 255])],
  ]);

  expect(await cache.take('file', 'one')).toBeUndefined();
  await cache.keep('file', 'one', files);
  await cache.keep('file', 'one', files);

  const found = await cache.take('file', 'one');
  expect(
    [...(found ?? [])].map(([name, bytes]) => [name, Buffer.from(bytes).equals(files.get(name) ?? Buffer.from(''))]),
  ).toEqual([
    ['plain', true],
    ['br', true],
  ]);
  expect([cache.summary(), said]).toEqual(['Cache: 1 of 2 outputs taken from it, 2 written to it', []]);
});
