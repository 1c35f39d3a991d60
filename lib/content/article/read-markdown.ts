import { join, normalize, relative, sep } from 'node:path';
import type { FootnoteDefinition, Root } from 'mdast';
import { explainMark, unpairedMarks } from '../../markdown/bidi.ts';
import { blockTexts } from '../../markdown/block-text.ts';
import { checkTree } from '../../markdown/check-tree.ts';
import { unknownDirectives } from '../../markdown/directive-syntax.ts';
import { inlineReferences, linksOf } from '../../markdown/links.ts';
import { lostWords } from '../../markdown/lost-words.ts';
import { nodesOf } from '../../markdown/nodes-of.ts';
import { takeDefinitions, withDefinitions } from '../../markdown/notes.ts';
import { picturesOf } from '../../markdown/pictures.ts';
import { plainText } from '../../markdown/plain-text.ts';
import type { Renderer } from '../../markdown/renderer.ts';
import type { CheckCode } from '../../model/checks.ts';
import type { Place, Report } from '../../model/problem.ts';
import { routes, type Urls } from '../../model/urls.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { type Conflict, conflictsIn, mayHaveConflicts } from '../files/merge-conflicts.ts';
import { fileLanguage } from '../translations/file-language.ts';
import { checkComments } from './comments-as-text.ts';
import type { FindPicture } from './find-picture.ts';

/** A link inside the site, to be checked once all pages are known. */
export type InternalLink = Place & {
  file: string;
  route: string;
  fragment: string | undefined;
  /** The content file that the link names, if any. */
  target: string | undefined;
  /** The address as the editor wrote it. */
  written: string;
};

/** The text of one file: its tree without the notes written in it, these notes, and where it links to. */
export type ParsedText = {
  file: string;
  tree: Root;
  definitions: Map<string, FootnoteDefinition>;
  links: InternalLink[];
  /** The words of the text, a line for each block. */
  plain: string;
};

export type TextRules = {
  /** The content folder, as problems name it. */
  dir: string;
  /** The highest heading level that the text may have; `undefined` allows no headings. */
  topHeading: 2 | 3 | undefined;
  /** The route of the page that shows the text. */
  route: string;
  urls: Urls;
  /** Finds the pictures of the text; `undefined` allows no pictures. */
  findPicture?: FindPicture;
};

/**
 * Parses the body of a file and reports what its page could not show.
 *
 * Links to other Markdown files of the content folder are rewritten to the pages of those files.
 */
export function readMarkdown(
  frontMatter: FrontMatter,
  renderer: Renderer,
  rules: TextRules,
  report: Report,
): ParsedText {
  const { file, body, bodyLine } = frontMatter;
  const lines = frontMatter.lines.length;
  const source = withDefinitions(body);
  const tree = renderer.parse(source, bodyLine);
  const lost = lostWords(tree, source);
  inlineReferences(tree);
  const conflicts = conflictsInText(tree, frontMatter.lines);
  for (const { line, message } of conflicts) report({ file, line, column: 1, code: 'conflict-marker', message });
  const definitions = takeDefinitions(tree, lines, (note, isTwice) => {
    const label = `"[^${note.label ?? note.identifier}]"`;
    const message = isTwice
      ? `There is another note ${label} above in this file. Give each its own label.`
      : `The note ${label} has no text. Write it after the colon, or remove the note.`;
    report({ file, ...startOf(note), code: isTwice ? 'note-twice' : 'note-empty', message });
  });
  // Other faults of a text with a merge conflict are not worth reporting.
  if (conflicts.length > 0) return { file, tree, definitions, links: [], plain: plainText(tree) };
  for (const { node, code, message } of lost) report({ file, ...startOf(node), code, message });
  checkComments(tree, frontMatter, report);
  for (const directive of unknownDirectives(tree)) {
    const message = `There is no directive ":${directive.name}[…]". Write :plain[words] for words that should not be marked.`;
    report({ file, ...startOf(directive), code: 'directive-unknown', message });
  }

  const roots = [tree, ...definitions.values()].map((node) => ({ type: 'root', children: node.children }) as Root);
  for (const root of roots) {
    const pictures = root.children === tree.children && rules.findPicture !== undefined;
    for (const { node, code, message } of checkTree(root, { topHeading: rules.topHeading, pictures, lines })) {
      report({ file, ...startOf(node), code, message });
    }
    for (const { text: words, placeAt } of mayTurn.test(body) ? blockTexts(root, frontMatter.lines, 'with code') : []) {
      for (const mark of unpairedMarks(words)) {
        report({ file, ...placeAt(mark.index), code: 'bidi-unpaired', message: explainMark(mark) });
      }
    }
  }
  for (const picture of picturesOf(tree)) {
    const shown = rules.findPicture?.(picture.url, { file, ...startOf(picture) });
    if (shown) picture.data = { ...picture.data, shown };
  }

  const links: InternalLink[] = [];
  for (const link of roots.flatMap(linksOf)) {
    const target = readAddress(link.url, file, rules);
    if ('fault' in target) report({ file, ...startOf(link), code: target.code, message: target.fault });
    else if ('external' in target) link.url = target.external;
    else {
      const { route, fragment } = target;
      links.push({ file, ...startOf(link), route, fragment, target: target.target, written: link.url });
      const samePage = route === rules.route && fragment !== undefined;
      link.url = `${samePage ? '' : route}${fragment === undefined ? '' : `#${fragment}`}`;
    }
  }
  return { file, tree, definitions, links, plain: plainText(tree) };
}

/** The marks that turn the direction of a text, as themselves or as character references. */
const mayTurn = /[\u202a-\u202e\u2066-\u2069&]/;

function conflictsInText(tree: Root, lines: readonly string[]): Conflict[] {
  if (!mayHaveConflicts(lines)) return [];
  const code = new Set<number>();
  for (const { position } of nodesOf(tree, 'code')) {
    for (let line = position?.start.line ?? 0; line <= (position?.end.line ?? 0); line++) code.add(line);
  }
  return conflictsIn(lines, (line) => code.has(line));
}

/** Reports the notes of a text whose page has no list of them. */
export function refuseNotes({ file, tree }: ParsedText, report: Report): void {
  for (const node of nodesOf(tree, 'footnoteReference')) {
    const message = `"[^${node.label ?? node.identifier}]" is a note, and only articles have notes. Say it in the text.`;
    report({ file, ...startOf(node), code: 'note-misplaced', message });
  }
}

/** Marks that word processors put around an address. */
const quoteAtEdge = /^["'“”„‟‘’«»‹›]|["“”„‟‘’«»‹›]$/;

const pictureName = /\.(?:jpe?g|png|gif|webp|avif|svg)$/i;

type Address =
  | { external: string }
  | { route: string; fragment: string | undefined; target?: string }
  | { code: CheckCode; fault: string };

/** What an editor's link refers to: a page of this site, or an address elsewhere. */
export function readAddress(written: string, file: string, { dir, route, urls }: TextRules): Address {
  if (written === '') {
    return {
      code: 'link-address',
      fault: 'The link has no address. Write it between the round brackets, or remove the link.',
    };
  }
  if (quoteAtEdge.test(written)) {
    const fault = `"${written}" has a quotation mark at one end of the address. Remove it.`;
    return { code: 'link-address', fault };
  }
  if (/^(https?:\/\/|mailto:)/i.test(written)) {
    const own = urls.routeOf(written);
    return own ?? { external: written.replace(/^[a-z]+/i, (scheme) => scheme.toLowerCase()) };
  }
  if (/^[a-z][a-z0-9+.-]*:/i.test(written) || written.startsWith('//')) {
    const fault = `"${written}" is not an address that a page may link to. Begin it with https:// or mailto:.`;
    return { code: 'link-address', fault };
  }
  const [path = '', fragment] = written.split('#', 2);
  if (path === '') return { route, fragment };
  if (path.startsWith('/')) return { route: path, fragment };

  const target = normalize(join(file, '..', path.replaceAll('%20', ' ')));
  const inside = relative(dir, target);
  if (inside === '..' || inside.startsWith(`..${sep}`)) {
    const fault = `"${written}" leads out of ${dir}. Link to a page of the site or to an https:// address.`;
    return { code: 'link-outside', fault };
  }
  if (pictureName.test(path)) {
    const fault = `"${written}" is a picture, and a link leads to a page. To show it, write ![what it shows](${written} "caption | credit") in a paragraph of its own.`;
    return { code: 'link-file', fault };
  }
  const fault = `"${written}" is not a page. Link to a Markdown file of the content, to a path like /about/ or to a #section.`;
  const page = routeOfFile(originalPath(inside.split(sep).join('/')), fragment);
  return page ? { ...page, target } : { code: 'link-file', fault };
}

/** The path of a file in the first language: a page is named after that. */
function originalPath(path: string): string {
  return fileLanguage(path)?.original ?? path;
}

/** The page that shows a content file, or `undefined` if none does. */
function routeOfFile(
  path: string,
  fragment: string | undefined,
): { route: string; fragment: string | undefined } | undefined {
  if (path === 'front.md') return { route: routes.home, fragment };
  if (path === 'site.md') return { route: routes.about, fragment };
  const [, folder, name] = /^(articles|topics|series|authors|glossary|pages)\/([^/]+?)(?:\.md|\/)?$/.exec(path) ?? [];
  if (folder === 'series' && name) return { route: routes.series(name), fragment };
  if (folder === 'topics' && name) return { route: routes.topic(name), fragment };
  if (folder === 'authors' && name) return { route: routes.author(name), fragment };
  if (folder === 'pages' && name) return { route: routes.staticPage(name), fragment };
  if (folder === 'glossary' && name) return { route: routes.glossary, fragment: name };
  const [, slug, section] = /^articles\/([^/]+)\/(?:index|\d+-([^/]+))\.md$/.exec(path) ?? [];
  if (slug) return { route: routes.article(slug), fragment: fragment ?? section };
  return folder === 'articles' && name ? { route: routes.article(name), fragment } : undefined;
}

function startOf(node: { position?: { start: Place } | undefined }): Place {
  const { line, column } = node.position?.start ?? { line: 1, column: 1 };
  return { line, column };
}
