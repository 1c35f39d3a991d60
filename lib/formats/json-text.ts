import { printable } from './printable.ts';

/** A document as JSON, without characters that no page can contain. */
export function jsonText(document: unknown): string {
  const text = JSON.stringify(document, (_key, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
  return `${text}\n`;
}
