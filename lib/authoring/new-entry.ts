import { linkSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { readFile } from '../content/files/read-file.ts';
import { authorSchema, glossarySchema, pageSchema, seriesSchema, topicSchema } from '../content/files/schema.ts';
import { type ContentFolder, listFolder } from '../content/files/source-file.ts';
import { freeId, pageIds } from '../markdown/page-ids.ts';
import { isTakenName } from '../model/taken-names.ts';
import { prefixOf } from '../model/urls.ts';
import { foldName } from '../names/fold-name.ts';
import { makeFolder } from '../processes/make-folder.ts';
import { AuthoringError } from './authoring-error.ts';
import { frontMatterTemplate } from './front-matter-template.ts';
import { openContent } from './load-article.ts';

/** The kinds of entries that are one file each: the folder, how the file begins, and what is left for the editor to write. */
const kinds = {
  author: {
    folder: 'authors',
    rule: authorSchema.shape.name,
    text: (name: string) => frontMatterTemplate(authorSchema, { name }, '<!-- A note about the author -->'),
    toDo: 'Write in it what the author does (role), and a note about the author.',
  },
  topic: {
    folder: 'topics',
    rule: topicSchema.shape.name,
    text: (name: string) => frontMatterTemplate(topicSchema, { name }, '<!-- A note about the topic -->'),
    toDo: 'Write in it one line about the topic (description).',
  },
  series: {
    folder: 'series',
    rule: seriesSchema.shape.name,
    text: (name: string) => frontMatterTemplate(seriesSchema, { name }, '<!-- A note about the series -->'),
    toDo: 'Write in it one line about the series (description), and series: with its id in index.md of each part.',
  },
  place: {
    folder: 'glossary',
    rule: glossarySchema.shape.name,
    text: (name: string) => glossaryFile(name, 'place'),
    toDo: 'Write in it where the place is (latitude and longitude), so that maps can show it, and the note that readers see.',
  },
  person: {
    folder: 'glossary',
    rule: glossarySchema.shape.name,
    text: (name: string) => glossaryFile(name, 'person'),
    toDo: 'Write in it what the person does (role), and the note that readers see.',
  },
  organisation: {
    folder: 'glossary',
    rule: glossarySchema.shape.name,
    text: (name: string) => glossaryFile(name, 'organisation'),
    toDo: 'Write in it other names of the organisation (aliases), and the note that readers see.',
  },
  page: {
    folder: 'pages',
    rule: pageSchema.shape.title,
    text: (name: string) => newPageFile(name, '<!-- The text of the page -->'),
    toDo: 'Write its text.',
  },
} as const;

/** A kind of entry. */
export type EntryKind = keyof typeof kinds;

/** All kinds of entries. */
export const entryKinds: readonly EntryKind[] = [
  'author',
  'topic',
  'series',
  'place',
  'person',
  'organisation',
  'page',
];

/** The schema of an entry's name, or of a page's title. */
export function nameRule(kind: EntryKind): z.ZodString {
  return kinds[kind].rule;
}

/** The new file, and what is left for the editor to write. */
export type MadeEntry = { file: string; toDo: string };

/** The text of a page's file. */
export function newPageFile(title: string, text: string): string {
  return frontMatterTemplate(pageSchema, { title }, text);
}

function glossaryFile(name: string, kind: 'place' | 'person' | 'organisation'): string {
  return frontMatterTemplate(glossarySchema, { name, kind }, '<!-- The note that readers see -->');
}

/**
 * Begins an author, a topic, a series, an entry of the glossary or a page: a valid file.
 *
 * @returns The file, and what to write in it.
 * @throws AuthoringError if there is no publication, or the id or the name is taken.
 */
export function newEntry(content: string, kind: EntryKind, { name, id }: { name: string; id: string }): MadeEntry {
  const opened = openContent(content);
  const { folder, text, toDo } = kinds[kind];
  const file = join(content, folder, `${id}.md`);
  refuseTaken(opened, folder, { name, id });
  makeFolder(join(content, folder));
  const unfinished = join(content, folder, `.${id}.md.${process.pid}`);
  try {
    writeFileSync(unfinished, text(name));
    // Unlike a rename, this never overwrites a file.
    linkSync(unfinished, file);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return { file, toDo };
}

/** Refuses an id that a file of the folder has or had, and a name that another entry of the glossary has. */
function refuseTaken(content: ContentFolder, folder: string, { name, id }: { name: string; id: string }): void {
  const ignore = () => {};
  const choose = 'Choose another with --id.';
  if (folder === 'glossary' && id === pageIds.text) {
    throw new AuthoringError(
      `The glossary page itself uses the id "${id}". Choose another, such as --id ${freeId(id)}.`,
    );
  }
  if (
    folder === 'pages' &&
    (isTakenName(id) || languagesOf(content).some((language) => prefixOf(language) === `${id}/`))
  ) {
    throw new AuthoringError(`The site itself uses the address /${id}/. ${choose}`);
  }
  for (const entry of listFolder(content, folder, ignore)) {
    const file = join(content.dir, folder, entry.name);
    if (entry.name === `${id}.md`) throw new AuthoringError(`${file} already exists. ${choose}`);
    if (!entry.name.endsWith('.md') || entry.isFolder) continue;
    const { data } = readFile(content, join(folder, entry.name), named, ignore) ?? {};
    if (folder !== 'glossary' && data?.aliases.includes(id)) {
      throw new AuthoringError(`"${id}" is a former id of ${file}. ${choose}`);
    }
    const names = [data?.name, ...(data?.aliases ?? [])].map((one) => foldName(one ?? ''));
    if (folder === 'glossary' && names.includes(foldName(name))) {
      throw new AuthoringError(`"${name}" is already a name of ${file}. Give another, or add to that entry.`);
    }
  }
}

function languagesOf(content: ContentFolder): readonly string[] {
  const schema = z.looseObject({ languages: z.array(z.string()).catch([]).default([]) });
  return readFile(content, 'site.md', schema, () => {})?.data?.languages ?? [];
}

/** What to check in the files of existing entries, which may have other errors. */
const named = z.looseObject({
  name: z.string().optional().catch(undefined),
  aliases: z.array(z.string()).catch([]).default([]),
});
