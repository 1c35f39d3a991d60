import { diffArrays } from 'diff';
import { countWords } from '../model/reading-time.ts';
import type { Part, PartName } from '../model/recorded-part.ts';
import { cutAtNotices } from './notices.ts';
import { plainWords } from './plain-words.ts';
import { aligned, isFact } from './recorded-facts.ts';
import { isSection } from './version-body.ts';

/** Words that were kept, added or removed; or a notice of a redaction. */
export type Piece = { kind: 'same' | 'added' | 'removed' | 'notice'; text: string };

/** A part of the text in two versions, paragraph by paragraph. */
export type ComparedPart = {
  name: PartName;
  /** `markup` if only links or emphasis changed, but no words. */
  change: 'none' | 'words' | 'markup';
  /** The title of a section; empty for other parts. */
  title: Piece[];
  paragraphs: Piece[][];
  /** Counts of words; those of facts do not count. */
  added: number;
  removed: number;
};

/**
 * Compares two versions of a text word by word, part by part in the order of the later one; removed parts keep their
 * places.
 *
 * @param lang The language of the text. Words are those of Unicode (UAX #29), so that scripts without spaces are
 *   also compared by words.
 * @param reasons The reasons of redactions in either of the two, which their notices name.
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

/** The names of the parts that differ, in the order of the later one. */
export function changedParts(before: readonly Part[], after: readonly Part[]): PartName[] {
  const find = (parts: readonly Part[], name: PartName) => parts.find((part) => part.name === name)?.markdown;
  const earlier = aligned(before, after);
  return allNames(earlier, after).filter((name) => find(earlier, name) !== find(after, name));
}

/** The most changed words and spaces up to which two texts are compared word by word. The time grows with the square. */
const mostChanges = 1_000;

/** How texts are split into words. */
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

/** Splits pieces at notices. A space between two of them counts as unchanged. */
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
 * What changed in a text, word by word; if there are too many changes, paragraph by paragraph; and if too many
 * paragraphs differ, one text replaces the other.
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

/** The lines of a text, each with its line ending, so that lines of different texts do not merge. */
function linesOf(text: string): string[] {
  return text.split('\n').map((line) => `${line}\n`);
}

/** Words, and what is between them, in order. A notice is one word. */
function wordsOf(text: string, { lang, reasons }: Ways): string[] {
  const segmenter = new Intl.Segmenter(lang, { granularity: 'word' });
  return cutAtNotices(text, reasons).flatMap(({ text: words, isNotice }) =>
    isNotice ? words : [...segmenter.segment(words)].map(({ segment }) => segment),
  );
}

/** Merges changes that are separated only by a space: replacing two words is one change. */
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

/** Splits pieces at line endings of either version. */
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
