import { join } from 'node:path';
import type { z } from 'zod';
import { countWords } from '../article/reading-time.ts';
import { routes } from '../article/urls.ts';
import { numberNotes } from '../markdown/notes.ts';
import type { KeyPath } from './front-matter.ts';
import type { Catalogue, Entries } from './load-catalogue.ts';
import type { LoadedSite } from './load-site.ts';
import type { Article, Note, Picture, Source, Topic } from './model.ts';
import { suggestion } from './nearest.ts';
import type { Problem, Report } from './problem.ts';
import { type ReadFile, readFile } from './read-file.ts';
import { type InternalLink, type ParsedText, readMarkdown } from './read-markdown.ts';
import { articleSchema, idPattern, sectionSchema } from './schema.ts';
import { type ContentFolder, listFolder } from './source-file.ts';

/** An article where it is whole, and the links in it that are to be checked when all pages are known. */
export type LoadedArticle = { article: Article | undefined; links: InternalLink[] };

type Index = ReadFile<z.output<typeof articleSchema>>;
type SectionFile = { id: string; title: string; aliases: string[]; text: ParsedText };

/** Loads one folder of `articles/`, and reports what is wrong with it. */
export function loadArticle(
  folder: ContentFolder,
  slug: string,
  { lang, urls, renderer }: LoadedSite,
  catalogue: Catalogue,
  report: Report,
): LoadedArticle {
  let faults = 0;
  const tell: Report = (problem) => {
    faults += 1;
    report(problem);
  };
  const path = join('articles', slug);
  const whole = { file: join(folder.dir, path), line: 1, column: 1 };
  if (!idPattern.test(slug)) {
    tell({
      ...whole,
      code: 'file-name',
      message: `"${slug}" cannot be an address. Use lower-case letters a to z, digits and hyphens.`,
    });
    return { article: undefined, links: [] };
  }
  const entries = listFolder(folder, path, tell);
  const rules = { dir: folder.dir, route: routes.article(slug) };

  const hasIndex = entries.some(({ name }) => name === 'index.md');
  if (!hasIndex)
    tell({
      ...whole,
      code: 'index-missing',
      message: 'This article has no index.md. Create one with title, standfirst, authors, published and topics.',
    });
  const index = hasIndex ? readFile(folder, join(path, 'index.md'), articleSchema, tell) : undefined;
  const lead = index && readMarkdown(index.frontMatter, renderer, { ...rules, topHeading: undefined }, tell);

  const sections: SectionFile[] = [];
  const files = sectionFiles(join(folder.dir, path), entries, tell);
  for (const { id, name } of files) {
    const file = readFile(folder, join(path, name), sectionSchema, tell);
    if (!file) continue;
    const text = readMarkdown(file.frontMatter, renderer, { ...rules, topHeading: 3 }, tell);
    sections.push({ id, title: file.data.title, aliases: file.data.aliases, text });
  }
  checkSectionIds(sections, tell);
  const texts = [...(lead ? [lead] : []), ...sections.map(({ text }) => text)];
  const links = texts.flatMap((text) => text.links);
  if (!index || !lead) return { article: undefined, links };

  const sectionIds = new Set([...files.map(({ id }) => id), ...sections.flatMap(({ aliases }) => aliases)]);
  const resolved = resolve(index, sectionIds, catalogue, tell);
  const notes = makeNotes(index, texts, renderer.render, tell);
  if (faults > 0 || !resolved) return { article: undefined, links };

  const { data } = index;
  const article: Article = {
    slug,
    title: data.title,
    standfirst: data.standfirst,
    kind: data.kind,
    ...resolved,
    published: data.published,
    draft: data.draft ?? false,
    expires: data.expires,
    dateline: data.dateline,
    keyPoints: data.keyPoints.map((point) => (typeof point === 'string' ? { text: point, section: undefined } : point)),
    lead: renderer.render(lead.tree),
    sections: sections.map(({ id, title, aliases, text }) => ({
      id,
      title,
      aliases,
      html: renderer.render(text.tree),
    })),
    timeline: data.timeline.map(({ when, text, section }) => ({ when, text, section })),
    notes,
    externalLinks: texts.flatMap(({ externalLinks }) => externalLinks).filter(urls.isExternal),
    words: countWords(texts.map(({ plain }) => plain).join('\n'), lang),
    aliases: data.aliases,
  };
  return { article, links };
}

/** The section files of an article in their order; whatever else lies there is reported, pictures excepted. */
function sectionFiles(
  dir: string,
  entries: readonly { name: string; isFolder: boolean }[],
  report: Report,
): { id: string; order: number; name: string }[] {
  const files: { id: string; order: number; name: string }[] = [];
  for (const { name, isFolder } of entries) {
    if (name === 'index.md' || (isFolder && name === 'versions') || /\.(jpe?g|png|webp|avif|svg)$/i.test(name))
      continue;
    const at = { file: join(dir, name), line: 1, column: 1 };
    const [, order, id] = /^(\d+)-(.+)\.md$/.exec(name) ?? [];
    if (isFolder || order === undefined || id === undefined || !idPattern.test(id)) {
      const message = `"${name}" is no part of an article. Name a section <number>-<id>.md, as in 1-border-security.md.`;
      report({ ...at, code: 'file-name', message });
      continue;
    }
    const twin = files.find((other) => other.order === Number(order));
    if (twin) {
      const message = `Two sections have the number ${Number(order)}: ${twin.name} and ${name}. Give each its own.`;
      report({ ...at, code: 'section-number-twice', message });
    }
    files.push({ id, order: Number(order), name });
  }
  return files.sort((a, b) => a.order - b.order);
}

/** Ids that the page itself uses. */
const ownIds = ['text', 'timeline', 'sources'];

function checkSectionIds(sections: readonly SectionFile[], report: Report): void {
  const seen = new Map<string, string>();
  for (const { id, aliases, text } of sections) {
    for (const name of [id, ...aliases]) {
      const at = { file: text.file, line: 1, column: 1 };
      const twin = seen.get(name);
      if (twin !== undefined) {
        const message = `The section id "${name}" is also in ${twin}. Rename one of the files, or take the alias out.`;
        report({ ...at, code: 'section-id-twice', message });
      } else if (ownIds.includes(name) || /^(note|cite)-\d/.test(name)) {
        report({
          ...at,
          code: 'section-id-reserved',
          message: `The page itself uses the id "${name}". Choose another.`,
        });
      }
      seen.set(name, text.file);
    }
  }
}

/** Replaces ids by what they stand for; reports every id that stands for nothing. */
function resolve(
  { data, frontMatter }: Index,
  sectionIds: ReadonlySet<string>,
  { authors, topics, glossary }: Catalogue,
  report: Report,
): Pick<Article, 'authors' | 'topics' | 'picture'> | undefined {
  const say = (path: KeyPath, code: Problem['code'], message: string) =>
    report({ file: frontMatter.file, ...frontMatter.placeOf(path), code, message });

  function lookUp<Entry>(kind: string, id: string, entries: Entries<Entry>, path: KeyPath): Entry[] {
    const entry = entries.get(id);
    if (entry !== undefined) return [entry];
    if (!entries.has(id))
      say(path, `${kind}-unknown`, `There is no ${kind} "${id}". ${suggestion(id, entries.keys())}`);
    return [];
  }

  const sections = new Map([...sectionIds].map((id) => [id, id]));
  const lists: [string, readonly unknown[]][] = [
    ['keyPoints', data.keyPoints],
    ['timeline', data.timeline],
  ];
  for (const [key, list] of lists) {
    for (const [index, entry] of list.entries()) {
      if (typeof entry !== 'object' || entry === null || !('section' in entry)) continue;
      if (typeof entry.section === 'string') lookUp('section', entry.section, sections, [key, index, 'section']);
    }
  }
  for (const [index, { id }] of data.sources.entries()) {
    if (data.sources.findIndex((source) => source.id === id) !== index) {
      say(['sources', index, 'id'], 'source-twice', `Two sources have the id "${id}". Give each its own.`);
    }
  }
  if (data.expires !== undefined && data.expires <= data.published) {
    say(['expires'], 'date-order', 'expires is not after published. Correct one of the two.');
  }

  const foundAuthors = data.authors.flatMap((id, index) => lookUp('author', id, authors, ['authors', index]));
  const foundTopics = data.topics.flatMap((id, index) => lookUp('topic', id, topics, ['topics', index]));
  const [mainTopic, ...otherTopics] = foundTopics;
  const picture = resolvePicture();
  if (!mainTopic) return undefined;
  const allTopics: [Topic, ...Topic[]] = [mainTopic, ...otherTopics];
  return { authors: foundAuthors, topics: allTopics, picture };

  function resolvePicture(): Picture | undefined {
    if (!data.picture) return undefined;
    const { map, image, alt, credit, caption } = data.picture;
    if (image !== undefined) return { kind: 'image', file: image, alt, credit, caption };
    const places = (map?.places ?? []).flatMap((id, index) => {
      const path = ['picture', 'map', 'places', index];
      return lookUp('place', id, glossary, path).filter((entry) => {
        if (entry.position) return true;
        say(path, 'place-without-position', `"${id}" has no latitude and longitude in the glossary. Add them there.`);
        return false;
      });
    });
    return { kind: 'map', places, emphasise: map?.emphasise, alt, credit, caption };
  }
}

/** Numbers the notes through, and makes the list at the article's foot: first what the text cites, then the rest. */
function makeNotes(
  { data }: Index,
  texts: readonly ParsedText[],
  render: LoadedSite['renderer']['render'],
  report: Report,
): Note[] {
  const sources = new Map<string, Source>(
    data.sources.map(({ id, name, kind, url, date }) => [id, { id, name, kind, url, date }]),
  );
  const numbered = numberNotes(
    texts,
    (label) => sources.has(label),
    ({ label, identifier, position }, part) => {
      const id = label ?? identifier;
      const message = `There is no source or note "${id}". ${suggestion(id, sources.keys())}`;
      const { line, column } = position?.start ?? { line: 1, column: 1 };
      report({ file: texts[part]?.file ?? '', line, column, code: 'source-unknown', message });
    },
  );
  const cited = numbered.flatMap(({ number, mentions, origin }): Note[] => {
    if (origin.kind === 'text') {
      return [{ number, mentions, kind: 'text', html: render({ type: 'root', children: origin.definition.children }) }];
    }
    const source = sources.get(origin.id);
    sources.delete(origin.id);
    return source ? [{ number, mentions, kind: 'source', source }] : [];
  });
  const rest = [...sources.values()].map((source, index): Note => {
    return { number: cited.length + index + 1, mentions: 0, kind: 'source', source };
  });
  return [...cited, ...rest];
}
