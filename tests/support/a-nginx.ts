import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onTestFinished } from 'vitest';
import { type NginxSite, nginxConfig, nginxMaps, nginxServer } from '../../lib/hosts/nginx.ts';
import { aTemporaryFolder } from './temporary-folder.ts';

/** Starts nginx with the generated configuration, as a container would, and ends it with the test. */
export async function aNginx(site: Partial<NginxSite> & { folder: string }): Promise<{ address: string }> {
  const settings = { url: 'https://news.example', redirects: {}, tls: false, ...site };
  // Its workers run unprivileged, and must be able to read the site.
  chmodSync(dirname(dirname(settings.folder)), 0o777);
  return startNginx((listen) => ({
    'nginx.conf': nginxConfig(listen),
    'standfirst-http.conf': nginxMaps(settings),
    'standfirst-server.conf': nginxServer(settings),
  }));
}

/**
 * Starts nginx with files of configuration, and ends it with the test.
 *
 * @param filesFor Makes them for where it listens.
 */
export async function startNginx(filesFor: (listen: string) => Record<string, string>): Promise<{ address: string }> {
  const dir = aTemporaryFolder();
  const port = await aFreePort();
  const passing = join(dir, 'passing');
  mkdirSync(passing);
  for (const folder of [dir, passing]) chmodSync(folder, 0o777);
  for (const [name, text] of Object.entries(filesFor(`127.0.0.1:${port}`))) {
    // Two of them may run at once on this machine; in a container there is one.
    const own = text.replaceAll(name === 'nginx.conf' ? '/tmp/' : '/tmp/standfirst-answers', (path) => {
      return passing + path.slice('/tmp'.length);
    });
    writeFileSync(join(dir, name), own);
  }
  const config = ['-c', join(dir, 'nginx.conf'), '-e', 'stderr', '-g', 'daemon off;'];
  const { status, stderr, error } = spawnSync('nginx', ['-t', ...config], {
    encoding: 'utf8',
    // It opens its log by name, which a pipe of Node does not have.
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  if (error)
    throw new Error('There is no nginx. apt-get install nginx libnginx-mod-http-brotli-static', { cause: error });
  if (status !== 0) throw new Error(`nginx does not take its configuration: ${stderr}`);
  const child = spawn('nginx', config, { stdio: ['ignore', 'ignore', 'inherit'] });
  onTestFinished(async () => {
    child.kill('SIGQUIT');
    await once(child, 'exit');
  });
  const address = `http://127.0.0.1:${port}`;
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(`${address}/healthz`).then(
        ({ ok }) => ok,
        () => false,
      )
    )
      return { address };
    await setTimeout(50);
  }
  throw new Error('nginx does not answer.');
}

async function aFreePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return address !== null && typeof address === 'object' ? address.port : 0;
}
