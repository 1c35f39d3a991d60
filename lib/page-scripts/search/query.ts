/** What a reader searches for; an empty filter matches everything. */
export type Query = { words: string; topic: string; year: string };

/** The query in an address, as a form writes it: `?q=border&topic=iraq&year=2026`. */
export function readQuery(search: string): Query {
  const asked = new URLSearchParams(search);
  return { words: (asked.get('q') ?? '').trim(), topic: asked.get('topic') ?? '', year: asked.get('year') ?? '' };
}

/** The query as the end of an address, without empty parts; empty if there is no query. */
export function writeQuery({ words, topic, year }: Query): string {
  const asked = Object.entries({ q: words, topic, year }).filter(([, value]) => value !== '');
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}
