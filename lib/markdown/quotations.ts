import type { Blockquote, Nodes, Paragraph, PhrasingContent, Root, Text } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { nodesOf } from './nodes-of.ts';

/** How a line that names a speaker begins: with an em dash, a horizontal bar, or hyphens in place of one. */
const dash = /^\s*(?:[—―]\s*|-{2,3}\s+)/;

type Quotation = { words: Blockquote['children']; speaker: PhrasingContent[] };

/**
 * Makes figures of block quotes that name their speaker after a dash, in the last line or the last paragraph.
 *
 * > “The danger is imminent” > — Muqtada al-Sadr, on X
 *
 * The words stay a block quote inside the figure, and the speaker becomes its caption. Other block quotes are left as
 * they are, and so is one in which more lines begin with a dash, since that is a conversation.
 */
export function markQuotations(tree: Root): void {
  for (const quote of nodesOf(tree, 'blockquote')) {
    const quotation = readQuotation(quote);
    if (!quotation) continue;
    const { words, speaker } = quotation;
    const caption: Paragraph = { type: 'paragraph', children: speaker, data: { hName: 'figcaption' } };
    quote.children = [{ type: 'blockquote', children: words }, caption];
    quote.data = { ...quote.data, hName: 'figure', hProperties: { className: ['quotation'] } };
  }
}

/** The words of a block quote and its speaker; `undefined` if it does not have both. */
function readQuotation({ children }: Blockquote): Quotation | undefined {
  // Definitions and comments are invisible.
  const last = children.findLast(({ type }) => !/^(definition|footnoteDefinition|html)$/.test(type));
  if (last?.type !== 'paragraph') return undefined;
  const others = children.filter((child) => child !== last);
  const { before, line } = splitLastLine(last);
  const quotation = dash.test(textOf(last))
    ? { words: others, speaker: withoutDash(last.children) }
    : {
        words: children.map((child) => (child === last ? { ...last, children: before } : child)),
        speaker: dash.test(textOf(line)) ? withoutDash(line) : [],
      };
  const { words, speaker } = quotation;
  return hasWords(words) && hasWords(speaker) && !isConversation(words) ? quotation : undefined;
}

function hasWords(nodes: readonly Nodes[]): boolean {
  return textOf(nodes, { includeHtml: false }).trim() !== '';
}

function isConversation(words: Quotation['words']): boolean {
  const paragraphs = words.filter((child) => child.type === 'paragraph');
  const lines = paragraphs.flatMap(({ children }) =>
    children
      .map((child) => (child.type === 'break' ? '\n' : textOf(child)))
      .join('')
      .split('\n'),
  );
  return lines.some((line) => dash.test(line));
}

/** Splits a paragraph before its last line, which is all of it if it has only one. */
function splitLastLine({ children }: Paragraph): { before: PhrasingContent[]; line: PhrasingContent[] } {
  const at = children.findLastIndex(
    (child) => child.type === 'break' || (child.type === 'text' && child.value.includes('\n')),
  );
  const cut = children[at];
  const before = children.slice(0, Math.max(at, 0));
  const line = children.slice(at + 1);
  if (cut?.type !== 'text') return { before, line };
  const end = cut.value.lastIndexOf('\n');
  const [first, last] = splitAtLastLine(cut.position);
  return {
    before: [...before, { type: 'text', value: cut.value.slice(0, end), ...first }],
    line: [{ type: 'text', value: cut.value.slice(end + 1), ...last }, ...line],
  };
}

/** The positions of all lines of a text but the last, and of the last line with its quotation marks. */
function splitAtLastLine(whole: Text['position']): Pick<Text, 'position'>[] {
  if (whole?.end.offset === undefined) return [{}, {}];
  const { start, end } = whole;
  const cut = { line: end.line, column: 1, offset: whole.end.offset - (end.column - 1) };
  return [{ position: { start, end: cut } }, { position: { start: cut, end } }];
}

/** What follows the dash; nothing if the dash is inside something else, such as emphasis. */
function withoutDash([first, ...rest]: PhrasingContent[]): PhrasingContent[] {
  return first?.type === 'text' ? [{ ...first, value: first.value.replace(dash, '') }, ...rest] : [];
}
