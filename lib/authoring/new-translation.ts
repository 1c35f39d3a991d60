import { existsSync, linkSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import type { z } from 'zod';
import { sectionFiles } from '../content/article/article-sections.ts';
import { readFile } from '../content/files/read-file.ts';
import { articleSchema, sectionSchema } from '../content/files/schema.ts';
import { type ContentFolder, listFolder } from '../content/files/source-file.ts';
import { loadSite } from '../content/load-site.ts';
import { entriesIn } from '../content/translations/edition.ts';
import { translationName } from '../content/translations/file-language.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { AuthoringError } from './authoring-error.ts';
import { hasText, openArticle, openContent, readArticle } from './load-article.ts';

/** What is in place of each text until somebody has translated it. */
const untranslated = '…';

/** The files that were made, and those that the translation needs besides. */
export type MadeTranslation = { files: string[]; needed: string[] };

/**
 * Begins the translation of an article, as a draft: its texts stand as comments above their places. Of a translation that is
 * there already, the missing sections are begun.
 *
 * @throws AuthoringError if there is no such article or language, or nothing is missing; ContentError if the original is at fault.
 */
export function newTranslation(content: string, slug: string, lang: string): MadeTranslation {
  refuseAlone(content, slug);
  const { site, record, teaser } = readArticle(content, slug);
  const [first = '', ...others] = site.languages;
  if (!others.includes(lang)) {
    const add = `Write languages: [${[...site.languages, lang].join(', ')}] in ${join(content, 'site.md')} first.`;
    const hint = others.length === 0 || lang === first ? '' : ` ${didYouMean(lang, others)}`;
    throw new AuthoringError(
      lang === first
        ? `${slug} is written in ${lang}. Name the language into which it is to be translated.`
        : `"${lang}" is none of the languages of this publication.${hint} ${add}`,
    );
  }
  const folder = openContent(content);
  const path = join('articles', slug);
  const dir = join(content, path);
  const ignore = () => {};
  const entries = entriesIn(site, dir, listFolder(folder, path, ignore), ignore);
  const index = readFile(folder, join(path, 'index.md'), articleSchema, ignore);
  const texts = new Map<string, string>();
  if (index?.data) texts.set('index.md', indexIn(index.data, Math.max(record.length, 1), index.frontMatter.body));
  for (const { name } of sectionFiles(dir, entries, site, ignore)) {
    const section = readFile(folder, join(path, name), sectionSchema, ignore);
    if (section?.data) texts.set(name, file(translated('title', section.data.title), section.frontMatter.body));
  }
  const files = [...texts].flatMap(([name, text]) => write(join(dir, translationName(name, lang)), text));
  if (files.length === 0)
    throw new AuthoringError(`${slug} is translated into ${lang} already, with all its sections.`);
  const { authors, topics, series, picture, mentions } = teaser;
  const needed = [
    'site.md',
    ...authors.map((id) => `authors/${id}.md`),
    ...topics.map((id) => `topics/${id}.md`),
    ...(series === undefined ? [] : [`series/${series}.md`]),
    ...new Set([...(picture?.map?.places ?? []), ...mentions].map((id) => `glossary/${id}.md`)),
  ].map((name) => translationName(name, lang));
  return { files, needed: needed.filter((name) => !isThere(folder, name)) };
}

/** @throws AuthoringError if the article has no text in the first language, from which translations are made. */
function refuseAlone(content: string, slug: string): void {
  const [first = '', ...others] = loadSite(openArticle(content, slug), () => {}).languages;
  const alone = others.filter((lang) => hasText({ content, slug, lang }));
  if (alone.length === 0 || hasText({ content, slug })) return;
  throw new AuthoringError(
    `${slug} is in ${alone.join(' and ')} alone, and translations are made from ${first}. Write ${join(content, 'articles', slug, 'index.md')} first.`,
  );
}

function isThere({ dir }: ContentFolder, name: string): boolean {
  return existsSync(join(dir, name));
}

/** Writes a file, unless it is there: then nothing is answered. */
function write(path: string, text: string): string[] {
  if (existsSync(path)) return [];
  const unfinished = join(path, '..', `.${basename(path)}.${process.pid}`);
  try {
    writeFileSync(unfinished, text);
    linkSync(unfinished, path);
  } finally {
    rmSync(unfinished, { force: true });
  }
  return [path];
}

/** The `index.md` of a translation that nobody has made yet. */
function indexIn(original: z.output<typeof articleSchema>, version: number, body: string): string {
  const { labels, partners, firstPublished, card, picture, sources, retracted } = original;
  const keys = [
    '# The number of the version of the original that this translates',
    `translates: ${version}`,
    '# Who translates the article',
    `translator: ${untranslated}`,
    '# Take this line out when readers are to see the translation',
    'draft: true',
    ...translated('title', original.title),
    ...translated('standfirst', original.standfirst),
    ...translated('dateline', original.dateline),
    ...translated('searchTitle', original.searchTitle),
    ...group('labels', [
      ...group('sponsored', translated('by', labels?.sponsored?.by)),
      ...translated('warning', labels?.warning),
    ]),
    ...list(
      'partners',
      partners.map(({ name }) => name),
    ),
    ...group('firstPublished', translated('by', firstPublished?.by)),
    ...group('card', translated('alt', card?.alt)),
    ...group('picture', [
      ...translated('alt', picture?.alt),
      ...translated('credit', picture?.credit),
      ...translated('caption', picture?.caption),
    ]),
    ...list(
      'keyPoints',
      original.keyPoints.map((point) => (typeof point === 'string' ? point : point.text)),
    ),
    ...list('unverified', original.unverified),
    ...list(
      'timeline',
      original.timeline.map(({ text }) => text),
    ),
    ...group(
      'sources',
      sources.flatMap(({ id, name }) => translated(id, name)),
    ),
    ...group('retracted', translated('reason', retracted?.reason)),
  ];
  return file(keys, body);
}

/** A key without its text, under a comment with the original; nothing if the original has none. */
function translated(key: string, original: string | undefined): string[] {
  return original === undefined ? [] : [comment(original), `${key}: ${untranslated}`];
}

function group(key: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`${key}:`, ...lines.map((line) => `  ${line}`)];
}

function list(key: string, originals: readonly string[]): string[] {
  return group(
    key,
    originals.flatMap((original) => [comment(original), `- ${untranslated}`]),
  );
}

function comment(text: string): string {
  return `# ${text.replace(/\s+/g, ' ')}`;
}

/** A file of these keys whose text is that of the original, each paragraph in a comment with room under it. */
function file(keys: readonly string[], body: string): string {
  const paragraphs = body
    .replace(/<!--[\s\S]*?-->/g, '')
    .split(/\n[ \t]*\n/)
    .map((paragraph) => paragraph.replaceAll('-->', '').trimEnd().replace(/^\n+/, ''))
    .filter((paragraph) => paragraph.trim() !== '');
  const texts = paragraphs.map((paragraph) => `\n<!--\n${paragraph}\n-->\n`);
  return `---\n${keys.join('\n')}\n---\n${texts.join('\n')}`;
}
