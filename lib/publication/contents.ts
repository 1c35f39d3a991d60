import type { Words } from '../languages/words.ts';
import { pageIds } from '../markdown/page-ids.ts';
import type { Article, Note } from '../model/model.ts';

/** An entry of the table of contents: a section of the text, or a secondary part such as the sources. */
export type ContentsEntry = { id: string; title: string; isText: boolean };

/** The table of contents of an article, in page order. */
export function contentsOf(
  { sections, timeline, notes }: Pick<Article, 'sections' | 'timeline' | 'notes'>,
  words: Pick<Words, 'timeline' | 'sources' | 'notes'>,
): ContentsEntry[] {
  return [
    ...sections.map(({ id, title }) => ({ id, title, isText: true })),
    ...(timeline.length > 0 ? [{ id: pageIds.timeline, title: words.timeline, isText: false }] : []),
    ...(notes.length > 0 ? [{ id: pageIds.sources, title: notesTitle(notes, words), isText: false }] : []),
  ];
}

/** The title of the numbered list at an article's foot. */
export function notesTitle(notes: readonly Note[], words: Pick<Words, 'sources' | 'notes'>): string {
  return notes.some(({ kind }) => kind === 'source') ? words.sources : words.notes;
}
