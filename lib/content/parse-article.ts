import { join } from 'node:path';
import type { z } from 'zod';
import { countWords } from '../article/reading-time.ts';
import { routes } from '../article/urls.ts';
import { type FindNames, markMentions } from '../context/mentions.ts';
import { checkSourceIds, makeNotes, sourcesNamedIn } from './article-notes.ts';
import { checkSectionIds, ownIds, sectionFiles } from './article-sections.ts';
import { checkLengths } from './check-lengths.ts';
import { checkOrder } from './check-order.ts';
import type { CheckCode } from './checks.ts';
import { linksInKeys } from './front-matter-links.ts';
import { likelyId } from './likely-id.ts';
import type { LoadedSite } from './load-site.ts';
import type { Body, Teaser } from './model.ts';
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
    const message = `"${slug}" cannot be an address. Name the folder ${likelyId(slug)}: lower-case letters a to z, digits and hyphens.`;
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
  if (index) for (const check of [checkLengths, checkOrder, checkSourceIds]) check(index.frontMatter, report);
  // Where front matter is at fault no article is made, and the notes of its texts are looked at all the same.
  if (index && !index.data) makeNotes(texts, sourcesNamedIn(index.frontMatter), site.renderer, report);
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
