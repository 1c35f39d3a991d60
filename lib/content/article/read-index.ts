import { basename, join } from 'node:path';
import type { z } from 'zod';
import type { Translation } from '../../model/model.ts';
import type { Report } from '../../model/problem.ts';
import { driftSince } from '../../versions/drift.ts';
import { type ReadFile, readFile } from '../files/read-file.ts';
import { articleSchema } from '../files/schema.ts';
import type { ContentFolder } from '../files/source-file.ts';
import { entriesIn, isFirst, nameIn, originalName } from '../translations/edition.ts';
import { readTranslation } from '../translations/read-translation.ts';
import { articleTranslationSchema } from '../translations/translation-schemas.ts';
import { type SectionFile, sectionFiles } from './article-sections.ts';
import type { LoadedSite } from './loaded-site.ts';
import { readOriginal } from './read-original.ts';
import { type TranslationKeys, translateArticle } from './translate-article.ts';
import { type TranslatedSection, translatedSections } from './translated-sections.ts';

type Index = z.output<typeof articleSchema>;

/** The `index.md` of an article in the language in which it is read, and the files of its sections. */
export type ReadIndex = {
  index: ReadFile<Index> | undefined;
  /** Those of a translation with the former ids that the sections of the original list. */
  sections: TranslatedSection[];
  /** What a translation says itself, and the latest version of its original; `undefined` for an original. */
  translation: (Translation & { own: TranslationKeys; latest: number }) | undefined;
};

/**
 * Reads the `index.md` of an article, or of a translation with what its original says besides, and finds the sections.
 *
 * @param path The article's folder, relative to the content folder.
 * @param entries The entries of the folder.
 */
export function readIndex(
  folder: ContentFolder,
  path: string,
  entries: readonly { name: string; isFolder: boolean }[],
  site: LoadedSite,
  formerAuthors: ReadonlyMap<string, string>,
  report: Report,
): ReadIndex {
  const dir = join(folder.dir, path);
  const own = entriesIn(site, dir, entries, report);
  const name = nameIn(site, 'index.md');
  const isThere = own.some((entry) => entry.name === name);
  if (isFirst(site) || !entries.some((entry) => entry.name === 'index.md')) {
    if (isFirst(site)) checkTranslationsAlone(dir, entries, site.languages.slice(1), report);
    if (!isThere) {
      const message = 'This article has no index.md. Create one with title, standfirst, authors, published and topics.';
      report({ file: dir, line: 1, column: 1, code: 'index-missing', message });
    }
    const index = isThere ? readFile(folder, join(path, name), articleSchema, report, site.timeZone) : undefined;
    const sections = sectionFiles(dir, textsIn(own, site), site, report).map((file) => ({ ...file, aliases: [] }));
    return { index, sections, translation: undefined };
  }
  const original = readOriginal(folder, path, entries, site, formerAuthors);
  const translation = readTranslation(folder, join(path, name), articleTranslationSchema, articleSchema, report);
  if (!original.data) original.errors.forEach(report);
  const [firstLang = site.lang] = site.languages;
  const data = translation && translateArticle(original, translation, firstLang, report);
  const files = sectionFiles(dir, textsIn(own, site), site, report);
  const translates = translation?.data?.translates;
  const sections = translatedSections(dir, files, original, translates, report);
  checkSections(join(dir, name), original, sections, translates, report);
  const ids = new Set(sections.map(({ id }) => id));
  return {
    index: translation && { ...translation, data: data && withSections(data, ids) },
    sections,
    translation: translation?.data && {
      of: basename(path),
      translates: translation.data.translates,
      translator: translation.data.translator,
      behind: driftSince(original.record, translation.data.translates),
      own: translation.data,
      latest: original.record.length,
    },
  };
}

/** What of the folder is a text of a translation: all else is looked at where the original is read. */
function textsIn<Of extends { name: string; isFolder: boolean }>(entries: readonly Of[], site: LoadedSite): Of[] {
  return isFirst(site)
    ? [...entries]
    : entries.filter(({ name, isFolder }) => !isFolder && originalName(site, name) !== undefined);
}

/** Reports texts in another language that no article of that language holds together. */
function checkTranslationsAlone(
  dir: string,
  entries: readonly { name: string }[],
  languages: readonly string[],
  report: Report,
): void {
  for (const language of languages) {
    const index = `index.${language}.md`;
    const alone = entries.find(({ name }) => name.endsWith(`.${language}.md`));
    if (!alone || entries.some(({ name }) => name === index)) continue;
    const message = `There is no ${index} beside this text, so that nobody would see it. Write one, or take the text out.`;
    report({ file: join(dir, alone.name), line: 1, column: 1, code: 'translation-alone', message });
  }
}

/** Warns of sections that the version that was translated has and the translation has not. */
function checkSections(
  file: string,
  { sections, record }: ReturnType<typeof readOriginal>,
  translated: readonly SectionFile[],
  translates: number | undefined,
  report: Report,
): void {
  const then = record.find(({ number }) => number === translates)?.parts;
  for (const { id } of sections) {
    const was = !then || then.some(({ name }) => name === `section ${id}`);
    if (!was || translated.some((one) => one.id === id)) continue;
    const message = `The section "${id}" is not translated: readers of this translation do not get it.`;
    report({ file, line: 1, column: 1, code: 'translation-incomplete', message });
  }
}

/** Key points and a timeline that lead to sections which the translation has. */
function withSections(data: Index, ids: ReadonlySet<string>): Index {
  const isThere = ({ section }: { section?: string | undefined }) => section === undefined || ids.has(section);
  return {
    ...data,
    keyPoints: data.keyPoints.map((point) => (typeof point === 'string' || isThere(point) ? point : point.text)),
    timeline: data.timeline.map((entry) => (isThere(entry) ? entry : { ...entry, section: undefined })),
  };
}
