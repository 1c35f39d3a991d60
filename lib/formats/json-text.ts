import { printable } from './printable.ts';

/** A document as JSON, without what no page could show. */
export function jsonText(document: unknown): string {
  const text = JSON.stringify(document, (_key, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
  return `${text}\n`;
}
