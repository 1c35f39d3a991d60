import { brotliCompressSync } from 'node:zlib';
import type { PressedPage } from './press.ts';

/** Sites with more pages show the heaviest alone. */
const shown = 24;

/** A table of pages with their bytes, plain and as brotli sends them. */
export function pageTable(pages: readonly PressedPage[]): string {
  const heaviest =
    pages.length > shown ? [...pages].sort((a, b) => b.html.length - a.html.length).slice(0, shown) : pages;
  const rows = heaviest.map(({ file, html }) => [
    file,
    number(Buffer.byteLength(html)),
    number(brotliCompressSync(html).byteLength),
  ]);
  const table = [['page', 'bytes', 'brotli'], ...rows];
  const widths = [0, 1, 2].map((column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
  const lines = table.map(([file = '', ...figures]) =>
    [file.padEnd(widths[0] ?? 0), ...figures.map((figure, index) => figure.padStart(widths[index + 1] ?? 0))].join(
      '  ',
    ),
  );
  if (pages.length > shown) lines.push(`… and ${pages.length - shown} lighter pages`);
  return lines.join('\n');
}

function number(bytes: number): string {
  return bytes.toLocaleString('en');
}
