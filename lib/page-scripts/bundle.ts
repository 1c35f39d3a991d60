import { createRequire } from 'node:module';
import { join } from 'node:path';

/** The scripts of a page as minified text: a classic one for head, and a module for the end of the body. */
export type PageScripts = { early: string; module: string };

/** Where the press keeps bundles for the next process: to start esbuild takes longer than to render a page. */
export type ScriptStore = { get: (name: string) => string | undefined; put: (name: string, text: string) => void };

const key = Symbol.for('standfirst.scripts');

/** Each of Next's bundles has its own instance of this module. */
type Handover = { [key]?: ScriptStore | undefined };

/** Sets or removes the store for the bundles of this process; only the press does so, which knows when the code has changed. */
export function handOverScripts(store: ScriptStore | undefined): void {
  (globalThis as Handover)[key] = store;
}

const bundled: Partial<Record<'page.ts' | 'page-in-languages.ts', PageScripts>> = {};
let preview: string | undefined;
let search: string | undefined;

/**
 * The page's scripts, bundled from TypeScript once in a process.
 *
 * @param languages How many languages the site has.
 * @throws Error of esbuild where a script does not compile.
 */
export function pageScripts(languages = 1): PageScripts {
  const name = languages > 1 ? 'page-in-languages.ts' : 'page.ts';
  bundled[name] ??= { early: bundle('early-theme.ts', 'iife'), module: bundle(name, 'esm') };
  return bundled[name];
}

/** The script with which a page of the preview follows changes: readers never get it. */
export function previewScript(): string {
  preview ??= bundle('preview.ts', 'iife');
  return preview;
}

/** The script of the page that searches; no other page has it. */
export function searchScript(): string {
  search ??= bundle('search.ts', 'esm');
  return search;
}

function bundle(name: string, format: 'iife' | 'esm'): string {
  const store = (globalThis as Handover)[key];
  const kept = store?.get(`${name} ${format}`);
  if (kept !== undefined) return kept;
  const made = bundledAnew(name, format);
  store?.put(`${name} ${format}`, made);
  return made;
}

function bundledAnew(name: string, format: 'iife' | 'esm'): string {
  // Loading it takes a while, too.
  const { buildSync }: typeof import('esbuild') = createRequire(join(process.cwd(), 'package.json'))('esbuild');
  const { outputFiles } = buildSync({
    entryPoints: [join(process.cwd(), 'lib', 'page-scripts', name)],
    bundle: true,
    minify: true,
    write: false,
    format,
    target: 'es2022',
    legalComments: 'none',
    // Neither script needs to say that it is strict: TypeScript holds both to it.
    tsconfigRaw: { compilerOptions: { alwaysStrict: false } },
  });
  return outputFiles.map(({ text }) => text.trim()).join('');
}
