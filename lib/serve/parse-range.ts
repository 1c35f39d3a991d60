/** The requested part of a body: all of it, the bytes from `start` to `end` inclusive, or an unsatisfiable range. */
export type RequestedRange = 'whole' | 'nowhere' | { start: number; end: number };

/**
 * Reads the value of Range (RFC 9110, §14). Several ranges, other units and malformed values are ignored, as that
 * section allows.
 *
 * @param size The size of the body in bytes.
 */
export function parseRange(header: string, size: number): RequestedRange {
  const [, first = '', last = ''] = /^bytes=\s*(\d*)-(\d*)\s*$/i.exec(header) ?? [];
  if (first === '' && last === '') return 'whole';
  if (first === '') {
    const count = Math.min(Number(last), size);
    return count === 0 ? 'nowhere' : { start: size - count, end: size - 1 };
  }
  const start = Number(first);
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1);
  if (last !== '' && Number(last) < start) return 'whole';
  return start >= size ? 'nowhere' : { start, end };
}
