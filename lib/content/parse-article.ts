import { join } from 'node:path';
import type { z } from 'zod';
import { countWords } from '../article/reading-time.ts';
import { routes } from '../article/urls.ts';
import { type FindNames, markMentions } from '../context/mentions.ts';
import { makeNotes } from './article-notes.ts';
import { checkSectionIds, ownIds, sectionFiles } from './article-sections.ts';
import type { CheckCode } from './checks.ts';
import { linksInKeys } from './front-matter-links.ts';
import type { LoadedSite } from './load-site.ts';
import type { Body, Teaser } from './model.ts';
import { isBefore } from './moment.ts';
import { isError, type Problem, type Report } from './problem.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { type InternalLink, type ParsedText, readMarkdown } from './read-markdown.ts';
import { type Reference, referencesIn } from './references.ts';
import { articleSchema, idPattern, sectionSchema } from './schema.ts';
import { type ContentFolder, listFolder } from './source-file.ts';

type Index = z.output<typeof articleSchema>;

/** A teaser in which authors and topics are still ids. */
type UnresolvedTeaser = Omit<Teaser, 'authors' | 'topics'> & Pick<Index, 'authors' | 'topics'>;

/** A body in which the places of the map are still ids. */
export type UnresolvedBody = Omit<Body, 'picture'> & Pick<Index, 'picture'>;

/**
 * What the files of one article say, by themselves: plain data, the same for the same files, site settings and code.
 * Whether its ids and links stand for anything is decided when all files are known.
 */
export type ParsedArticle = {
  slug: string;
  problems: Problem[];
  references: Reference[];
  links: InternalLink[];
  /** The ids of the sections, and their former ids. */
  sections: string[];
  /** What else on the page a link can lead to. */
  anchors: string[];
  /** Former slugs. */
  aliases: string[];
  /** `undefined` where an error is among those above. */
  teaser: UnresolvedTeaser | undefined;
};

/** A parsed article and its body, which is there where its teaser is. */
export type ParsedFolder = { parsed: ParsedArticle; body: UnresolvedBody | undefined };

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
): ParsedFolder {
  const problems: Problem[] = [];
  const report: Report = (problem) => problems.push(problem);
  const path = join('articles', slug);
  const dir = join(folder.dir, path);
  const at = { file: dir, line: 1, column: 1 };
  if (!idPattern.test(slug)) {
    const message = `"${slug}" cannot be an address. Use lower-case letters a to z, digits and hyphens.`;
    report({ ...at, code: 'file-name', message });
    const nothing = { references: [], links: [], sections: [], anchors: [], aliases: [], teaser: undefined };
    return { parsed: { slug, problems, ...nothing }, body: undefined };
  }

  const entries = listFolder(folder, path, report);
  const rules = { dir: folder.dir, route: routes.article(slug), urls: site.urls };
  const hasIndex = entries.some(({ name }) => name === 'index.md');
  if (!hasIndex) {
    const message = 'This article has no index.md. Create one with title, standfirst, authors, published and topics.';
    report({ ...at, code: 'index-missing', message });
  }
  const index = hasIndex ? readFile(folder, join(path, 'index.md'), articleSchema, report, site.timeZone) : undefined;
  const lead = index && readMarkdown(index.frontMatter, site.renderer, { ...rules, topHeading: undefined }, report);

  const files = sectionFiles(dir, entries, report);
  const sections = files.flatMap(({ id, name }) => {
    const file = readFile(folder, join(path, name), sectionSchema, report);
    if (!file) return [];
    const text = readMarkdown(file.frontMatter, site.renderer, { ...rules, topHeading: 3 }, report);
    return {
      id,
      title: file.data?.title ?? '',
      aliases: file.data?.aliases ?? [],
      text,
      frontMatter: file.frontMatter,
    };
  });
  checkSectionIds(sections, report);

  const texts = [...(lead ? [lead] : []), ...sections.map(({ text }) => text)];
  // Before anything is made of the texts: mentions that are marked have no places.
  site.review(
    [
      ...(index && lead ? [{ kind: 'lead', frontMatter: index.frontMatter, text: lead } as const] : []),
      ...sections.map(({ frontMatter, text }) => ({ kind: 'section', frontMatter, text }) as const),
    ],
    site.lang,
    report,
  );
  const article = index && lead && makeArticle(slug, index, lead, sections, { ...site, findNames }, report);
  const { timeline, notes } = article?.body ?? {};
  const references = index ? referencesIn(index.frontMatter, report) : [];
  const whole = problems.some(isError) ? undefined : article;
  return {
    parsed: {
      slug,
      problems,
      references,
      links: [...(index ? linksInKeys(index.frontMatter, site.urls) : []), ...texts.flatMap(({ links }) => links)],
      sections: [...files.map(({ id }) => id), ...sections.flatMap(({ aliases }) => aliases)],
      anchors: [...(timeline?.length === 0 ? [] : [ownIds.timeline]), ...(notes?.length === 0 ? [] : [ownIds.sources])],
      aliases: index?.data?.aliases ?? [],
      teaser: whole?.teaser,
    },
    body: whole?.body,
  };
}

/** From so many characters on, lists and search engines cut a headline off; a standfirst is no longer read. */
const longestHeadline = 70;
const longestStandfirst = 200;

type ParsedSection = { id: string; title: string; aliases: string[]; text: ParsedText };

/** Puts an article together; `undefined` where its front matter is at fault. */
function makeArticle(
  slug: string,
  { data, frontMatter }: ReadFile<Index>,
  lead: ParsedText,
  sections: readonly ParsedSection[],
  { lang, urls, renderer, findNames }: LoadedSite & { findNames: FindNames },
  report: Report,
): { teaser: UnresolvedTeaser; body: UnresolvedBody } | undefined {
  if (!data) return undefined;
  const say = (path: PropertyKey[], code: CheckCode, message: string) =>
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code, message });
  for (const [index, { id }] of data.sources.entries()) {
    if (data.sources.findIndex((source) => source.id === id) !== index) {
      say(['sources', index, 'id'], 'source-twice', `Two sources have the id "${id}". Give each its own.`);
    }
  }
  if (data.expires !== undefined && data.expires <= data.published) {
    say(['expires'], 'date-order', 'expires is not after published. Correct one of the two.');
  }
  for (const [index, { when }] of data.timeline.entries()) {
    const later = data.timeline.findIndex((other) => isBefore(when, other.when));
    if (later === -1 || later > index) continue;
    const message = `${when.value} was before ${data.timeline[later]?.when.value}. Move this entry up, before timeline[${later + 1}].`;
    say(['timeline', index, 'when'], 'timeline-order', message);
  }

  for (const [key, most] of [
    ['title', longestHeadline],
    ['standfirst', longestStandfirst],
  ] as const) {
    const length = [...data[key]].length;
    const message = `The ${key === 'title' ? 'headline' : key} has ${length} characters; more than ${most} are cut off or hard to take in. Shorten it.`;
    if (length > most) say([key], key === 'title' ? 'headline-long' : 'standfirst-long', message);
  }

  const texts = [lead, ...sections.map(({ text }) => text)];
  const sources = data.sources.map(({ id, name, kind, url, date }) => ({ id, name, kind, url, date }));
  const { notes, addresses, uncited } = makeNotes(texts, sources, renderer, report);
  for (const { id, name } of uncited) {
    const message = `No text cites "${name}". Cite it where it is relied on, as [^${id}], or take it out.`;
    say(['sources', data.sources.findIndex((source) => source.id === id), 'id'], 'source-uncited', message);
  }
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
      mentions: [...mentions],
    },
    body: {
      dateline: data.dateline,
      picture: data.picture,
      keyPoints: data.keyPoints.map((point) =>
        typeof point === 'string' ? { text: point, section: undefined } : point,
      ),
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
    },
  };
}
