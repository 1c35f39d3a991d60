import { diffArrays } from 'diff';
import { countWords } from '../model/reading-time.ts';
import type { Part, PartName } from '../model/recorded-part.ts';
import { cutAtNotices } from './notices.ts';
import { plainWords } from './plain-words.ts';
import { aligned, isFact } from './recorded-facts.ts';
import { isSection } from './version-body.ts';

/** Words that stayed, were added or were taken out; or a notice of what was taken out of the record itself. */
export type Piece = { kind: 'same' | 'added' | 'removed' | 'notice'; text: string };

/** A part of the text in two versions, paragraph by paragraph. */
export type ComparedPart = {
  name: PartName;
  /** `markup` where only links or emphasis changed, which no word shows. */
  change: 'none' | 'words' | 'markup';
  /** The title of a section; nothing for other parts. */
  title: Piece[];
  paragraphs: Piece[][];
  /** How many words of the text; those of a fact do not count. */
  added: number;
  removed: number;
};

/**
 * Compares two versions of a text word by word, part by part in the order of the later one; parts that are gone stand
 * where they stood.
 *
 * @param lang The language of the text. Words are those of Unicode (UAX #29), so that scripts without spaces are
 * compared by words as well.
 * @param reasons Why passages were taken out of one of the two, which their notices say.
 */
export function compareVersions(
  before: readonly Part[],
  after: readonly Part[],
  lang: string,
  reasons: readonly string[] = [],
): ComparedPart[] {
  const earlier = aligned(before, after);
  return allNames(earlier, after).map((name) => {
    const old = earlier.find((part) => part.name === name)?.markdown ?? '';
    const current = after.find((part) => part.name === name)?.markdown ?? '';
    return comparePart(name, old, current, { lang, reasons });
  });
}

/** The names of the parts that are not the same in both, in the order of the later one. */
export function changedParts(before: readonly Part[], after: readonly Part[]): PartName[] {
  const find = (parts: readonly Part[], name: PartName) => parts.find((part) => part.name === name)?.markdown;
  const earlier = aligned(before, after);
  return allNames(earlier, after).filter((name) => find(earlier, name) !== find(after, name));
}

/**
 * The most words that two texts are compared by: those added and taken out, spaces among them. The time that it takes
 * grows with the square.
 */
const mostChanges = 1_000;

/** How texts are cut into words. */
type Ways = { lang: string; reasons: readonly string[] };

function comparePart(name: PartName, old: string, current: string, ways: Ways): ComparedPart {
  const texts = [old, current].map((markdown) => titleAndText(name, plainWords(markdown)));
  const compare = (key: 'title' | 'text') => joined(changesOf(texts[0]?.[key] ?? '', texts[1]?.[key] ?? '', ways));
  const changes = { title: compare('title'), text: compare('text') };
  const hasWords = [...changes.title, ...changes.text].some(({ kind, text }) => kind !== 'same' && text.trim() !== '');
  const title = withNotices(changes.title, ways.reasons).filter(({ text }) => text !== '');
  const paragraphs = inParagraphs(withNotices(changes.text, ways.reasons));
  const count = (kind: Piece['kind']) =>
    (isFact(name) ? [] : [title, ...paragraphs].flat()).reduce(
      (sum, piece) => sum + (piece.kind === kind ? countWords(piece.text, ways.lang) : 0),
      0,
    );
  const change = hasWords ? 'words' : old === current ? 'none' : 'markup';
  return { name, change, title, paragraphs, added: count('added'), removed: count('removed') };
}

/** The first line of a section is its title. */
function titleAndText(name: PartName, words: string): { title: string; text: string } {
  if (!isSection(name)) return { title: '', text: words };
  const [title = '', ...lines] = words.split('\n');
  return { title, text: lines.join('\n') };
}

/** Pieces of which each is a notice as a whole or has none. A space that is left between two is neither new nor gone. */
function withNotices(pieces: readonly Piece[], reasons: readonly string[]): Piece[] {
  return pieces.flatMap(({ kind, text }) => {
    const cut = cutAtNotices(text, reasons);
    if (cut.length === 1 && !cut[0]?.isNotice) return { kind, text };
    return cut.map(({ text: words, isNotice }): Piece => {
      return { kind: isNotice ? 'notice' : words.trim() === '' ? 'same' : kind, text: words };
    });
  });
}

/**
 * What changed in a text, word by word. Of two texts with too many changes for that, paragraph by paragraph, and of two
 * with too many different paragraphs one takes the place of the other as a whole.
 */
function changesOf(old: string, current: string, ways: Ways): Piece[] {
  if (old === current) return [{ kind: 'same', text: current }];
  const bound = { maxEditLength: mostChanges };
  const changes = diffArrays(wordsOf(old, ways), wordsOf(current, ways), bound) ??
    diffArrays(linesOf(old), linesOf(current), bound) ?? [
      { value: linesOf(old), removed: true, added: false },
      { value: linesOf(current), removed: false, added: true },
    ];
  return changes.map(({ value, added, removed }) => {
    return { kind: added ? 'added' : removed ? 'removed' : 'same', text: value.join('') };
  });
}

/** The lines of a text, each with its end, so that none runs into that of another text. */
function linesOf(text: string): string[] {
  return text.split('\n').map((line) => `${line}\n`);
}

/** Words, and what stands between them, in their order. A notice is one word. */
function wordsOf(text: string, { lang, reasons }: Ways): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return cutAtNotices(text, reasons).flatMap(({ text: words, isNotice }) =>
    isNotice ? words : [...segmenter.segment(words)].map(({ segment }) => segment),
  );
}

/** Makes one change of several that only a space keeps apart: two words for two are read as one exchange. */
function joined(pieces: readonly Piece[]): Piece[] {
  const list: Piece[] = [];
  let removed = '';
  let added = '';
  const close = () => {
    if (removed !== '') list.push({ kind: 'removed', text: removed });
    if (added !== '') list.push({ kind: 'added', text: added });
    removed = '';
    added = '';
  };
  for (const [index, { kind, text }] of pieces.entries()) {
    const isBetween =
      kind === 'same' && /^ +$/.test(text) && removed !== '' && added !== '' && index < pieces.length - 1;
    if (kind === 'removed' || isBetween) removed += text;
    if (kind === 'added' || isBetween) added += text;
    if (kind !== 'same' || isBetween) continue;
    close();
    list.push({ kind, text });
  }
  close();
  return list;
}

/** Cuts pieces where a line ends, in whichever version. */
function inParagraphs(pieces: readonly Piece[]): Piece[][] {
  const paragraphs: Piece[][] = [[]];
  for (const { kind, text } of pieces) {
    for (const [index, line] of text.split('\n').entries()) {
      if (index > 0) paragraphs.push([]);
      if (line !== '') paragraphs.at(-1)?.push({ kind, text: line });
    }
  }
  return paragraphs.filter((paragraph) => paragraph.length > 0);
}

function allNames(before: readonly Part[], after: readonly Part[]): PartName[] {
  const names = after.map(({ name }) => name);
  for (const [index, { name }] of before.entries()) {
    if (names.includes(name)) continue;
    const follows = before.slice(0, index).findLast((part) => names.includes(part.name));
    names.splice(follows ? names.indexOf(follows.name) + 1 : 0, 0, name);
  }
  return names;
}
