import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { committing, withGit } from './with-git.ts';

/**
 * A fake of Gitea's API: the few calls with which the desk signs in, reads a branch and saves to it, on a real git repository. It
 * says nothing about a real host.
 *
 * It has a sign-in as well, OAuth 2 with PKCE (RFC 7636), at the addresses of Gitea and at those of GitLab.
 *
 * @param dir The work tree of a repository, on the branch of the desk.
 * @param token What an editor has to enter, or gets at the sign-in.
 * @param app The id of the application of the desk.
 * @param asked Receives the path of each call with the right token.
 */
export async function fakeGitHost(
  dir: string,
  token: string,
  app = 'desk-app',
  asked: (path: string) => void = () => {},
): Promise<{ address: string; close: () => void }> {
  const signIn = fakeSignIn(app, token);
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
    if (signIn(request, response)) return;
    const path = (request.url ?? '').replace('/api/v1', '');
    const answer = api.find(([pattern]) => pattern.test(path))?.[1];
    if (request.headers.authorization?.split(' ')[1] !== token) return void response.writeHead(401).end('{}');
    asked(path);
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

/** Answers what belongs to the sign-in. A code is good once, for the address and the secret that it was made for. */
function fakeSignIn(app: string, token: string): (request: IncomingMessage, response: ServerResponse) => boolean {
  const codes = new Map<string, { redirect: string; challenge: string }>();
  const refuse = (response: ServerResponse, error: string) =>
    void response.writeHead(400).end(JSON.stringify({ error }));
  const consent = ({ searchParams: asked }: URL, response: ServerResponse) => {
    const [redirect = '', state = '', challenge = ''] = ['redirect_uri', 'state', 'code_challenge'].map(
      (name) => asked.get(name) ?? '',
    );
    const isRight =
      asked.get('client_id') === app &&
      asked.get('response_type') === 'code' &&
      asked.get('code_challenge_method') === 'S256' &&
      /^[\w-]{43}$/.test(challenge) &&
      state.length >= 16;
    if (!isRight) return refuse(response, 'invalid_request');
    const code = `code-${codes.size + 1}`;
    codes.set(code, { redirect, challenge });
    const back = `${redirect}?${new URLSearchParams({ code, state })}`.replaceAll('&', '&amp;');
    response.setHeader('content-type', 'text/html').end(`<title>A git host</title><a href="${back}">Authorize</a>`);
  };
  const exchange = async (request: IncomingMessage, response: ServerResponse) => {
    const { grant_type, client_id, code, redirect_uri, code_verifier } = JSON.parse(await textOf(request));
    const known = codes.get(code);
    codes.delete(code);
    const digest = createHash('sha256').update(String(code_verifier)).digest('base64url');
    const isRight =
      grant_type === 'authorization_code' &&
      client_id === app &&
      redirect_uri === known?.redirect &&
      digest === known?.challenge;
    if (!isRight) return refuse(response, 'invalid_grant');
    response.setHeader('content-type', 'application/json');
    response.end(JSON.stringify({ access_token: token, token_type: 'bearer' }));
  };
  return (request, response) => {
    const url = new URL(request.url ?? '/', 'http://localhost');
    if (/^\/(?:login\/)?oauth\/authorize$/.test(url.pathname)) consent(url, response);
    else if (/^\/(?:login\/oauth\/access_token|oauth\/token)$/.test(url.pathname)) void exchange(request, response);
    else return false;
    return true;
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
