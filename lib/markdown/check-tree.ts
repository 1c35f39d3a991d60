import type { Heading, Image, Nodes, Root } from 'mdast';
import { eachNode } from './nodes-of.ts';
import { captionOf, picturesOf } from './pictures.ts';

/** Markdown that a page cannot show: the node, a stable code, and what to do. */
export type TreeFault = {
  node: Nodes;
  code:
    | 'heading-misplaced'
    | 'heading-level'
    | 'block-open'
    | 'raw-html'
    | 'picture-misplaced'
    | 'picture-inline'
    | 'picture-alt-missing'
    | 'picture-credit-missing';
  message: string;
};

/** What a page allows in a text. */
export type TreeRules = {
  /** The highest heading level that the text may have, 2 to 6, or `undefined` for no headings. */
  topHeading: 2 | 3 | undefined;
  /** Whether it may have pictures. */
  pictures: boolean;
  /** How many lines the editor's text has. */
  lines: number;
};

/**
 * Finds what cannot be shown: headings out of order, raw HTML, misplaced pictures or pictures without a description,
 * and code blocks or comments that never end.
 *
 * Comments (`<!-- … -->`) are for editors and are silently left out of the page.
 */
export function checkTree(tree: Root, { topHeading, pictures, lines }: TreeRules): TreeFault[] {
  const faults: TreeFault[] = [];
  const inParagraphs = new Set<Nodes>(picturesOf(tree));
  let last = (topHeading ?? 2) - 1;
  eachNode(tree, (node) => {
    if (node.type === 'heading') {
      const message = headingFault(node, last, topHeading);
      if (message)
        faults.push({ node, code: topHeading === undefined ? 'heading-misplaced' : 'heading-level', message });
      last = node.depth;
    }
    if ((node.type === 'code' || node.type === 'html') && (node.position?.end.line ?? 0) > lines) {
      const what = node.type === 'code' ? 'code block' : 'piece of HTML';
      faults.push({ node, code: 'block-open', message: `The ${what} that begins here is never closed. Close it.` });
    } else if (node.type === 'html' && node.value.replace(/<!--[\s\S]*?-->/g, '').trim() !== '') {
      faults.push({ node, code: 'raw-html', message: htmlAdvice(node.value) });
    }
    if (node.type === 'image') faults.push(...pictureFaults(node, pictures, inParagraphs.has(node)));
  });
  return faults;
}

/** What is wrong with a picture, regardless of its file. */
function pictureFaults(node: Image, allowed: boolean, isAlone: boolean): TreeFault[] {
  if (!allowed) {
    const message = 'There is a picture here. Only the lead and the sections of an article have pictures: remove it.';
    return [{ node, code: 'picture-misplaced', message }];
  }
  if (!isAlone) {
    const message =
      'This picture is inside other text. Give it its own paragraph: a blank line before it and after it, and no link around it.';
    return [{ node, code: 'picture-inline', message }];
  }
  const faults: TreeFault[] = [];
  if (!node.alt?.trim()) {
    const message = `The picture has no description for people who cannot see it. Say what it shows: ![what it shows](${node.url} …).`;
    faults.push({ node, code: 'picture-alt-missing', message });
  }
  if (!captionOf(node)) {
    const message = `The picture does not say who made it. Write ![…](${node.url} "caption | credit"), or "| credit" if it has no caption.`;
    faults.push({ node, code: 'picture-credit-missing', message });
  }
  return faults;
}

function headingFault(heading: Heading, last: number, top: number | undefined): string | undefined {
  const { depth } = heading;
  const next = Math.max(Math.min(last + 1, depth), top ?? 0);
  if (top !== undefined && depth === next) return undefined;
  if (isUnderlined(heading)) {
    const heading = top === undefined ? '' : ` For a heading, write ${'#'.repeat(next)} before the words.`;
    return depth === 1
      ? `The line of === below makes a heading of this text. Remove it.${heading}`
      : `The line of --- below makes a heading of this text. For a line across the page, put a blank line before ---.${heading}`;
  }
  const found = `There is a heading of level ${depth} (${'#'.repeat(depth)}) here.`;
  if (top === undefined)
    return `${found} This text has no headings. In an article, make it a section: a file of its own.`;
  if (depth < top) return `${found} Here headings begin at level ${top}: write ${'#'.repeat(top)}.`;
  return `${found} No level may be skipped: write ${'#'.repeat(next)}.`;
}

/** A heading that is underlined with signs rather than started with them: it takes more than one line. */
function isUnderlined({ position }: Heading): boolean {
  return position !== undefined && position.end.line > position.start.line;
}

function htmlAdvice(html: string): string {
  const rest = html.replace(/<!--[\s\S]*?-->/g, '').trim();
  if (/^<!--/.test(html.trim()) && !rest.includes('<')) {
    return `"${shorten(rest)}" is part of the comment in its line, and readers do not see it. Put the comment in a line of its own, with a blank line after it.`;
  }
  const found = `"${shorten(html)}" is HTML, which pages do not show.`;
  return /^<br\s*\/?>$/i.test(rest)
    ? `${found} For a new line, put a backslash at the end of the line before it. In the cell of a table, <br> may be used.`
    : `${found} Say it in Markdown.`;
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
