import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { committing, withGit } from './with-git.ts';

/**
 * A fake of Gitea's API: the few calls with which the desk signs in, reads a branch and saves to it, on a real git repository. It
 * says nothing about a real host.
 *
 * @param dir The work tree of a repository, on the branch of the desk.
 * @param token What an editor has to enter.
 */
export async function fakeGitHost(dir: string, token: string): Promise<{ address: string; close: () => void }> {
  const git = (line: string) => withGit(dir, line).trim();
  const api: [RegExp, (body: Asked) => unknown][] = [
    [/^\/version$/, () => ({ version: '1.25.0' })],
    [/^\/user$/, () => ({ id: 1, login: 'ada', full_name: 'Ada', email: 'ada@example.org', avatar_url: '' })],
    [/^\/settings\/api$/, () => ({ default_paging_num: 30, max_response_items: 50 })],
    [/^\/repos\/harbour\/news$/, () => ({ default_branch: 'main', permissions: { pull: true, push: true } })],
    [/\/branches\/desk$/, () => ({ commit: { id: git('git rev-parse HEAD'), message: 'x' } })],
    [/\/git\/trees\//, () => ({ truncated: false, tree: treeOf(git('git ls-tree -r --long HEAD')) })],
    [/\/file-contents/, ({ files }) => files.map(({ path }) => ({ path, encoding: 'base64', content: read(path) }))],
    [/\/commits\?/, () => []],
    [/\/contents$/, save],
  ];
  const read = (path: string) => readFileSync(join(dir, path)).toString('base64');
  function save({ files, message }: Asked) {
    for (const { operation, path, content } of files) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      if (operation === 'delete') rmSync(join(dir, path));
      else writeFileSync(join(dir, path), Buffer.from(content ?? '', 'base64'));
    }
    git(committing.replace('As it was', message.replaceAll(/["$`\\]/g, '')));
    const sha = git('git rev-parse HEAD');
    return { commit: { sha, created: new Date().toISOString() }, files: files.map(({ path }) => ({ path, sha })) };
  }

  const server = createServer(async (request, response) => {
    response.setHeader('access-control-allow-origin', '*');
    response.setHeader('access-control-allow-headers', '*');
    response.setHeader('access-control-allow-methods', '*');
    if (request.method === 'OPTIONS') return void response.end();
    const path = (request.url ?? '').replace('/api/v1', '');
    const answer = api.find(([pattern]) => pattern.test(path))?.[1];
    if (request.headers.authorization?.split(' ')[1] !== token) return void response.writeHead(401).end('{}');
    if (!answer) return void response.writeHead(404).end('{}');
    const body = answer(withPaths(JSON.parse((await textOf(request)) || '{}')));
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

type Asked = { files: { path: string; operation?: string; content?: string }[]; message: string };

/** A request for texts names paths alone. */
function withPaths({ files = [], message = '' }: { files?: (string | Asked['files'][0])[]; message?: string }): Asked {
  return { files: files.map((file) => (typeof file === 'string' ? { path: file } : file)), message };
}

function treeOf(listing: string) {
  return listing.split('\n').map((line) => {
    const [, type, sha, size, path] = /^\d+ (\w+) (\w+) +(\d+)\t(.*)$/.exec(line) ?? [];
    return { type, sha, size: Number(size), path };
  });
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request) text += chunk;
  return text;
}
