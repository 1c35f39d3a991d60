import { join } from 'node:path';
import type { z } from 'zod';
import type { ShownImage } from '../article/picture-copies.ts';
import { countWords } from '../article/reading-time.ts';
import { routes } from '../article/urls.ts';
import { type FindNames, markMentions } from '../context/mentions.ts';
import { canonicalMarkdown } from '../record/canonical-markdown.ts';
import { type Part, recordedText } from '../record/recorded-text.ts';
import { differingParts } from '../record/same-text.ts';
import { sectionOf } from '../record/version-body.ts';
import { makeNotes } from './article-notes.ts';
import { checkSectionIds, ownIds, sectionFiles } from './article-sections.ts';
import { readVersions } from './article-versions.ts';
import { checkEmphasis } from './check-emphasis.ts';
import { findPictures } from './find-picture.ts';
import type { LoadedSite } from './load-site.ts';
import type { Body, KeyPoint, PictureUse, Teaser, Version } from './model.ts';
import type { Problem, Report } from './problem.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { type InternalLink, type ParsedText, readMarkdown } from './read-markdown.ts';
import { type Reference, referencesIn } from './references.ts';
import { articleSchema, idPattern, sectionSchema } from './schema.ts';
import { type ContentFolder, listFolder } from './source-file.ts';

type Index = z.output<typeof articleSchema>;

/** A teaser in which authors and topics are still ids. */
export type UnresolvedTeaser = Omit<Teaser, 'authors' | 'topics'> & Pick<Index, 'authors' | 'topics'>;

/** A body in which the places of the map are still ids; `image` is the file of the lead picture. */
export type UnresolvedBody = Omit<Body, 'picture'> & Pick<Index, 'picture'> & { image: ShownImage | undefined };

/**
 * What the files of one article say, by themselves: plain data, the same for the same files, site settings and code.
 * Whether its ids and links stand for anything is decided when all files are known.
 */
export type ParsedArticle = {
  slug: string;
  problems: Problem[];
  references: Reference[];
  links: InternalLink[];
  /** The picture files that it shows. */
  pictures: PictureUse[];
  /** The ids of the sections, and their former ids. */
  sections: string[];
  /** What else on the page a link can lead to. */
  anchors: string[];
  /** Former slugs. */
  aliases: string[];
  /** Tells that the text is not that of its latest version. */
  unrecorded: Problem | undefined;
  /** `undefined` where a problem is one of those above. */
  teaser: UnresolvedTeaser | undefined;
};

/** A parsed article and its body, which is there where its teaser is. */
export type ParsedFolder = { parsed: ParsedArticle; body: UnresolvedBody | undefined };

/** The text of a parsed article as it would be recorded, which takes time and is made when somebody asks for it. */
type RecordableText = { text: (() => Part[]) | undefined };

/**
 * Reads the folder of one article.
 *
 * @param findNames Finds the names of the glossary, whose mentions the text marks.
 */
export function parseArticle(
  folder: ContentFolder,
  slug: string,
  site: LoadedSite,
  findNames: FindNames,
): ParsedFolder & RecordableText {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const path = join('articles', slug);
  const dir = join(folder.dir, path);
  const atFolder = { file: dir, line: 1, column: 1 };
  if (!idPattern.test(slug)) {
    const message = `"${slug}" cannot be an address. Use lower-case letters a to z, digits and hyphens.`;
    report({ ...atFolder, code: 'file-name', message });
    const nothing = {
      references: [],
      links: [],
      pictures: [],
      sections: [],
      anchors: [],
      aliases: [],
      unrecorded: undefined,
      teaser: undefined,
    };
    return { parsed: { slug, problems, ...nothing }, body: undefined, text: undefined };
  }

  const entries = listFolder(folder, path, report);
  const pictures = findPictures(folder, slug, entries, report);
  const rules = { dir: folder.dir, route: routes.article(slug), urls: site.urls, findPicture: pictures.find };
  const hasIndex = entries.some(({ name }) => name === 'index.md');
  if (!hasIndex) {
    const message = 'This article has no index.md. Create one with title, standfirst, authors, published and topics.';
    report({ ...atFolder, code: 'index-missing', message });
  }
  const index = hasIndex ? readFile(folder, join(path, 'index.md'), articleSchema, report) : undefined;
  const { image: imageFile } = index?.data?.picture ?? {};
  const at = index && { file: index.frontMatter.file, ...index.frontMatter.placeOf(['picture', 'image']) };
  const image = imageFile === undefined || !at ? undefined : pictures.find(imageFile, at);
  const lead = index && readMarkdown(index.frontMatter, site.renderer, { ...rules, topHeading: undefined }, report);

  const files = sectionFiles(dir, entries, report);
  const sections = files.flatMap(({ id, name }) => {
    const file = readFile(folder, join(path, name), sectionSchema, report);
    if (!file) return [];
    const text = readMarkdown(file.frontMatter, site.renderer, { ...rules, topHeading: 3 }, report);
    return { id, title: file.data?.title ?? '', aliases: file.data?.aliases ?? [], text };
  });
  checkSectionIds(sections, report);
  const versions = readVersions(folder, path, report);
  checkPublishedSections(join(dir, 'index.md'), versions, sections, report);

  const texts = [...(lead ? [lead] : []), ...sections.map(({ text }) => text)];
  const settings = { ...site, findNames };
  const article = index && lead && makeArticle(slug, index, lead, image, sections, versions, settings, report);
  const { timeline, notes } = article?.body ?? {};
  const references = index ? referencesIn(index.frontMatter, report) : [];
  const whole = problems.length === 0 ? article : undefined;
  return {
    parsed: {
      slug,
      problems,
      references,
      links: texts.flatMap(({ links }) => links),
      pictures: pictures.found,
      sections: [...files.map(({ id }) => id), ...sections.flatMap(({ aliases }) => aliases)],
      anchors: [...(timeline?.length === 0 ? [] : [ownIds.timeline]), ...(notes?.length === 0 ? [] : [ownIds.sources])],
      aliases: index?.data?.aliases ?? [],
      unrecorded:
        whole &&
        lead &&
        unrecordedText(
          slug,
          whole.text,
          versions,
          [lead, ...sections.map(({ text }) => text)],
          sections.map(({ id }) => id),
        ),
      teaser: whole?.teaser,
    },
    body: whole?.body,
    text: whole?.text,
  };
}

type ParsedSection = { id: string; title: string; aliases: string[]; text: ParsedText };

/** Puts an article together; `undefined` where its front matter is at fault. */
function makeArticle(
  slug: string,
  { data, frontMatter }: ReadFile<Index>,
  lead: ParsedText,
  image: ShownImage | undefined,
  sections: readonly ParsedSection[],
  versions: readonly Version[],
  { lang, urls, renderer, findNames }: LoadedSite & { findNames: FindNames },
  report: Report,
): { teaser: UnresolvedTeaser; body: UnresolvedBody; text: () => Part[] } | undefined {
  if (!data) return undefined;
  const say = (path: PropertyKey[], code: string, message: string) =>
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code, message });
  for (const [index, { id }] of data.sources.entries()) {
    if (data.sources.findIndex((source) => source.id === id) !== index) {
      say(['sources', index, 'id'], 'source-twice', `Two sources have the id "${id}". Give each its own.`);
    }
  }
  const emphasise = data.picture?.map?.emphasise;
  if (emphasise) checkEmphasis(frontMatter, emphasise, lang, report);
  if (data.expires !== undefined && data.expires <= data.published) {
    say(['expires'], 'date-order', 'expires is not after published. Correct one of the two.');
  }

  const texts = [lead, ...sections.map(({ text }) => text)];
  const sources = data.sources.map(({ id, name, kind, url, date }) => ({ id, name, kind, url, date }));
  const text = () =>
    recordedText({
      headline: data.title,
      standfirst: data.standfirst,
      dateline: data.dateline,
      picture: data.picture && { caption: data.picture.caption, ...data.picture },
      keyPoints: data.keyPoints.map(keyPointOf),
      lead: canonicalMarkdown(lead.tree, lead.definitions.values()),
      sections: sections.map(({ id, title, text: { tree, definitions } }) => ({
        id,
        title,
        markdown: canonicalMarkdown(tree, definitions.values()),
      })),
      timeline: data.timeline.map(({ when, text: words, section }) => ({ when, text: words, section })),
      sources,
    });
  const { notes, addresses } = makeNotes(texts, sources, renderer, report);
  const mentions = new Set([
    ...texts.flatMap(({ tree }) => markMentions(tree, findNames)),
    ...texts.flatMap(({ links }) =>
      links.flatMap(({ route, fragment = [] }) => (route === routes.glossary ? fragment : [])),
    ),
  ]);
  return {
    teaser: {
      slug,
      title: data.title,
      standfirst: data.standfirst,
      kind: data.kind,
      authors: data.authors,
      topics: data.topics,
      published: data.published,
      draft: data.draft ?? false,
      expires: data.expires,
      aliases: data.aliases,
      versions: versions.length,
      corrections: versions.flatMap(({ number, recorded, note, correction }) =>
        correction ? { number, recorded, note, ...correction } : [],
      ),
      updated: versions.findLast(({ kind }) => kind === 'update' || kind === 'correction')?.recorded,
      mentions: [...mentions],
    },
    body: {
      dateline: data.dateline,
      picture: data.picture,
      image,
      keyPoints: data.keyPoints.map(keyPointOf),
      lead: renderer.render(lead.tree),
      sections: sections.map(({ id, title, aliases, text }) => ({
        id,
        title,
        aliases,
        html: renderer.render(text.tree),
      })),
      timeline: data.timeline.map(({ when, text, section }) => ({ when, text, section })),
      notes,
      externalLinks: addresses.filter(urls.isExternal),
      words: countWords(texts.map(({ plain }) => plain).join('\n'), lang),
      record: [...versions],
    },
    text,
  };
}

function keyPointOf(point: Index['keyPoints'][number]): KeyPoint {
  return typeof point === 'string' ? { text: point, section: undefined } : point;
}

/** Reports the sections that a version has shown to readers and whose ids lead nowhere now. */
function checkPublishedSections(
  file: string,
  versions: readonly Version[],
  sections: readonly ParsedSection[],
  report: Report,
): void {
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

/** The problem of a text that is not the one of its latest version, at the first file that differs. */
function unrecordedText(
  slug: string,
  text: () => readonly Part[],
  versions: readonly Version[],
  [lead, ...sections]: readonly ParsedText[],
  ids: readonly string[],
): Problem | undefined {
  const latest = versions.at(-1);
  const [first, ...others] = latest ? differingParts(latest.parts, text()) : [];
  if (!latest || first === undefined) return undefined;
  const section = sections[ids.indexOf(sectionOf(first) ?? '')];
  const parts = [first, ...others].join(', ');
  const message = `Readers were shown another text: version ${latest.number} differs in ${parts}. Record the change with npm run revise -- ${slug} --kind update --note "…" (or correction, or minor), or restore the text.`;
  return { file: (section ?? lead)?.file ?? '', line: 1, column: 1, code: 'unrecorded', message };
}
