import { join } from 'node:path';
import { pageIds } from '../../markdown/page-ids.ts';
import type { Body, PictureUse, Version } from '../../model/model.ts';
import type { Instant } from '../../model/moment.ts';
import { isError, type Place, type Problem, type Report } from '../../model/problem.ts';
import type { Part } from '../../model/recorded-part.ts';
import { suggestedCommand } from '../../model/suggested-command.ts';
import { routes } from '../../model/urls.ts';
import type { FindNames } from '../../names/find-mentions.ts';
import { withCurrentIds } from '../../versions/current-ids.ts';
import { sectionOf } from '../../versions/version-body.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { readFile } from '../files/read-file.ts';
import { idPattern, sectionSchema } from '../files/schema.ts';
import { slugify } from '../files/slugify.ts';
import { type ContentFolder, listFolder, readSource } from '../files/source-file.ts';
import { articleBounds, excessOfAll } from '../files/text-bounds.ts';
import { pendingChange } from '../record/pending-change.ts';
import { checkBehind } from '../translations/check-behind.ts';
import { isFirst, nameIn } from '../translations/edition.ts';
import { countsIn, fileLanguage } from '../translations/file-language.ts';
import { readTranslation } from '../translations/read-translation.ts';
import { sectionTranslationSchema } from '../translations/translation-schemas.ts';
import { checkSourceIds, makeNotes, sourcesNamedIn } from './article-notes.ts';
import { checkSectionIds } from './article-sections.ts';
import { readVersions, versionDigest } from './article-versions.ts';
import { checkLengths } from './check-lengths.ts';
import { checkOffsets } from './check-offsets.ts';
import { checkOrder } from './check-order.ts';
import { checkYears } from './check-years.ts';
import { findPictures, isPictureFile } from './find-picture.ts';
import { linksInKeys } from './front-matter-links.ts';
import type { LoadedSite } from './loaded-site.ts';
import {
  addressesOf,
  makeArticle,
  type ParsedSection,
  type RecordedNames,
  type UnresolvedTeaser,
} from './make-article.ts';
import { readIndex } from './read-index.ts';
import { type InternalLink, readMarkdown } from './read-markdown.ts';
import { type Reference, referencesIn, translatedReferences } from './references.ts';
import { type StatedStanding, statedStanding } from './stated-standing.ts';
import { unrecordedText } from './unrecorded-text.ts';
import { checkUnusedPictures } from './unused-pictures.ts';

/**
 * What the files of one article say: plain data, the same for the same files, site settings and code. Whether its
 * ids and links lead anywhere is decided when all files are read.
 */
export type ParsedArticle = {
  slug: string;
  /** Its `index.md`, or `index.ar.md`, as problems name it. */
  file: string;
  problems: Problem[];
  /** What a review of its texts found; a check reports it. */
  reviewed: Problem[];
  references: Reference[];
  links: InternalLink[];
  /** The picture files that it shows. */
  pictures: PictureUse[];
  /** The ids of the sections, and their former ids. */
  sections: string[];
  /** The other parts of the page that a link can lead to. */
  anchors: string[];
  /** Former slugs, and the own slug of a translation: all that lead to it besides the name of its folder. */
  aliases: string[];
  /** Identifies what each version of its record says, oldest first. */
  versions: string[];
  /** Whether it is a translation, whose facts are those of its original. */
  isTranslation: boolean;
  /** Reports a text that differs from its latest version, or has none. */
  unrecorded: Problem | undefined;
  /** Until when it is pinned to the front page, and where the file says so. */
  pin: (Place & { until: Instant }) | undefined;
  /** When readers should see it, as far as its front matter is valid. */
  stated: StatedStanding;
  /** `undefined` if any of those problems is an error. */
  teaser: UnresolvedTeaser | undefined;
};

/** A parsed article. Its body and the text to record are made on demand; it has a body if it has a teaser. */
export type ParsedFolder = {
  parsed: ParsedArticle;
  body: (() => Body) | undefined;
  text: ((names: RecordedNames) => Part[]) | undefined;
};

/**
 * Reads the folder of one article.
 *
 * @param findNames Finds the names of the glossary, whose mentions the text marks.
 * @param formerAuthors The current ids of authors by their former ones.
 */
export function parseArticle(
  folder: ContentFolder,
  slug: string,
  site: LoadedSite,
  findNames: FindNames,
  formerAuthors: ReadonlyMap<string, string>,
): ParsedFolder {
  const problems: Problem[] = [];
  const reviewed: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const path = join('articles', slug);
  const dir = join(folder.dir, path);
  const atFolder = { file: dir, line: 1, column: 1 };
  if (!idPattern.test(slug)) {
    const message = `"${slug}" cannot be an address. Name the folder ${slugify(slug)}: lower-case letters a to z, digits and hyphens.`;
    report({ ...atFolder, code: 'file-name', message });
    const nothing = {
      references: [],
      links: [],
      pictures: [],
      sections: [],
      anchors: [],
      aliases: [],
      versions: [],
      isTranslation: false,
      unrecorded: undefined,
      pin: undefined,
      stated: statedStanding(undefined),
      teaser: undefined,
    };
    return { parsed: { slug, file: dir, problems, reviewed, ...nothing }, body: undefined, text: undefined };
  }

  const entries = listFolder(folder, path, isFirst(site) ? report : () => {});
  const pictures = findPictures(folder, path, entries, report);
  const rules = { dir: folder.dir, route: routes.article(slug), urls: site.urls, findPicture: pictures.find };
  const {
    index,
    sections: files,
    translation: translated,
  } = readIndex(folder, path, entries, site, formerAuthors, report);
  const { image: imageFile } = index?.data?.picture ?? {};
  const at = index && { file: index.frontMatter.file, ...index.frontMatter.placeOf(['picture', 'image']) };
  const image = imageFile === undefined || !at ? undefined : pictures.find(imageFile, at);
  const { image: cardFile } = index?.data?.card ?? {};
  const cardAt = index && { file: index.frontMatter.file, ...index.frontMatter.placeOf(['card', 'image']) };
  const shareImagePng = cardFile === undefined || !cardAt ? undefined : pictures.find(cardFile, cardAt);
  const lead = index && readMarkdown(index.frontMatter, site.renderer, { ...rules, topHeading: undefined }, report);

  const sections = files.flatMap(({ id, name, aliases }) => {
    const original = translated ? undefined : readFile(folder, join(path, name), sectionSchema, report);
    const file = translated
      ? readTranslation(folder, join(path, name), sectionTranslationSchema, sectionSchema, report)
      : original;
    if (!file) return [];
    const text = readMarkdown(file.frontMatter, site.renderer, { ...rules, topHeading: 3 }, report);
    return {
      id,
      title: file.data?.title ?? '',
      aliases: original?.data?.aliases ?? [...aliases],
      text,
      frontMatter: file.frontMatter,
      measure: file.measure,
    };
  });
  checkSectionIds(sections, report);
  // A version has all of them in one file.
  const excess =
    index &&
    excessOfAll(
      [index, ...sections].map(({ measure }) => measure),
      articleBounds,
    );
  if (excess) report({ file: index.frontMatter.file, ...excess });
  const isRecorded = entries.some(({ name }) => name === 'versions');
  const written = isRecorded ? readVersions(folder, path, site, report) : [];
  if (!translated) checkPublishedSections(join(dir, nameIn(site, 'index.md')), written, sections, report);
  const versions = written.map((version) => ({
    ...version,
    parts: withCurrentIds(version.parts, sections, formerAuthors),
  }));

  const texts = [...(lead ? [lead] : []), ...sections.map(({ text }) => text)];
  site.review(
    [
      ...(index && lead ? [{ kind: 'lead', frontMatter: index.frontMatter, text: lead } as const] : []),
      ...sections.map(({ frontMatter, text }) => ({ kind: 'section', frontMatter, text }) as const),
    ],
    site.lang,
    (problem) => reviewed.push(problem),
  );
  const article =
    index &&
    lead &&
    makeArticle(
      { slug, index, lead, image, shareImagePng, sections, versions, pictures: pictures.found, translated },
      { ...site, findNames },
      report,
    );
  const { timeline, notes } = article ?? {};
  if (index && translated)
    checkBehind(
      { content: folder.dir, slug, lang: site.lang, index: index.frontMatter, sections, ...translated },
      report,
    );
  if (index) checkLengths(index.frontMatter, report);
  if (index && !translated) {
    for (const check of [checkOrder, checkSourceIds, checkYears]) check(index.frontMatter, report);
    checkOffsets(index.frontMatter, site.timeZone, report);
  }
  if (isFirst(site) && !problems.some(isError)) {
    const inTranslations = site.languages.length > 1 ? shownInTranslations(folder, path, entries) : [];
    checkUnusedPictures(dir, entries, new Set([...pictures.named, ...inTranslations]), adviceOnUnused, report);
  }
  // No article is made from faulty front matter, but its notes are still checked if its sources are certain.
  if (index && !index.data && !translated && index.frontMatter.yaml.isWhole)
    makeNotes(texts, sourcesNamedIn(index.frontMatter), () => ({ html: '', markdown: '' }), report);
  const references = index ? (translated ? translatedReferences(index) : referencesIn(index.frontMatter, report)) : [];
  const language = isFirst(site) ? undefined : site.lang;
  const isAtFault = problems.some((problem) => isError(problem) && countsIn(problem.file, language));
  const whole = isAtFault ? undefined : article;
  const address = addressesOf(slug, index?.data?.aliases ?? [], translated?.own);
  const latest = versions.at(-1);
  const words = [slug, ...(language === undefined ? [] : [`--lang ${language}`])];
  return {
    parsed: {
      slug,
      file: join(dir, nameIn(site, 'index.md')),
      problems,
      reviewed,
      references,
      links: [...(index ? linksInKeys(index.frontMatter, site.urls) : []), ...texts.flatMap(({ links }) => links)],
      pictures: pictures.found,
      sections: [...files.map(({ id }) => id), ...sections.flatMap(({ aliases }) => aliases)],
      anchors: [
        ...(timeline?.length === 0 ? [] : [pageIds.timeline]),
        ...(notes?.length === 0 ? [] : [pageIds.sources]),
      ],
      aliases: [address.slug, ...address.aliases].filter((name) => name !== slug),
      versions: written.map(versionDigest),
      isTranslation: translated !== undefined,
      unrecorded:
        whole &&
        index &&
        lead &&
        (index.data?.change && site.record !== undefined
          ? pendingChange(
              index.data.change,
              { lang: site.lang, latest, text: whole.text(ids) },
              index.frontMatter,
              folder.dir,
            )
          : latest
            ? unrecordedText(
                { content: folder.dir, lang: site.lang, article: words, hasDesk: site.site?.desk !== undefined },
                latest,
                whole.text(ids),
                {
                  index: { frontMatter: index.frontMatter, text: lead },
                  sections,
                },
              )
            : neverRecorded(folder.dir, words, index.frontMatter, site.record)),
      pin:
        index?.data?.pinnedUntil === undefined || translated
          ? undefined
          : { until: index.data.pinnedUntil, ...index.frontMatter.placeOf(['pinnedUntil']) },
      stated: statedStanding(index?.frontMatter.data, translated && index?.data),
      teaser: whole?.teaser,
    },
    body: whole?.body,
    text: whole?.text,
  };
}

/** Reports sections that a version showed to readers and whose ids now lead nowhere. */
function checkPublishedSections(
  file: string,
  versions: readonly Version[],
  sections: readonly ParsedSection[],
  report: Report,
): void {
  if (versions.length === 0) return;
  const known = new Set(sections.flatMap(({ id, aliases }) => [id, ...aliases]));
  for (const { number, parts } of versions) {
    for (const { name } of parts) {
      const id = sectionOf(name);
      if (id === undefined || known.has(id)) continue;
      known.add(id);
      const message = `Version ${number} has published the section "${id}", which is gone. Add ${id} to the aliases of the section that has its text now.`;
      report({ file, line: 1, column: 1, code: 'section-gone', message });
    }
  }
}

/** Names do not count when a text is compared with its record: renaming an author changes no article. */
const ids: RecordedNames = { author: (id) => id, place: (id) => id };

/** The problem of an article without a version, at the key that says when it is published. */
function neverRecorded(
  content: string,
  words: readonly string[],
  { file, placeOfKey }: FrontMatter,
  record: LoadedSite['record'],
): Problem | undefined {
  if (record === undefined) return undefined;
  const command = suggestedCommand('revise', [...words, '--kind publish --note "First published."'], { content });
  const message = `This article is published, and no version of it is recorded: nobody can tell when its text changes. Record it with ${command}.`;
  const code = record === 'required' ? 'record-required' : 'never-recorded';
  return { file, ...placeOfKey(['published']), code, message };
}

/** The pictures that texts in other languages name. */
function shownInTranslations(
  folder: ContentFolder,
  path: string,
  entries: readonly { name: string; isFolder: boolean }[],
): string[] {
  const texts = entries.flatMap(({ name }) =>
    fileLanguage(name) ? (readSource(folder, join(path, name), () => {})?.text ?? []) : [],
  );
  const names = entries.flatMap(({ name, isFolder }) => (!isFolder && isPictureFile(name) ? name : []));
  return names.filter((name) => texts.some((text) => text.includes(name) || text.includes(encodeURI(name))));
}

function adviceOnUnused(name: string): string {
  return `No text of this article shows "${name}". Show it, as in ![what it shows](${name.replaceAll(' ', '%20')} "caption | credit"), or remove it.`;
}
