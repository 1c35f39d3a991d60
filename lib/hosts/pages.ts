import { deskHeaders } from '../desk/desk-headers.ts';
import { namedMediaTypes } from '../formats/media-types.ts';
import { leadsElsewhere } from '../model/former-path.ts';
import { basePath } from '../serve/edition.ts';
import { cacheControl, commonHeaders, immutableFolders, tlsHeaders } from '../serve/headers.ts';

/** A path pattern and its headers. */
type Rule = [string, Readonly<Record<string, string>>];

/**
 * The file `_headers` of Cloudflare Pages and Netlify. It lists only what differs from the defaults of these hosts: they
 * revalidate pages on each request, compress files, and serve only over TLS.
 *
 * Both combine headers of the same name from several rules, and neither can exclude a path from a rule. Cross-origin
 * headers are therefore left out, and with a desk all pages have its headers: they open no windows.
 *
 * @param options The folders of further languages, such as `ar/`, and whether the site has a desk.
 */
export function headersFile(
  url: string,
  { languages = [], desk = false }: { languages?: readonly string[]; desk?: boolean } = {},
): string {
  const base = encodeURI(basePath(url));
  const rules: Rule[] = [
    [`${base}*`, { ...commonHeaders, ...(desk && deskHeaders), ...tlsHeaders }],
    ...immutableFolders
      .flatMap(({ rule, isShared }) => (isShared ? [rule] : ['', ...languages].map((language) => language + rule)))
      .map((rule): Rule => [base + rule, { 'cache-control': cacheControl.immutable }]),
    ...['', ...languages].flatMap((language) =>
      Object.entries(namedMediaTypes).flatMap(([name, type]) =>
        ['', 'topics/:topic/'].map((folder): Rule => [base + language + folder + name, { 'content-type': type }]),
      ),
    ),
  ];
  return rules
    .map(([path, headers]) =>
      [path, ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`), ''].join('\n'),
    )
    .join('\n');
}

/**
 * The file `_redirects` of the same hosts: former addresses of pages and feeds, and the not-found pages of further languages.
 * Cloudflare finds those by itself, and ignores their lines.
 */
export function redirectsFile(
  url: string,
  redirects: Readonly<Record<string, string>>,
  languages: readonly string[] = [],
): string {
  const base = encodeURI(basePath(url));
  const moved = Object.entries(redirects).map(([from, to]) => {
    // An asterisk or a colon would be a wildcard.
    const path = encodeURI(from.slice(1)).replaceAll('*', '%2A').replaceAll(':', '%3A');
    const target = leadsElsewhere(to) ? to : base + encodeURI(to.slice(1));
    return `${base}${path} ${target} 301\n`;
  });
  const notFound = languages.map((language) => `${base}${language}* ${base}${language}404.html 404\n`);
  return [...moved, ...notFound].join('');
}

/** The most files in a deployment of Cloudflare Pages: https://developers.cloudflare.com/pages/platform/limits/. */
const mostFiles = { free: 20_000, paid: 100_000 } as const;

/** The warning for a folder with more files than a host takes; none for others. */
export function tooManyForPages(dir: string, count: number): string[] {
  if (count <= mostFiles.free) return [];
  const number = (one: number) => one.toLocaleString('en');
  const most =
    count > mostFiles.paid ? `${number(mostFiles.paid)}, on any plan` : `${number(mostFiles.free)} on its free plan`;
  return [
    `Warning: ${dir} has ${number(count)} files. Cloudflare Pages takes at most ${most}. Use another host, or a bucket: npm run deploy -- s3://…`,
  ];
}
