import { z } from 'zod';
import { fileOfFormerPath, formerPath, formerPathFault } from '../model/former-path.ts';
import type { Instant } from '../model/moment.ts';
import { hasAddress } from '../model/page-kinds.ts';
import { type Standing, standing } from '../model/standing.ts';
import { type FrontMatter, readFrontMatter } from './files/front-matter.ts';
import {
  articleSchema,
  authorSchema,
  redirectsSchema,
  seriesSchema,
  topicSchema,
  versionSchema,
} from './files/schema.ts';
import { fileLanguage } from './translations/file-language.ts';

/** The files of a content folder at one time: their relative paths, with `/`, and their texts. */
export type ContentFiles = { paths: readonly string[]; read: (path: string) => string | undefined };

/** The addresses of an author, a topic or a series; without `aliases` its front matter has errors. */
type SeenEntry = { frontMatter: FrontMatter | undefined; aliases: string[] | undefined };

/** The addresses of an article; without `facts` its front matter has errors. */
export type SeenArticle = {
  frontMatter: FrontMatter | undefined;
  facts: { standing: Standing; aliases: string[]; authors: string[]; topics: string[]; series: string[] } | undefined;
  /** The numbers of the article's versions. */
  versions: number[];
};

/** The addresses of a content folder, and what readers find there at an instant. */
export type SeenContent = {
  articles: ReadonlyMap<string, SeenArticle>;
  authors: ReadonlyMap<string, SeenEntry>;
  topics: ReadonlyMap<string, SeenEntry>;
  series: ReadonlyMap<string, SeenEntry>;
  /** The ids of the publication's own pages. */
  pages: ReadonlySet<string>;
  redirects: SeenRedirects;
};

/** `redirects.md`, which may be missing. */
type SeenRedirects = {
  frontMatter: FrontMatter | undefined;
  /** Former paths as they are written, by their files; `undefined` if the front matter has errors. */
  paths: ReadonlyMap<string, string> | undefined;
};

/** Whether the file at a path in the content folder has an address, or redirects to one. */
export function isSeen(path: string): boolean {
  return (
    /^(authors|topics|series|pages)\/[^/]+\.md$|^articles\/[^/]+\/(index|versions\/\d+)(\.[A-Za-z-]+)?\.md$/.test(
      path,
    ) || path === redirectsFile
  );
}

/** The file of former paths. */
export const redirectsFile = 'redirects.md';

/** Only the keys that matter here: older content may have others. */
const { draft, published, expires, aliases, authors, topics, series } = articleSchema.shape;
const articleKeys = z.object({ draft, published, expires, aliases, authors, topics, series });
const entryKeys = {
  authors: z.object({ aliases: authorSchema.shape.aliases }),
  topics: z.object({ aliases: topicSchema.shape.aliases }),
  series: z.object({ aliases: seriesSchema.shape.aliases }),
};
const versionKeys = z.object(versionSchema.shape);

const ignore = () => {};

/** Reads the addresses of a content folder. Errors are ignored here: loading the content reports them. */
export function seenContent({ paths, read }: ContentFiles, now: Instant): SeenContent {
  const frontMatterOf = (path: string) => {
    const text = read(path);
    return text === undefined ? undefined : readFrontMatter({ file: path, text }, ignore);
  };
  const articles = new Map<string, SeenArticle>();
  const entries = {
    authors: new Map<string, SeenEntry>(),
    topics: new Map<string, SeenEntry>(),
    series: new Map<string, SeenEntry>(),
  };
  const pages = new Set<string>();
  for (const path of paths) {
    if (fileLanguage(path)) continue;
    const [folder, name = '', file] = path.split('/');
    const id = name.replace(/\.md$/, '');
    if (folder === 'pages' && file === undefined && name !== id && hasAddress(id)) pages.add(id);
    if ((folder === 'authors' || folder === 'topics' || folder === 'series') && file === undefined && name !== id) {
      const frontMatter = frontMatterOf(path);
      entries[folder].set(id, { frontMatter, aliases: entryKeys[folder].safeParse(frontMatter?.data).data?.aliases });
    }
    if (folder !== 'articles' || file !== 'index.md') continue;
    const frontMatter = frontMatterOf(path);
    const { data } = articleKeys.safeParse(frontMatter?.data);
    const facts = data && {
      ...data,
      series: data.series === undefined ? [] : [data.series],
      standing: standing({ ...data, draft: data.draft ?? false, expires: data.expires }, now),
    };
    articles.set(name, { frontMatter, facts, versions: [] });
  }
  for (const path of paths) {
    const [, slug = '', number] = /^articles\/([^/]+)\/versions\/([1-9]\d*)\.md$/.exec(path) ?? [];
    if (number !== undefined) articles.get(slug)?.versions.push(Number(number));
  }
  return { articles, ...entries, pages, redirects: seenRedirects(paths.includes(redirectsFile), frontMatterOf) };
}

function seenRedirects(isThere: boolean, frontMatterOf: (path: string) => FrontMatter | undefined): SeenRedirects {
  if (!isThere) return { frontMatter: undefined, paths: new Map() };
  const frontMatter = frontMatterOf(redirectsFile);
  const { data } = redirectsSchema.safeParse(frontMatter?.data);
  const written = Object.keys(data?.redirects ?? {}).filter((path) => formerPathFault(path) === undefined);
  const paths = new Map(written.map((path) => [fileOfFormerPath(formerPath(path) ?? path), path]));
  return { frontMatter, paths: data && paths };
}

/** The path of an article's version in a content folder. */
export function versionPath(slug: string, number: number): string {
  return `articles/${slug}/versions/${number}.md`;
}

/**
 * The text of a version and when it was recorded, as a comparable string, and how many redactions it has; `undefined`
 * if its file has errors. Its kind and note may be corrected.
 */
export function shownVersion(text: string): { shown: string; redactions: number } | undefined {
  const frontMatter = readFrontMatter({ file: '', text: text.replace(/^\ufeff/, '') }, ignore);
  const { data } = versionKeys.safeParse(frontMatter?.data);
  if (!frontMatter || !data) return undefined;
  const { recorded, redactions } = data;
  return { shown: JSON.stringify([recorded, frontMatter.body.trim()]), redactions: redactions.length };
}
