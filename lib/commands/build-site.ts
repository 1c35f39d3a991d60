import { loadWholeContent } from '../content/load-content.ts';
import { parseInstant } from '../content/moment.ts';
import { publish } from '../content/publish.ts';
import { checkOutFolder } from '../press/out-folder.ts';
import { pageTable } from '../press/page-table.ts';
import { press } from '../press/press.ts';
import { UsageError } from './command-line.ts';

/** What commands that make the site have in common. */
export const buildOptions = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'out' },
  'as-of': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

export const buildOptionsHelp = `
  --content <dir>   the content folder (content)
  --out <dir>       the folder of the finished site (out)
  --as-of <instant> what readers see at an instant, as in 2026-01-19T18:00:00+03:00 (now)
  -h, --help        this text`;

/** Loads the content and presses the site, telling on standard output what is being done. */
export async function buildSite(values: { content: string; out: string; 'as-of'?: string | undefined }): Promise<void> {
  const now = values['as-of'] === undefined ? Date.now() : instantOf(values['as-of']);
  const began = performance.now();
  const content = loadWholeContent(values.content);
  checkOutFolder(values.out, process.cwd(), values.content);
  const pages = await press(publish(content, now), { root: process.cwd(), out: values.out, say: console.log });
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  console.log(`${pageTable(pages)}\n\n${pages.length} pages in ${values.out}/ after ${seconds} s`);
}

function instantOf(text: string): number {
  const parsed = parseInstant(text);
  if ('value' in parsed) return parsed.value;
  throw new UsageError(`--as-of: ${parsed.fault}`);
}
