import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { nginxConfig, nginxMaps, nginxServer } from '@/lib/hosts/nginx.ts';
import { headersFile, redirectsFile, tooManyForPages } from '@/lib/hosts/pages.ts';
import { type Host, writeHost } from '@/lib/hosts/write-host.ts';
import { aFewFiles, aFinishedSite } from '../../support/a-finished-site.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const settings = { root: '/srv/news', tls: true };

async function aHostFolder(
  host: Host,
  facts: { url?: string; redirects?: Record<string, string> } = {},
  others: Record<string, string> = {},
) {
  const dir = aTemporaryFolder();
  await writeHost(host, await aFinishedSite({ ...aFewFiles, ...others }, facts), dir, settings, () => {});
  const files = readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return {
    files: files.map(({ parentPath, name }) => join(parentPath, name).slice(dir.length + 1)).sort(),
    read: (file: string) => readFileSync(join(dir, file), 'utf8'),
  };
}

describe('A folder', () => {
  test('for nginx has three files of configuration, for the releases of a machine', async () => {
    const { files, read } = await aHostFolder('nginx');

    expect(files).toEqual(['nginx.conf', 'standfirst-http.conf', 'standfirst-server.conf']);
    expect(read('standfirst-server.conf')).toContain('root "/srv/news/current/site";');
    expect(read('standfirst-server.conf')).toContain('strict-transport-security "max-age=63072000"');
  });

  test('for a container has all that its Dockerfile copies, the site under its path', async () => {
    const { files, read } = await aHostFolder('docker', { url: 'https://news.example/daily' });

    const copied = [...read('Dockerfile').matchAll(/^COPY (.*) \S+$/gm)].flatMap(([, names = '']) => names.split(' '));
    expect(copied).toEqual(['nginx.conf', 'standfirst-http.conf', 'standfirst-server.conf', 'site']);
    expect([...new Set(files.map((file) => file.split('/')[0]))].sort()).toEqual(['Dockerfile', ...copied].sort());
    expect(files).toContain('site/daily/index.html.br');
    expect(read('standfirst-server.conf')).toContain('root "/srv/site";');
  });

  test('for Pages has the site without compressed siblings, which those hosts make themselves', async () => {
    const { files } = await aHostFolder('pages', { url: 'https://news.example/daily' });

    expect(files).toEqual([
      '_headers',
      '_redirects',
      'daily/404.html',
      'daily/about/index.html',
      'daily/icon.svg',
      'daily/index.html',
    ]);
  });

  test.each([
    [19_998, []],
    [19_999, ['Cloudflare Pages takes at most 20,000 on its free plan.']],
    [99_999, ['Cloudflare Pages takes at most 100,000, on any plan.']],
  ])('for Pages warns if it has more files than a host takes: %i', async (count, expected) => {
    expect(tooManyForPages('dist', count + 2).map((line) => line.split('files. ')[1]?.split(' Use ')[0])).toEqual(
      expected,
    );
  });

  test('answers below the prefix of a language with the not-found page of that language', async () => {
    const inArabic = { 'ar/index.html': 'الصفحة الأولى', 'ar/404.html': 'لا شيء هنا' };
    const url = 'https://news.example/daily';
    const [nginx, pages] = [
      await aHostFolder('nginx', { url }, inArabic),
      await aHostFolder('pages', { url }, inArabic),
    ];

    expect(nginx.read('standfirst-http.conf')).toContain(
      'map $uri $standfirst_not_found {\n  default "/daily/404.html";\n  "~^/daily/ar/" "/daily/ar/404.html";\n}\n',
    );
    expect(nginx.read('standfirst-server.conf')).toContain('error_page 404 $standfirst_not_found;');
    expect(pages.read('_redirects')).toBe('/daily/ar/* /daily/ar/404.html 404\n');
    expect(pages.read('_headers')).toContain('\n/daily/ar/search/:index/*\n  cache-control: public');
    expect(pages.read('_headers')).toContain(
      '\n/daily/ar/topics/:topic/feed.json\n  content-type: application/feed+json',
    );
  });

  test('is not made where there is something already', async () => {
    const dir = aTemporaryFolder();
    writeFileSync(join(dir, 'letter.txt'), 'mine');

    await expect(writeHost('nginx', await aFinishedSite(), dir, settings, () => {})).rejects.toThrow(
      `${dir} is not empty. Delete it first, or name another folder.`,
    );
  });

  test('is not made of a site that was changed', async () => {
    const out = await aFinishedSite();
    writeFileSync(join(out, 'index.html.gz'), 'x');

    await expect(writeHost('docker', out, aTemporaryFolder(), settings, () => {})).rejects.toThrow(
      `${out}/ was changed after it was built: index.html.gz. Build it again: npm run build -- --out ${out}.`,
    );
  });
});

test('_headers has the common headers, what may be kept for ever, and the types of feeds', () => {
  expect(headersFile('https://news.example')).toBe(`/*
  content-security-policy: frame-ancestors 'none'; base-uri 'none'; object-src 'none'; form-action 'self'
  x-content-type-options: nosniff
  referrer-policy: strict-origin-when-cross-origin
  permissions-policy: camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()
  cross-origin-opener-policy: same-origin
  strict-transport-security: max-age=63072000

/pictures/*
  cache-control: public, max-age=31536000, immutable

/fonts/*
  cache-control: public, max-age=31536000, immutable

/search/:index/*
  cache-control: public, max-age=31536000, immutable

/feed.xml
  content-type: application/rss+xml; charset=utf-8

/topics/:topic/feed.xml
  content-type: application/rss+xml; charset=utf-8

/atom.xml
  content-type: application/atom+xml; charset=utf-8

/topics/:topic/atom.xml
  content-type: application/atom+xml; charset=utf-8

/feed.json
  content-type: application/feed+json; charset=utf-8

/topics/:topic/feed.json
  content-type: application/feed+json; charset=utf-8
`);
});

test('_redirects has a line for each former address, under the path of the site', () => {
  expect(redirectsFile('https://news.example/daily', { '/articles/old/': '/articles/أ/' })).toBe(
    '/daily/articles/old/ /daily/articles/%D8%A3/ 301\n',
  );
});

describe('The configuration of nginx', () => {
  const site = { url: 'https://news.example', redirects: {}, folder: '/srv/news/current/site' };

  test('tells browsers to stay with TLS only where there is TLS', () => {
    expect(nginxServer({ ...site, tls: false })).not.toContain('strict-transport-security');
    expect(nginxServer({ ...site, tls: true })).toContain('add_header strict-transport-security');
  });

  test('takes a path with signs of its own language as a path', () => {
    expect(nginxMaps({ url: 'https://news.example/a.b' })).toContain('"~^(200|206|304) /a\\.b/pictures/"');
  });

  test.each([
    ['a quotation mark', '/srv/a"b', 'root "/srv/a\\"b";'],
    ['a backslash', '/srv/a\\b', 'root "/srv/a\\\\b";'],
    ['a space and a semicolon', '/srv/a; b', 'root "/srv/a; b";'],
    ['braces', '/srv/{a}', 'root "/srv/{a}";'],
  ])('names a folder with %s', (_what, folder, line) => {
    expect(nginxServer({ ...site, folder, tls: false })).toContain(`\n${line}\n`);
  });

  test.each(['/srv/$uri', '/srv/a\nb', '/srv/a\0'])('refuses a folder that nginx cannot be told of', (folder) => {
    expect(() => nginxServer({ ...site, folder, tls: false })).toThrow('nginx cannot read "/srv/');
  });

  test('refuses the path of a site that it cannot be told of', () => {
    expect(() => nginxMaps({ url: 'https://news.example/$uri' })).toThrow('nginx cannot read "/$uri/"');
    expect(() => nginxServer({ ...site, url: 'https://news.example/$uri', tls: false })).toThrow('"/$uri/"');
  });

  test('listens where it is told to, and writes only below /tmp', () => {
    const whole = nginxConfig('8080');

    expect(whole).toContain('listen 8080;');
    const written = [...whole.matchAll(/^\s*(?:pid|\w+_temp_path) (\S+);$/gm)].map(([, path]) => path);
    expect(written).toHaveLength(6);
    for (const path of written) expect(path).toMatch(/^\/tmp\//);
  });
});

describe('A site with a desk', () => {
  const opener = 'cross-origin-opener-policy';
  const site = { url: 'https://news.example', redirects: {}, folder: '/srv/news' };

  test('lets the window in which an editor signs in answer the desk, in nginx there alone', () => {
    const maps = nginxMaps({ url: 'https://news.example/daily', desk: true });
    expect(maps).toContain('  default "same-origin";\n  "~^/daily/admin/" "unsafe-none";');
    expect(nginxServer({ ...site, tls: false, desk: true })).toContain(
      `add_header ${opener} $standfirst_opener always;`,
    );
    expect(nginxServer({ ...site, tls: false, desk: true })).not.toContain(`${opener} "same-origin"`);
  });

  test('has that for all its pages where a path cannot be an exception', () => {
    expect(headersFile('https://news.example', { desk: true })).toBe(
      headersFile('https://news.example').replace(`${opener}: same-origin\n`, `${opener}: unsafe-none\n`),
    );
  });

  test('is known by its files', async () => {
    const out = await aFinishedSite({ ...aFewFiles, 'admin/index.html': 'The desk' });
    const dir = aTemporaryFolder();
    await writeHost('nginx', out, dir, settings, () => {});
    expect(readFileSync(join(dir, 'standfirst-http.conf'), 'utf8')).toContain('$standfirst_opener');
    const without = aTemporaryFolder();
    await writeHost('nginx', await aFinishedSite(), without, settings, () => {});
    for (const file of ['standfirst-http.conf', 'standfirst-server.conf'])
      expect(readFileSync(join(without, file), 'utf8')).not.toContain('standfirst_opener');
  });
});
