import { existsSync, readdirSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { servedIn } from '../deploy/releases.ts';
import { changedSiteError, readWanted, strayFiles, wantedFiles } from '../deploy/verify-files.ts';
import { isOfDesk } from '../desk/desk-headers.ts';
import { aloneIn } from '../press/cache/build-cache.ts';
import { makeFolder } from '../processes/make-folder.ts';
import { taskQueue } from '../processes/task-queue.ts';
import { basePath } from '../serve/edition.ts';
import { LiveError } from '../serve/live-error.ts';
import { finishedSite, readBuiltSite } from '../serve/read-built-site.ts';
import { siteFiles } from '../serve/release-manifest.ts';
import { containerFolder, containerPort, dockerfile } from './dockerfile.ts';
import { nginxConfig, nginxMaps, nginxServer } from './nginx.ts';
import { headersFile, redirectsFile, tooManyForPages } from './pages.ts';
import { proxyConfig } from './proxy.ts';

/** The hosts for which a folder can be made, and what is in it. */
export const hosts = {
  nginx: 'three files of configuration, for releases that npm run deploy puts live',
  docker: 'a Dockerfile with nginx, its configuration and the site',
  proxy: 'three files of configuration, for npm start with releases in a bucket: nginx keeps its answers',
  pages: 'the site with _headers and _redirects, for Cloudflare Pages and Netlify',
} as const;

export type Host = keyof typeof hosts;

/** What depends on the server. */
type HostSettings = {
  /** The folder of releases on the server. */
  root: string;
  /** Whether readers come through TLS. */
  tls: boolean;
  /** Where `npm start` listens, for nginx in front of it. */
  origin?: string;
};

/**
 * Writes a folder for a host from a finished site.
 *
 * @param dir A new or an empty folder.
 * @throws LiveError if it is neither, or the site is incomplete.
 */
export async function writeHost(
  host: Host,
  out: string,
  dir: string,
  { root, tls, origin = 'http://127.0.0.1:3000' }: HostSettings,
  say: (line: string) => void,
): Promise<void> {
  if (existsSync(dir) && readdirSync(dir).length > 0) {
    throw new LiveError(`${dir} is not empty. Delete it first, or name another folder.`);
  }
  const built = readBuiltSite(out);
  const { url, redirects, files } = built;
  const languages = files.flatMap(({ path }) => /^([^/]+\/)404\.html$/.exec(path)?.[1] ?? []);
  const desk = [...siteFiles(built).keys()].some(isOfDesk);
  const write = async (files: Record<string, string>) => {
    makeFolder(dir);
    for (const [name, text] of Object.entries(files)) await writeFile(join(dir, name), text);
  };
  const nginx = (folder: string, listen: string) => ({
    'standfirst-http.conf': nginxMaps({ url, languages, desk }),
    'standfirst-server.conf': nginxServer({ url, redirects, languages, folder, tls, desk }),
    'nginx.conf': nginxConfig(listen),
  });
  if (host === 'nginx') return write(nginx(servedIn(root), String(containerPort)));
  if (host === 'proxy') return write(proxyConfig(origin, String(containerPort)));
  if (host === 'docker') {
    await copySite(out, join(dir, 'site', basePath(url)), 'with siblings', say);
    return write({ ...nginx(containerFolder, String(containerPort)), Dockerfile: dockerfile() });
  }
  await copySite(out, join(dir, basePath(url)), 'alone', say);
  // With _headers and _redirects.
  for (const line of tooManyForPages(dir, files.length + 2)) say(line);
  return write({
    _headers: headersFile(url, { languages, desk }),
    _redirects: redirectsFile(url, redirects, languages),
  });
}

/** Copies a site after checking its files, with or without its compressed siblings. */
async function copySite(
  out: string,
  to: string,
  what: 'with siblings' | 'alone',
  say: (line: string) => void,
): Promise<void> {
  await aloneIn(out, say, async () => {
    const files = siteFiles(finishedSite(out));
    const wanted = wantedFiles(files);
    const wrong = strayFiles(out, wanted);
    const queue = taskQueue(16);
    for (const file of wanted.filter(({ path }) => what === 'with siblings' || files.has(path))) {
      await queue.add(async () => {
        const bytes = await readWanted(out, file);
        if (!bytes) return void wrong.push(file.path);
        makeFolder(dirname(join(to, file.path)));
        await writeFile(join(to, file.path), bytes);
      });
    }
    await queue.done();
    if (wrong.length > 0) throw changedSiteError(out, wrong);
  });
}
