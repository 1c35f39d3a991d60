import { pageBudget } from './budget.ts';

/** The bytes of a written page, and its heaviest parts if it is over budget. */
export type PageBytes = { file: string; plain: number; brotli: number; heaviest: string | undefined };

/** Sites with more pages list only the heaviest. */
const shown = 24;

/** A table of pages with their bytes, plain and in brotli, and a warning for each that is over budget. */
export function pageTable(pages: readonly PageBytes[]): string {
  const byWeight = [...pages].sort((a, b) => b.brotli - a.brotli);
  const rows = (pages.length > shown ? byWeight.slice(0, shown) : pages).map(({ file, plain, brotli }) => [
    file,
    number(plain),
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
  for (const { file, brotli, heaviest } of byWeight) {
    if (heaviest === undefined) continue;
    lines.push(`warning: ${file} is ${number(brotli - pageBudget)} over its budget; heaviest: ${heaviest}`);
  }
  return lines.join('\n');
}

function number(count: number): string {
  return count.toLocaleString('en');
}
