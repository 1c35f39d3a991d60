/** A piece of an excerpt: whether it is one of the words that were searched for. */
export type Piece = { text: string; isFound: boolean };

/**
 * Splits an excerpt of Pagefind. It has `<mark>` around the words that were found, including adjacent punctuation, `&lt;`
 * and `&gt;`, and no other markup.
 *
 * @param title The title of the passage, with which its text begins: it is left out, because it is shown above.
 */
export function piecesOf(excerpt: string, title: string): Piece[] {
  const pieces = excerpt.split(/<mark>(.*?)<\/mark>/s).flatMap((part, index) => {
    const text = part.replaceAll('&lt;', '<').replaceAll('&gt;', '>');
    return index % 2 === 0 ? [{ text, isFound: false }] : wordWithin(text);
  });
  const whole = pieces.map(({ text }) => text).join('');
  const rest = title !== '' && whole.startsWith(title) ? whole.slice(title.length).replace(/^[.\s]+/, '') : whole;
  return withoutStart(pieces, whole.length - rest.length).filter(({ text }) => text !== '');
}

/** A found word without the quotation marks, commas and full stops that touch it. */
function wordWithin(text: string): Piece[] {
  const [, before = '', word = '', after = ''] = /^([^\p{L}\p{N}]*)(.*?)([^\p{L}\p{N}\p{M}]*)$/su.exec(text) ?? [];
  return [
    { text: before, isFound: false },
    { text: word, isFound: true },
    { text: after, isFound: false },
  ];
}

function withoutStart(pieces: readonly Piece[], length: number): Piece[] {
  let left = length;
  return pieces.map(({ text, isFound }) => {
    const cut = Math.min(left, text.length);
    left -= cut;
    return { text: text.slice(cut), isFound };
  });
}
