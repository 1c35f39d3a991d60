import { join } from 'node:path';
import { buildSync } from 'esbuild';

/** The scripts of a page as minified text: a classic one for head, and a module for the end of the body. */
export type PageScripts = { early: string; module: string };

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
