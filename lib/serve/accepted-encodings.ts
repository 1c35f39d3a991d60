import type { EncodingName } from '../press/page/compress.ts';

/** The encodings of answers, smallest first, which decides between equals. */
const names = ['br', 'gzip', 'identity'] as const satisfies (EncodingName | 'identity')[];

/** Cached results: browsers send only a handful of different headers. */
const understood = new Map<string, readonly (typeof names)[number][]>();

/** How many are cached. */
const kept = 200;

/**
 * The encodings that a client accepts, the best first (RFC 9110, §12.5.3). If it accepts none of ours, the plain one is
 * sent anyway, as that section allows.
 *
 * @param header The value of Accept-Encoding; without it, plain bytes are safest.
 */
export function acceptedEncodings(header: string | undefined): readonly (typeof names)[number][] {
  const text = header ?? '';
  const known = understood.get(text);
  if (known) return known;
  const weights = weightsIn(text);
  const weightOf = (name: string) => weights.get(name) ?? weights.get('*') ?? (name === 'identity' ? 0.0001 : 0);
  const accepted = names.filter((name) => weightOf(name) > 0).sort((a, b) => weightOf(b) - weightOf(a));
  const answer = accepted.length > 0 ? accepted : (['identity'] as const);
  if (understood.size < kept) understood.set(text, answer);
  return answer;
}

function weightsIn(header: string): Map<string, number> {
  const weights = new Map<string, number>();
  for (const part of header.split(',')) {
    const [name = '', ...parameters] = part.split(';').map((piece) => piece.trim().toLowerCase());
    const quality = parameters.find((parameter) => parameter.startsWith('q='))?.slice(2);
    const weight = quality === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(quality) ? Number(quality) : 0;
    if (name !== '') weights.set(name === 'x-gzip' ? 'gzip' : name, weight);
  }
  return weights;
}
