import { deskFolder, deskHeaders } from '../desk/desk-headers.ts';
import { mediaTypes, namedMediaTypes, otherMediaType } from '../formats/media-types.ts';
import { formsOfPath, leadsElsewhere } from '../model/former-path.ts';
import { visible } from '../model/problem.ts';
import { healthPath } from '../serve/answer.ts';
import { basePath } from '../serve/edition.ts';
import { cacheControl, commonHeaders, immutableFolders, sharedEndings, tlsHeaders } from '../serve/headers.ts';
import { LiveError } from '../serve/live-error.ts';

/** A site for nginx to serve. */
export type NginxSite = {
  /** Where the site is published. */
  url: string;
  /** Routes that redirect permanently. */
  redirects: Readonly<Record<string, string>>;
  /** The folders of further languages, such as `ar/`. */
  languages?: readonly string[];
  /** The folder to serve, on the machine that runs nginx. */
  folder: string;
  /** Whether readers come through TLS. */
  tls: boolean;
  /** Whether the site has a desk. */
  desk?: boolean;
};

const madeBy = '# Made by npm run hosts; make it again if the site has new former addresses, rather than edit it.';

/** The part for `http { }`: maps for headers that depend on the file. */
export function nginxMaps({
  url,
  languages = [],
  desk = false,
}: Pick<NginxSite, 'url' | 'languages' | 'desk'>): string {
  const folder = nameable(basePath(url));
  const base = escaped(folder);
  return `${madeBy}
# For http { }, as in /etc/nginx/conf.d/.
map "$status $uri" $standfirst_cache {
  default "${cacheControl.other}";
${immutableFolders.map(({ path }) => `  "~^(200|206|304) ${base}${path}" "${cacheControl.immutable}";`).join('\n')}
}
map "$status $uri" $standfirst_shared {
  default "same-origin";
  "~^(200|206|304) .*\\.(${sharedEndings.join('|')})$" "cross-origin";
}
map $status $standfirst_allow {
  default "";
  405 "GET, HEAD";
}
${desk ? deskMap(base) : ''}${languages.length > 0 ? notFoundMap(folder, languages) : ''}`;
}

/** The not-found page of each language. A location could not name it: others, such as that of feeds, come before it. */
function notFoundMap(folder: string, languages: readonly string[]): string {
  const lines = languages.map((language) => `  "~^${escaped(folder + language)}" "${folder}${language}404.html";`);
  return `map $uri $standfirst_not_found {
  default "${folder}404.html";
${lines.join('\n')}
}
`;
}

/** Which windows may keep hold of a page: those in which an editor signs in, of the desk. */
function deskMap(base: string): string {
  return `map $uri $standfirst_opener {
  default "${commonHeaders[opener]}";
  "~^${base}${deskFolder}" "${deskHeaders[opener]}";
}
`;
}

const opener = 'cross-origin-opener-policy';

/** The part for a `server { }` block that says where to listen. */
export function nginxServer({ url, redirects, languages = [], folder, tls, desk = false }: NginxSite): string {
  const base = nameable(basePath(url));
  const address = encodeURI(base);
  const headers = Object.entries({
    ...commonHeaders,
    ...(desk && { [opener]: '$standfirst_opener' }),
    ...(tls && tlsHeaders),
  });
  const underPath = `location = "${base.slice(0, -1)}" { return 301 "${address}$is_args$args"; }
location = / { return 302 "${address}"; }
`;
  return `${madeBy}
# For server { }, which says where to listen.
root ${quoted(folder)};
index index.html;
absolute_redirect off;
server_tokens off;
log_not_found off;
etag on;
gzip_static on;
gzip_vary on;
brotli_static on;
client_max_body_size 1k;
client_header_timeout 10s;
client_body_timeout 10s;
send_timeout 30s;

${headers.map(([name, value]) => `add_header ${name} ${value.startsWith('$') ? value : `"${value}"`} always;`).join('\n')}
add_header cross-origin-resource-policy $standfirst_shared always;
add_header cache-control $standfirst_cache always;
add_header allow $standfirst_allow always;

types {
${Object.entries(mediaTypes)
  .map(([ending, type]) => `  "${type}" ${ending};`)
  .join('\n')}
}
default_type ${otherMediaType};
${Object.entries(namedMediaTypes)
  .map(([name, type]) => `location ~ /${escaped(name)}$ { types { } default_type "${type}"; }`)
  .join('\n')}

# A folder without a page is not found either.
${notFoundPages(languages.length > 0 ? '$standfirst_not_found' : `"${base}404.html"`)}
if ($request_method !~ ^(GET|HEAD)$) { return 405; }
# A page has one address. Only paths that cannot be taken for another host are sent on.
if ($request_uri ~ "^((/[A-Za-z0-9%_.~-]+)*/)index\\.html(\\?.*)?$") { return 301 $1$3; }
location ~ \\.(br|gz)$ { return 404; }
# Answers with the front page: only a site whose files can be read is well.
location = ${healthPath} { default_type "${mediaTypes.html}"; alias ${quoted(`${folder}${base}index.html`)}; error_page 403 404 =503 @unwell; }
location @unwell { types { } default_type "text/plain; charset=utf-8"; return 503 "The site cannot be read.\\n"; }
${base === '/' ? '' : underPath}${redirectLines(base, redirects)}`;
}

/** A complete configuration that includes the other two from its own folder: for a container or a trial. */
export function nginxConfig(listen: string): string {
  return `${madeBy}
load_module /usr/lib/nginx/modules/ngx_http_brotli_static_module.so;
worker_processes auto;
pid /tmp/nginx.pid;
error_log stderr warn;
events { worker_connections 1024; }
http {
  # Says nothing of who asked.
  log_format plain '$time_iso8601 $status $body_bytes_sent \${request_time}s $request_method "$request_uri"';
  access_log /dev/stdout plain;
  sendfile on;
  tcp_nopush on;
  client_body_temp_path /tmp/nginx-body;
  proxy_temp_path /tmp/nginx-proxy;
  fastcgi_temp_path /tmp/nginx-fastcgi;
  uwsgi_temp_path /tmp/nginx-uwsgi;
  scgi_temp_path /tmp/nginx-scgi;
  include standfirst-http.conf;
  server {
    listen ${listen};
    include standfirst-server.conf;
  }
}
`;
}

function notFoundPages(page: string): string {
  return `error_page 404 ${page}; error_page 403 =404 ${page};`;
}

/** nginx compares decoded paths, and redirects to exactly what it is given. */
function redirectLines(base: string, redirects: NginxSite['redirects']): string {
  return Object.entries(redirects)
    .flatMap(([from, to]) => {
      const address = (leadsElsewhere(to) ? to : encodeURI(base + to.slice(1))).replaceAll('$', '%24');
      // A query appended after a fragment or another query would become part of it.
      const target = /[?#]/.test(to) ? address : `${address}$is_args$args`;
      return formsOfPath(base + from.slice(1)).map((one) => `location = "${one}" { return 301 "${target}"; }\n`);
    })
    .join('');
}

/** A text in quotes for nginx. */
function quoted(text: string): string {
  return `"${nameable(text).replaceAll(/["\\]/g, '\\$&')}"`;
}

/**
 * Checks that a text can be written in a configuration.
 *
 * @throws LiveError if it has a dollar sign, which nginx always reads as a variable, or a control character.
 */
function nameable(text: string): string {
  if (/[$\p{Cc}]/u.test(text)) {
    throw new LiveError(
      `nginx cannot read "${visible(text)}" as text: it has a $ or a control character. Choose another name.`,
    );
  }
  return text;
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
