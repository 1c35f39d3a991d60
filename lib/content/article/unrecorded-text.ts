import { blockTexts } from '../../markdown/block-text.ts';
import type { Version } from '../../model/model.ts';
import type { Place, Problem } from '../../model/problem.ts';
import type { OwnPart, Part, PartName } from '../../model/recorded-part.ts';
import { suggestedCommand } from '../../model/suggested-command.ts';
import { type ComparedPart, compareVersions, type Piece } from '../../versions/compare.ts';
import { plainWords } from '../../versions/plain-words.ts';
import { differingParts } from '../../versions/same-text.ts';
import { sectionOf } from '../../versions/version-body.ts';
import type { FrontMatter, KeyPath } from '../files/front-matter.ts';
import { keyOfPart } from '../record/key-of-part.ts';
import type { ParsedText } from './read-markdown.ts';

/** A file of an article, with its text. */
type TextFile = { frontMatter: FrontMatter; text: ParsedText };

/** The current files of an article. */
type ArticleFiles = { index: TextFile; sections: readonly (TextFile & { id: string })[] };

/** Keys whose items correspond to the lines of their part, one to one. */
const lists: ReadonlySet<string> = new Set(['keyPoints', 'partners', 'unverified', 'timeline', 'sources']);

/** Parts that contain file names, digests or ids, which would not explain the change. */
const withoutWords: ReadonlySet<PartName> = new Set(['pictures', 'order'] satisfies OwnPart[]);

/**
 * The problem of a text that differs from its latest version, at the first change, with the words that changed.
 *
 * @param content The content folder, as problems name it.
 * @param lang The language of the text.
 * @param hasDesk Whether editors work in a browser, and have never seen a terminal.
 * @param article The words by which a command names the text: its slug, and its language if that is not the first.
 */
export function unrecordedText(
  { content, lang, article, hasDesk }: { content: string; lang: string; article: readonly string[]; hasDesk: boolean },
  latest: Version,
  current: readonly Part[],
  { index, sections }: ArticleFiles,
): Problem | undefined {
  const [first, ...others] = differingParts(latest.parts, current);
  if (first === undefined) return undefined;
  const [before, now] = [latest.parts, current].map((parts) => parts.filter(({ name }) => name === first));
  const [change] = compareVersions((before ?? []).map(byIds), now ?? [], lang);
  const words = withoutWords.has(first) || !change ? undefined : wordsOf(change);
  const said = words && (others.length === 0 ? `${words}.` : `In ${first}, ${lowerFirst(words)}.`);
  const told = [
    `Readers saw another text: version ${latest.number} differs in ${[first, ...others].join(', ')}.`,
    ...(said ? [said] : []),
    hasDesk
      ? 'Open the form of the article, say under "What changed?" what this is and why, and save; or restore the text.'
      : `Record the change with ${suggestedCommand('revise', [...article, '--kind update --note "…"'], { content })} (or correction, or minor), or restore the text.`,
  ];
  const section = sections.find(({ id }) => id === sectionOf(first));
  const { frontMatter, text } = section ?? index;
  const [old = '', is = ''] = [before, now].map((parts) => parts?.[0]?.markdown ?? '');
  const isTitle = section !== undefined && change?.title.some(({ kind }) => kind !== 'same');
  const place = isTitle
    ? frontMatter.placeOf(['title'])
    : section || first === 'lead'
      ? placeInText(text, frontMatter.lines, withoutTitle(old), withoutTitle(is))
      : frontMatter.placeOf(keyPath(first, old, is));
  return { file: frontMatter.file, ...place, code: 'unrecorded', message: told.join(' ') };
}

/** A part with ids instead of names, so that a new name is not a change. */
function byIds({ name, markdown }: Part): Part {
  const ids = name === 'byline' || name === 'map' ? markdown.replace(/^- \[.*\]\((.+)\)$/gm, '- [$1]($1)') : markdown;
  return { name, markdown: ids };
}

/** The first words that changed, such as `"plank" became "plate"`. */
function wordsOf({ change, title, paragraphs }: ComparedPart): string {
  if (change === 'markup') return 'Only links or emphasis have changed';
  const changed = [title, ...paragraphs].find((pieces) => pieces.some(({ kind }) => kind !== 'same')) ?? [];
  const at = changed.findIndex(({ kind }) => kind !== 'same');
  const [one, other] = [changed[at], changed[at + 1]];
  if (one?.kind === 'removed' && other?.kind === 'added') return `${quoted(one)} became ${quoted(other)}`;
  return `${quoted(one)} is ${one?.kind === 'removed' ? 'gone' : 'new'}`;
}

/** The most characters of changed words in a message. */
const mostShown = 60;

function quoted(piece: Piece | undefined): string {
  const text = oneSpaced(piece?.text ?? '');
  if (text.length <= mostShown) return `"${text}"`;
  return `"${text.slice(0, mostShown + 1).replace(/[\s\p{P}]+\S*$/u, '')}…"`;
}

function lowerFirst(words: string): string {
  return words.startsWith('Only') ? `o${words.slice(1)}` : words;
}

/** The key of a part; in a list, the first item that differs. */
function keyPath(name: PartName, old: string, is: string): KeyPath {
  const key = keyOfPart(name);
  if (key === undefined) return [];
  const [before, now] = [old.split('\n'), is.split('\n')];
  const index = now.findIndex((line, at) => line !== before[at]);
  return lists.has(key) && index >= 0 ? [key, index] : [key];
}

/** The text of a section, whose title is a key of its file. */
function withoutTitle(markdown: string): string {
  return markdown.replace(/^## .*\n*/, '');
}

/**
 * The place of the first words that the recorded form does not have; of the block in which only links or emphasis
 * changed; or, if words were removed, of what comes before them.
 */
function placeInText(
  { tree, definitions }: ParsedText,
  lines: readonly string[],
  recorded: string,
  now: string,
): Place {
  const blocks = [tree, ...definitions.values()].flatMap((node) => blockTexts(node, lines, 'with code'));
  const before = plainWords(recorded).split('\n').map(oneSpaced);
  const whole = before.join(' ');
  const isOld = (text: string) => before.includes(text) || (text.length > 0 && whole.includes(text));
  const changed = blocks.find(({ text }) => !isOld(oneSpaced(text.replaceAll('\ufffc', ''))));
  if (changed) {
    const kept = new Set(blocks.map(({ text }) => oneSpaced(text)));
    const gone = before.filter((line) => !kept.has(line));
    return changed.placeAt(Math.max(0, ...gone.map((line) => commonStart(line, changed.text))));
  }
  const current = blocks.map(({ text }) => oneSpaced(text));
  const words = plainWords(now).split('\n').map(oneSpaced);
  const lost = before.findIndex((line) => !words.includes(line));
  const marked = now.split('\n\n').find((chunk) => !recorded.split('\n\n').includes(chunk)) ?? '';
  const near = lost < 0 ? plainWords(marked).split('\n').map(oneSpaced) : before.slice(0, lost).reverse();
  const block = blocks[current.indexOf(near.find((line) => current.includes(line)) ?? '')] ?? blocks[0];
  return block?.placeAt(0) ?? { line: 1, column: 1 };
}

/** How many characters of a text, up to the start of a word, match a recorded line. */
function commonStart(line: string, text: string): number {
  const spaced = text.replace(/\s/g, ' ');
  let length = 0;
  while (length < spaced.length && spaced[length] === line[length]) length++;
  return length - (/\S*$/.exec(spaced.slice(0, length))?.[0].length ?? 0);
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
