/**
 * One-letter words that Arabic attaches to the next word (and, so, with, like, for), before the article or in its place. The
 * stemmer of the index removes most of them, but not these.
 */
const attached = ['وال', 'فال', 'بال', 'كال', 'لل', 'ال', 'ل', 'ك'];

/** The article, alone or after one of those, at the start of a word that is long enough to have it. */
const article = /^(?:[وف]?[بك]?ال|[وف]?لل)(?=\p{L}{3})/u;

/** How many words of a query are searched in other forms. */
const mostWords = 3;

/**
 * The queries for an Arabic query: itself, and then each of its words with what may be attached to it. In any other language,
 * or for a phrase in quotation marks, only the query itself.
 */
export function questionsFor(words: string, lang: string): string[] {
  if (!/^ar\b/.test(lang) || words.includes('"')) return [words];
  const list = words.split(/\s+/);
  const others = list.slice(0, mostWords).flatMap((word, index) => {
    const bare = word.replace(/[\u064b-\u0652\u0640]/g, '').replace(article, '');
    if (!/^[\u0621-\u064a]{3,}$/.test(bare)) return [];
    return attached.map((before) => list.with(index, before + bare).join(' '));
  });
  return [...new Set([words, ...others])];
}
