import { createHash } from 'node:crypto';
import { globSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { buildSync } from 'esbuild';
import { escapedHtml } from '../model/escaped-html.ts';
import { type DeskSite, deskConfig, deskHosts } from './desk-config.ts';
import { deskFolder, deskPolicy } from './desk-headers.ts';

/** A file of the desk: its path on the site, what it is made from, and its bytes. */
export type DeskFile = { path: string; madeFrom: string; bytes: () => Buffer };

/** The files of the desk of a publication: the page, the script of ours, the configuration, and the CMS from its package. */
export function deskFiles(site: DeskSite, root: string): DeskFile[] {
  const page = deskPage(site);
  const config = `${JSON.stringify(deskConfig(site))}\n`;
  const script = deskScript(root, 'desk.ts');
  return [
    ...cmsFiles(root),
    ...cmsWords(root, site.languages),
    made(`${deskFolder}desk.json`, config),
    made(`${deskFolder}desk.js`, script),
    made(`${deskFolder}index.html`, page),
  ];
}

function made(path: string, text: string): DeskFile {
  return { path, madeFrom: digestOf(text), bytes: () => Buffer.from(text) };
}

/** The page of the desk. All else is made by the CMS, in its language. */
function deskPage({ name, languages: [lang = 'en'], desk }: DeskSite): string {
  return `<!doctype html>
<html lang="${escapedHtml(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="content-security-policy" content="${deskPolicy(deskHosts(desk))}">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<title>${escapedHtml(name)}</title>
<script type="module" src="desk.js"></script>
</head>
<body>
<noscript>The desk needs JavaScript.</noscript>
</body>
</html>
`;
}

const bundled = new Map<string, string>();

/**
 * A script of the desk, bundled once in a process.
 *
 * @param name Of its file in `lib/desk/browser/`.
 */
export function deskScript(root: string, name: string): string {
  const before = bundled.get(name);
  if (before !== undefined) return before;
  const { outputFiles } = buildSync({
    entryPoints: [join(root, 'lib', 'desk', 'browser', name)],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    legalComments: 'none',
  });
  const script = outputFiles.map(({ text }) => text).join('');
  bundled.set(name, script);
  return script;
}

/** The folder of the CMS's package. */
const cmsFolder = (root: string) => join(root, 'node_modules', '@sveltia', 'cms');

/** The program of the CMS and its licence, without the maps of its source, which are five times as large. */
function cmsFiles(root: string): DeskFile[] {
  const dir = cmsFolder(root);
  return globSync(['npm/**', 'LICENSE.txt'], { cwd: dir })
    .filter((file) => !file.endsWith('.map') && statSync(join(dir, file)).isFile())
    .sort()
    .map((file) => {
      const bytes = () =>
        basename(file) === 'index.js' ? withOwnWords(join(dir, file)) : readFileSync(join(dir, file));
      const path = `${deskFolder}cms/${file.replaceAll('\\', '/').replace(/^npm\//, '')}`;
      return { path, madeFrom: digestOf(bytes()), bytes };
    });
}

/** The CMS imports its words as JSON, which a browser takes for no script: here they are scripts beside it. */
function withOwnWords(file: string): Buffer {
  const script = readFileSync(file, 'utf8');
  return Buffer.from(script.replaceAll(/import\(`\.\.\/locales\/([\w-]+)\.json`\)/g, 'import(`./locales/$1.js`)'));
}

/** The words of the CMS in the languages of a publication. It has those of American English in its program. */
function cmsWords(root: string, languages: readonly string[]): DeskFile[] {
  const dir = join(cmsFolder(root), 'locales');
  const wanted = new Set(languages.map((tag) => new Intl.Locale(tag).language));
  return globSync('*.json', { cwd: dir })
    .map((file) => basename(file, '.json'))
    .filter((tag) => tag !== 'en-US' && wanted.has(new Intl.Locale(tag).language))
    .sort()
    .map((tag) =>
      made(
        `${deskFolder}cms/locales/${tag}.js`,
        `export default ${readFileSync(join(dir, `${tag}.json`), 'utf8').trim()};\n`,
      ),
    );
}

function digestOf(content: string | Buffer): string {
  return createHash('sha256').update('desk\0').update(content).digest('hex');
}
