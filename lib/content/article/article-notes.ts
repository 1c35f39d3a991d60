import { basename } from 'node:path';
import type { Root } from 'mdast';
import { linksOf } from '../../markdown/links.ts';
import { type NumberedNote, numberNotes } from '../../markdown/notes.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import type { Note, Source } from '../../model/model.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';
import type { ParsedText } from './read-markdown.ts';

/** The notes of an article, and the addresses of all links in its texts in the order in which a reader meets them. */
export type ArticleNotes = {
  notes: Note[];
  addresses: string[];
  /** Sources that no text cites; none if an unknown reference may be meant for one of them. */
  uncited: Source[];
};

/** A text as HTML for pages, and as Markdown for other programs. */
export type Rendered = Pick<Extract<Note, { kind: 'text' }>, 'html' | 'markdown'>;

/**
 * Numbers the notes of an article and makes the list at its foot: first those that the text cites, then the other
 * sources. References to neither a source nor a note of the same file are reported.
 *
 * @param render Renders the text of a note, once all notes have their numbers.
 */
export function makeNotes(
  texts: readonly ParsedText[],
  sources: readonly Source[],
  render: (tree: Root) => Rendered,
  report: Report,
): ArticleNotes {
  const sourceIds = new Set(sources.map(({ id }) => id.toLowerCase()));
  const rest = new Map(sources.map((source) => [source.id, source]));
  let isSure = true;
  const numbered = numberNotes(
    texts,
    (label) => rest.has(label),
    ({ label, identifier, position }, part) => {
      isSure = false;
      const text = texts[part];
      const id = label ?? identifier;
      const known = [...rest.keys(), ...(text?.definitions.keys() ?? [])];
      const elsewhere = texts.find(({ definitions }) => definitions.has(identifier));
      const message = elsewhere
        ? `The note "${id}" is written in ${basename(elsewhere.file)}, and a note belongs to its own file. Write it here as well.`
        : `There is no source or note "${id}". ${didYouMean(id, known)}`;
      const { line, column } = position?.start ?? { line: 1, column: 1 };
      report({ file: text?.file ?? '', line, column, code: 'source-unknown', message });
    },
  );
  const cited = new Set(numbered.map(({ origin }) => origin.kind === 'text' && origin.definition));
  for (const { file, definitions } of texts) {
    for (const note of definitions.values()) {
      const { line, column } = note.position?.start ?? { line: 1, column: 1 };
      const label = note.label ?? note.identifier;
      if (sourceIds.has(note.identifier)) {
        isSure = false;
        const message = `A source of this article has the id "${label}" as well, and [^${label}] would be this note. Give the note another label.`;
        report({ file, line, column, code: 'note-like-source', message });
      }
      if (cited.has(note)) continue;
      const message = `No text mentions the note "[^${label}]", so that no page shows it. Put [^${label}] where it belongs, or remove the note.`;
      report({ file, line, column, code: 'note-uncited', message });
    }
  }
  const trees = [...texts.map(({ tree }) => tree), ...numbered.flatMap(treeOf)];
  const notes = numbered.flatMap((note): Note[] => {
    const { number, mentions, origin } = note;
    if (origin.kind === 'text')
      return treeOf(note).map((tree) => ({ number, mentions, kind: 'text', ...render(tree) }));
    const source = rest.get(origin.id);
    rest.delete(origin.id);
    return source ? [{ number, mentions, kind: 'source', source }] : [];
  });
  const uncited = [...rest.values()];
  const last = uncited.map((source, index): Note => {
    return { number: notes.length + index + 1, mentions: 0, kind: 'source', source };
  });
  const addresses = trees.flatMap(linksOf).map(({ url }) => url);
  return { notes: [...notes, ...last], addresses, uncited: isSure ? uncited : [] };
}

/** The sources in front matter, of which perhaps only the id is valid. */
export function sourcesNamedIn(frontMatter: FrontMatter): Source[] {
  return sourceIds(frontMatter).map(({ text }) => {
    return { id: text, name: text, kind: 'document', url: undefined, date: undefined };
  });
}

/** Reports ids that two sources share. */
export function checkSourceIds(frontMatter: FrontMatter, report: Report): void {
  const seen = new Set<string>();
  for (const { text, path } of sourceIds(frontMatter)) {
    const message = `Two sources have the id "${text}". Give each its own.`;
    if (seen.has(text)) report({ file: frontMatter.file, ...frontMatter.placeOf(path), code: 'source-twice', message });
    seen.add(text);
  }
}

function sourceIds(frontMatter: FrontMatter): ReturnType<typeof frontMatterStrings> {
  return frontMatterStrings(frontMatter).filter(({ path }) => path[0] === 'sources' && path[2] === 'id');
}

function treeOf({ origin }: NumberedNote): Root[] {
  return origin.kind === 'text' ? [{ type: 'root', children: origin.definition.children }] : [];
}
