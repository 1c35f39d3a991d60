import { join } from 'node:path';
import type { z } from 'zod';
import { freeId, pageIds } from '../markdown/page-ids.ts';
import type { Author, GlossaryEntry, Series, StaticPage, Topic } from '../model/model.ts';
import type { Report } from '../model/problem.ts';
import { isTakenName } from '../model/taken-names.ts';
import { prefixOf, routes } from '../model/urls.ts';
import { findPictures, isPictureFile } from './article/find-picture.ts';
import { linksInKeys } from './article/front-matter-links.ts';
import type { LoadedSite } from './article/loaded-site.ts';
import type { RecordedNames } from './article/make-article.ts';
import { type InternalLink, readMarkdown, refuseNotes } from './article/read-markdown.ts';
import { checkUnusedPictures } from './article/unused-pictures.ts';
import type { FrontMatter } from './files/front-matter.ts';
import { reportNotContent } from './files/not-content.ts';
import { type ReadFile, readFile } from './files/read-file.ts';
import { authorSchema, glossarySchema, idPattern, pageSchema, seriesSchema, topicSchema } from './files/schema.ts';
import { slugify } from './files/slugify.ts';
import { type ContentFolder, listFolder } from './files/source-file.ts';
import { checkFormerIds } from './former-ids.ts';
import { checkNames } from './glossary-names.ts';
import { entriesIn, isFirst, originalName } from './translations/edition.ts';
import { readEntryIn } from './translations/read-entry-in.ts';
import {
  authorTranslationSchema,
  glossaryTranslationSchema,
  pageTranslationSchema,
  topicTranslationSchema,
} from './translations/translation-schemas.ts';

/** Entries by id; `undefined` means that the file has errors, which are already reported. */
export type Entries<Entry> = ReadonlyMap<string, Entry | undefined>;

/** Everything that articles refer to by id. */
export type Catalogue = {
  authors: Entries<Author>;
  topics: Entries<Topic>;
  series: Entries<Series>;
  glossary: Entries<GlossaryEntry>;
  /** The glossary's places that a map can show, and files with errors. */
  places: Entries<GlossaryEntry>;
  pages: Entries<StaticPage>;
  links: InternalLink[];
};

/** Glossary keys that only maps use, which show only places. */
const placeKeys = ['latitude', 'longitude', 'capital'] as const;

/** Loads authors, topics, series, the glossary and pages, and reports their problems. */
export function loadCatalogue(folder: ContentFolder, site: LoadedSite, report: Report): Catalogue {
  const { urls, renderer, lang, review } = site;
  const links: InternalLink[] = [];

  /** The entries of one folder, one file each. A translation has its own texts and the facts of its original. */
  function load<Schema extends z.ZodObject, Entry>(
    name: string,
    schema: Schema,
    translationSchema: z.ZodObject,
    route: (id: string) => string,
    make: (
      id: string,
      data: z.output<Schema>,
      note: string,
      file: ReadFile<z.output<Schema>>,
      pictures: Pictures,
      report: Report,
    ) => Entry,
  ): Entries<Entry> {
    const entries = new Map<string, Entry | undefined>();
    const frontMatters = new Map<string, FrontMatter>();
    const inFolder = listFolder(folder, name, report);
    const listed = entriesIn(site, join(folder.dir, name), inFolder, report);
    const pictures = findPictures(folder, name, listed, report);
    for (const entry of listed) {
      const { name: fileName } = entry;
      if (name === 'authors' && isPictureFile(fileName)) continue;
      const id = idOf(join(folder.dir, name), entry, originalName(site, fileName), report);
      if (id === undefined) continue;
      const original = `${id}.md`;
      const isTranslation = original !== fileName && inFolder.some((other) => other.name === original);
      const file = isTranslation
        ? readEntryIn(folder, join(name, original), lang, { schema, translationSchema }, report)
        : readFile(folder, join(name, fileName), schema, report);
      entries.set(id, undefined);
      if (!file) continue;
      frontMatters.set(id, file.frontMatter);
      // What is said in the original has been looked at there.
      const tell = isTranslation ? () => {} : report;
      const rules = { dir: folder.dir, topHeading: name === 'pages' ? 2 : undefined, route: route(id), urls } as const;
      const text = readMarkdown(file.frontMatter, renderer, rules, report);
      refuseNotes(text, report);
      review([{ kind: 'note', frontMatter: file.frontMatter, text }], lang, report);
      links.push(...text.links, ...linksInKeys(file.frontMatter, urls));
      if (file.data !== undefined) {
        entries.set(id, make(id, file.data, renderer.render(text.tree), file, pictures, tell));
      }
    }
    if (name === 'authors' && isFirst(site)) {
      checkUnusedPictures(join(folder.dir, name), listed, pictures.named, adviceOnPortrait, report);
    }
    if (name === 'pages') refuseTakenNames(frontMatters, site.languages.slice(1), report);
    else if (name === 'glossary') checkNames([...frontMatters.values()], report);
    else checkFormerIds(entries.keys(), frontMatters, report);
    return entries;
  }

  const glossary = load(
    'glossary',
    glossarySchema,
    glossaryTranslationSchema,
    () => routes.glossary,
    (id, data, note, { frontMatter }, _pictures, report) => {
      const { name, kind, aliases, role, country, url, latitude, longitude, capital } = data;
      if (id === pageIds.text) {
        const message = `The glossary page itself uses the id "${id}". Choose another, such as ${freeId(id)}.`;
        report({ file: frontMatter.file, line: 1, column: 1, code: 'section-id-reserved', message });
      }
      if ((latitude === undefined) !== (longitude === undefined)) {
        const message = 'latitude and longitude belong together. Give both, or neither.';
        report({ file: frontMatter.file, line: 1, column: 1, code: 'position-half', message });
      }
      if (kind !== 'place') {
        for (const key of placeKeys.filter((key) => data[key] !== undefined && data[key] !== false)) {
          const message = `Only places have "${key}", and this entry is ${kind === 'person' ? 'a person' : 'an organisation'}. Remove "${key}", or write "kind: place".`;
          report({ file: frontMatter.file, ...frontMatter.placeOfKey([key]), code: 'key-of-places', message });
        }
      }
      const position = latitude === undefined || longitude === undefined ? undefined : { latitude, longitude };
      return { id, name, kind, aliases, role, country, position, isCapital: capital, url, note };
    },
  );

  return {
    authors: load(
      'authors',
      authorSchema,
      authorTranslationSchema,
      routes.author,
      (id, data, note, { frontMatter }, { find, found }) => {
        const { name, role, url, image, bio, contact, former = false, aliases } = data;
        const at = { file: frontMatter.file, ...frontMatter.placeOf(['image']) };
        const shown = image === undefined ? undefined : find(image, at);
        const picture = found.find((use) => use.image === shown);
        return { id, name, role, url, picture, bio, contact, former, aliases, note };
      },
    ),
    topics: load('topics', topicSchema, topicTranslationSchema, routes.topic, described),
    series: load('series', seriesSchema, topicTranslationSchema, routes.series, described),
    glossary,
    places: placesIn(glossary),
    pages: load('pages', pageSchema, pageTranslationSchema, routes.staticPage, (id, { title, description }, text) => ({
      id,
      title,
      description,
      text,
    })),
    links,
  };
}

type Pictures = ReturnType<typeof findPictures>;

function adviceOnPortrait(name: string): string {
  return `No author has "${name}" as a picture. Write image: "${name}" in the file of one, or remove it.`;
}

/** A topic or a series. */
function described(id: string, { name, description, aliases }: z.output<typeof topicSchema>, note: string): Topic {
  return { id, name, description, aliases, note };
}

/** The places of a glossary that a map can show, and faulty entries. */
export function placesIn(glossary: Entries<GlossaryEntry>): Entries<GlossaryEntry> {
  return new Map([...glossary].filter(([, entry]) => !entry || (entry.kind === 'place' && entry.position)));
}

/** Reports pages at addresses that the site needs itself. */
function refuseTakenNames(pages: ReadonlyMap<string, FrontMatter>, languages: readonly string[], report: Report): void {
  const prefixes = languages.map(prefixOf);
  for (const [id, { file }] of pages) {
    if (!isTakenName(id) && !prefixes.includes(`${id}/`)) continue;
    const message = `The site itself has something at /${id}/. Choose another name for the file, such as ${id}-us.md.`;
    report({ file, line: 1, column: 1, code: 'page-name-taken', message });
  }
}

/** @param original The name of the file in the first language. */
function idOf(
  dir: string,
  entry: { name: string; isFolder: boolean },
  original: string | undefined,
  report: Report,
): string | undefined {
  const { name, isFolder } = entry;
  const id = /^(.+)\.md$/.exec(original ?? '')?.[1];
  if (id !== undefined && idPattern.test(id)) return id;
  const message = isFolder
    ? `"${name}" is a folder, and nothing in it is read. Move its files beside the others.`
    : `"${name}" does not fit here. Name the file ${slugify(name)}.md: an id has lower-case letters a to z, digits and hyphens.`;
  reportNotContent(dir, entry, message, report, true);
  return undefined;
}

/** The current names of authors and places, by id; an unknown one is named by its id. */
export function currentNames({ authors, places }: Catalogue): RecordedNames {
  return { author: (id) => authors.get(id)?.name ?? id, place: (id) => places.get(id)?.name ?? id };
}
