import { type ChildNode, type Document, type Element, isTag, isText } from 'domhandler';
import { findAll, textContent } from 'domutils';
import type {
  AlignType,
  BlockContent,
  Code,
  List,
  ListItem,
  Paragraph,
  PhrasingContent,
  Table,
  TableCell,
} from 'mdast';

/**
 * Portable HTML of an article as Markdown's nodes: the mark of a note is a footnote, and a speaker stands after a dash.
 *
 * Written for the few elements that portable HTML has: a library for all of HTML takes three times as long as the rest of
 * the file together.
 */
export function markdownNodes(document: Document): BlockContent[] {
  return blocksOf(document.children);
}

/** Blocks as they are, and each run of words between them as a paragraph. */
function blocksOf(nodes: readonly ChildNode[]): BlockContent[] {
  const blocks: BlockContent[] = [];
  let run: ChildNode[] = [];
  const endRun = () => {
    const children = phrasesOf(run);
    if (children.length > 0) blocks.push({ type: 'paragraph', children });
    run = [];
  };
  for (const node of nodes) {
    const block = isTag(node) ? blockOf(node) : undefined;
    if (block) {
      endRun();
      blocks.push(...block);
    } else run.push(node);
  }
  endRun();
  return blocks;
}

/** What an element is as a block; `undefined` where it stands among words. */
function blockOf(element: Element): BlockContent[] | undefined {
  const { name, children } = element;
  switch (name) {
    case 'p':
      return [paragraphOf(children)];
    case 'h2':
    case 'h3':
    case 'h4':
    case 'h5':
    case 'h6':
      return [{ type: 'heading', depth: depths[name], children: phrasesOf(children) }];
    case 'ul':
    case 'ol':
      return [listOf(element)];
    case 'blockquote':
      return [{ type: 'blockquote', children: blocksOf(children) }];
    case 'pre':
      return [codeOf(element)];
    case 'table':
      return [tableOf(element)];
    case 'hr':
      return [{ type: 'thematicBreak' }];
    case 'figure':
      return figureOf(children);
    default:
      return undefined;
  }
}

const depths = { h2: 2, h3: 3, h4: 4, h5: 5, h6: 6 } as const;

function listOf({ name, attribs, children }: Element): List {
  const items = children.filter(isTag).map((item): ListItem => {
    const children = blocksOf(item.children);
    const checked = takeSign(children);
    return { type: 'listItem', spread: false, ...(checked !== undefined && { checked }), children };
  });
  const start = attribs['start'] === undefined ? 1 : Number(attribs['start']);
  return {
    type: 'list',
    spread: false,
    children: items,
    ...(name === 'ol' ? { ordered: true, start } : { ordered: false }),
  };
}

const signs: Record<string, boolean> = { '☑': true, '☐': false };

/** Takes the sign of a task from the beginning of its words; answers whether the task is done, `undefined` if it is none. */
function takeSign([first]: readonly BlockContent[]): boolean | undefined {
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  if (text?.type !== 'text') return undefined;
  const [, sign = '', rest = ''] = /^([☑☐]) (.*)$/s.exec(text.value) ?? [];
  const done = signs[sign];
  if (done !== undefined) text.value = rest;
  return done;
}

/** A block of code, with the language that its class names. */
function codeOf(element: Element): Code {
  const [code] = element.children.filter(isTag);
  const lang = /(?:^| )language-(\S+)/.exec(code?.attribs['class'] ?? '')?.[1];
  return { type: 'code', ...(lang !== undefined && { lang }), value: textContent(element).replace(/\n$/, '') };
}

const alignments: Record<string, AlignType> = { 'to-end': 'right', 'to-middle': 'center' };

function tableOf(table: Element): Table {
  const children = findAll(({ name }) => name === 'tr', table.children).map((row) => {
    const cells = row.children.filter(isTag).map((cell): TableCell => {
      return { type: 'tableCell', children: phrasesOf(cell.children) };
    });
    return { type: 'tableRow' as const, children: cells };
  });
  const [head] = findAll(({ name }) => name === 'tr', table.children);
  const align = (head?.children ?? []).filter(isTag).map(({ attribs }) => alignments[attribs['class'] ?? ''] ?? null);
  return { type: 'table', align, children };
}

/** A picture or a quotation, and what stands under it. */
function figureOf(nodes: readonly ChildNode[]): BlockContent[] {
  const isQuotation = nodes.some((node) => isTag(node) && node.name === 'blockquote');
  return nodes.flatMap((node): BlockContent[] => {
    if (!isTag(node) || node.name !== 'figcaption') return blocksOf([node]);
    const { children } = paragraphOf(node.children);
    return [
      { type: 'paragraph', children: isQuotation ? joined([{ type: 'text', value: '— ' }, ...children]) : children },
    ];
  });
}

function paragraphOf(nodes: readonly ChildNode[]): Paragraph {
  return { type: 'paragraph', children: phrasesOf(nodes) };
}

/** Words without white space around them. */
function phrasesOf(nodes: readonly ChildNode[]): PhrasingContent[] {
  const phrases = joined(nodes.flatMap(phraseOf));
  const first = phrases.at(0);
  if (first?.type === 'text') first.value = first.value.trimStart();
  const last = phrases.at(-1);
  if (last?.type === 'text') last.value = last.value.trimEnd();
  return phrases.filter((phrase) => phrase.type !== 'text' || phrase.value !== '');
}

function phraseOf(node: ChildNode): PhrasingContent[] {
  if (isText(node)) return [{ type: 'text', value: node.data }];
  if (!isTag(node)) return [];
  const { name, attribs } = node;
  const children = joined(node.children.flatMap(phraseOf));
  const title = attribs['title'] === undefined ? {} : { title: attribs['title'] };
  switch (name) {
    case 'a':
      return attribs['href'] === undefined ? children : [{ type: 'link', url: attribs['href'], ...title, children }];
    case 'em':
      return [{ type: 'emphasis', children }];
    case 'strong':
      return [{ type: 'strong', children }];
    case 'del':
      return [{ type: 'delete', children }];
    case 'code':
      return [{ type: 'inlineCode', value: textContent(node) }];
    case 'br':
      return [{ type: 'break' }];
    case 'img':
      return [{ type: 'image', url: attribs['src'] ?? '', alt: attribs['alt'] ?? '' }];
    case 'sup': {
      const label = textContent(node);
      return [{ type: 'footnoteReference', identifier: label, label }];
    }
    default:
      return children;
  }
}

/** Makes neighbouring texts one, in which white space is a single space. */
function joined(phrases: readonly PhrasingContent[]): PhrasingContent[] {
  const list: PhrasingContent[] = [];
  for (const phrase of phrases) {
    const last = list.at(-1);
    if (phrase.type === 'text' && last?.type === 'text') last.value = oneSpaced(last.value + phrase.value);
    else list.push(phrase.type === 'text' ? { type: 'text', value: oneSpaced(phrase.value) } : phrase);
  }
  return list;
}

/** A text as browsers show it: white space of any length is a space. */
export function oneSpaced(text: string): string {
  return text.replace(/[ \t\r\n]+/g, ' ');
}
