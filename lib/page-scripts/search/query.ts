/** What a reader searches for; a filter that is empty lets everything through. */
export type Query = { words: string; topic: string; year: string };

/** The query that an address asks, as a form writes it: `?q=border&topic=iraq&year=2026`. */
export function readQuery(search: string): Query {
  const asked = new URLSearchParams(search);
  return { words: (asked.get('q') ?? '').trim(), topic: asked.get('topic') ?? '', year: asked.get('year') ?? '' };
}

/** The query as the end of an address, with nothing in it that is empty; empty where nothing is asked. */
export function writeQuery({ words, topic, year }: Query): string {
  const asked = Object.entries({ q: words, topic, year }).filter(([, value]) => value !== '');
  return asked.length === 0 ? '' : `?${new URLSearchParams(asked)}`;
}
