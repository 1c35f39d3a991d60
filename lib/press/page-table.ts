import { heaviestParts, pageBudget } from './budget.ts';

/** The bytes of a page as it was written. */
export type PageBytes = { file: string; html: string; brotli: number };

/** Sites with more pages show the heaviest alone. */
const shown = 24;

/** A table of pages with their bytes, plain and as brotli sends them, and a warning for each that is over its budget. */
export function pageTable(pages: readonly PageBytes[]): string {
  const byWeight = [...pages].sort((a, b) => b.brotli - a.brotli);
  const rows = (pages.length > shown ? byWeight.slice(0, shown) : pages).map(({ file, html, brotli }) => [
    file,
    number(Buffer.byteLength(html)),
    number(brotli),
  ]);
  const table = [['page', 'bytes', 'brotli'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map(([file = '', ...figures]) =>
    [file.padEnd(widths[0] ?? 0), ...figures.map((figure, index) => figure.padStart(widths[index + 1] ?? 0))].join(
      '  ',
    ),
  );
  if (pages.length > shown) lines.push(`… and ${number(pages.length - shown)} lighter pages`);
  lines.push(`budget of a page: ${number(pageBudget)} in brotli`);
  for (const { file, html, brotli } of byWeight.filter((page) => page.brotli > pageBudget)) {
    lines.push(`warning: ${file} is ${number(brotli - pageBudget)} over its budget; heaviest: ${heaviestParts(html)}`);
  }
  return lines.join('\n');
}

function number(count: number): string {
  return count.toLocaleString('en');
}
