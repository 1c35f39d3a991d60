import { join } from 'node:path';
import type { CheckCode } from '../model/checks.ts';
import { fileOfFormerPath } from '../model/former-path.ts';
import type { Instant } from '../model/moment.ts';
import type { Problem } from '../model/problem.ts';
import { someOf } from '../model/some-of.ts';
import { routes } from '../model/urls.ts';
import type { FrontMatter } from './files/front-matter.ts';
import {
  type ContentFiles,
  redirectsFile,
  type SeenArticle,
  type SeenContent,
  seenContent,
  shownVersion,
  versionPath,
} from './seen-content.ts';
import { vanishedTranslations } from './vanished-translations.ts';

/** Earlier content, and the command that shows a file of it. */
export type FormerContent = { files: ContentFiles; show: (path: string) => string };

const visible = ['published', 'expired'];

/**
 * What readers lose compared with earlier content: addresses that lead nowhere, articles that are hidden again, and
 * recorded versions that are missing or changed. Both are compared at the same instant, so that an embargo or an expiry
 * alone is not a loss.
 *
 * @param dir The content folder, as problems name it.
 */
export function vanished(former: FormerContent, files: ContentFiles, dir: string, now: Instant): Problem[] {
  const before = seenContent(former.files, now);
  const after = seenContent(files, now);
  const found: Problem[] = [];
  const report = (path: string, code: CheckCode, message: string, place = { line: 1, column: 1 }) =>
    found.push({ file: join(dir, path), ...place, code, message });
  const owners = new Map(
    [...after.articles].flatMap(
      ([slug, { facts }]) => facts?.aliases.map((alias): [string, string] => [alias, slug]) ?? [],
    ),
  );

  const isNowhere = (slug: string) => !owners.has(slug) && !after.articles.has(slug) && !leadsOn(routes.article(slug));
  const leadsOn = (route: string) => after.redirects.paths?.has(fileOfFormerPath(route)) ?? false;

  for (const [slug, { facts, versions }] of before.articles) {
    if (!facts || !visible.includes(facts.standing)) continue;
    const owner = after.articles.has(slug) ? slug : owners.get(slug);
    const article = after.articles.get(owner ?? '');
    if (owner === undefined || !article) {
      const gone = [slug, ...facts.aliases].filter(isNowhere);
      if (gone.length === 0) continue;
      const message = `Readers had ${gone.map(routes.article).join(' and ')}, which ${gone.length === 1 ? 'is' : 'are'} gone. Restore the folder, or list ${gone.join(', ')} under aliases of the article that readers should find instead. To take the article down, keep its folder and write expires.`;
      report(`articles/${slug}`, 'address-gone', message);
      continue;
    }
    // Current errors are reported when the content is loaded.
    if (!article.facts) continue;
    reportHidden(owner, article, report);
    for (const alias of facts.aliases.filter(isNowhere)) {
      const message = `Readers had ${routes.article(alias)}, which leads nowhere now. List ${alias} under aliases.`;
      report(`articles/${owner}/index.md`, 'address-gone', message, placeOf(article.frontMatter, 'aliases'));
    }
    const hasRecord = [facts.standing, article.facts.standing].every((one) => one === 'published');
    // An article that replaces another has its own record.
    if (!hasRecord || (owner !== slug && before.articles.has(owner))) continue;
    for (const number of versions) {
      const [then, current] = [versionPath(slug, number), versionPath(owner, number)];
      const shown = shownVersion(former.files.read(then) ?? '');
      if (!shown) continue;
      const restore = `Restore it: ${former.show(then)} > ${join(dir, current)}`;
      const text = files.read(current);
      if (text === undefined) {
        report(current, 'version-gone', `Readers had version ${number} of this article, and it is gone. ${restore}`);
        continue;
      }
      const now = shownVersion(text);
      if (!now || now.shown === shown.shown || now.redactions > shown.redactions) continue;
      const message = `Readers had another version ${number} of this article. ${restore}. To remove words permanently: npm run revise -- ${owner} --redact "…" --reason "…"`;
      report(current, 'version-rewritten', message);
    }
  }

  vanishedTranslations({
    before: former.files,
    after: files,
    folderOf: (slug) => {
      const folder = after.articles.has(slug) ? slug : owners.get(slug);
      const facts = [before.articles.get(slug)?.facts, after.articles.get(folder ?? '')?.facts];
      // An article in one language alone has no other facts.
      const isSeen = facts.every((one) => one === undefined || one.standing === 'published');
      return isSeen && (folder !== undefined || !before.articles.has(slug)) ? (folder ?? slug) : undefined;
    },
    show: former.show,
    report,
  });

  for (const kind of ['authors', 'topics', 'series'] as const) {
    const [then, current] = [namedIn(before, kind), namedIn(after, kind)];
    const aliases = new Set([...after[kind]].flatMap(([id, entry]) => (current.has(id) ? (entry.aliases ?? []) : [])));
    // If an article's front matter has errors, nobody knows which entries it names.
    const isAllKnown = [...after.articles.values()].every(({ facts }) => facts);
    const noun = nouns[kind];
    for (const [id, entry] of before[kind]) {
      const address = routes[noun](id);
      if (!then.has(id) || leadsOn(address)) continue;
      const now = after[kind].get(id);
      if (!now && !aliases.has(id)) {
        const message = `Readers had ${address}, which is gone. Restore the file, list ${id} under aliases of the ${noun} that readers should find instead, or list ${address} in redirects.md with another address.`;
        report(`${kind}/${id}.md`, 'address-gone', message);
      } else if (now && !current.has(id) && isAllKnown) {
        const message = `Readers had ${address}, and no article that they can see names this ${noun} now. Name it in one, or delete this file and list ${id} under aliases of the ${noun} that readers should find instead.`;
        report(`${kind}/${id}.md`, 'address-gone', message);
      }
      if (!now) continue;
      for (const alias of entry.aliases ?? []) {
        if (aliases.has(alias) || after[kind].has(alias) || !now.aliases || !current.has(id)) continue;
        if (leadsOn(routes[noun](alias))) continue;
        const message = `Readers had ${routes[noun](alias)}, which leads nowhere now. List ${alias} under aliases.`;
        report(`${kind}/${id}.md`, 'address-gone', message, placeOf(now.frontMatter, 'aliases'));
      }
    }
  }

  for (const id of before.pages) {
    const address = routes.staticPage(id);
    if (after.pages.has(id) || leadsOn(address)) continue;
    const message = `Readers had ${address}, which is gone. Restore the file, or list ${address} in redirects.md with the address that readers should find instead.`;
    report(`pages/${id}.md`, 'address-gone', message);
  }

  const { frontMatter, paths } = after.redirects;
  const pages = new Set(routesOf(after).map(fileOfFormerPath));
  // Current errors are reported when the content is loaded.
  const lost = [...(before.redirects.paths ?? [])].flatMap(([file, written]) =>
    !paths || paths.has(file) || pages.has(file) ? [] : written,
  );
  if (lost.length > 0) {
    const isOne = lost.length === 1;
    const message = `Readers had ${someOf(lost)}, which ${isOne ? 'leads' : 'lead'} nowhere now. List ${isOne ? 'it' : 'them'} in redirects.md again, ${isOne ? '' : 'each '}with the address that readers should find.`;
    report(redirectsFile, 'address-gone', message, placeOf(frontMatter, 'redirects'));
  }
  return found;
}

/** The routes of everything that has a file or is a former id. */
function routesOf(content: SeenContent): string[] {
  return [
    ...[...content.articles].flatMap(([slug, { facts }]) => [slug, ...(facts?.aliases ?? [])].map(routes.article)),
    ...(['authors', 'topics', 'series'] as const).flatMap((kind) =>
      [...content[kind]].flatMap(([id, { aliases = [] }]) => [id, ...aliases].map((one) => routes[nouns[kind]](one))),
    ),
    ...[...content.pages].map(routes.staticPage),
  ];
}

/** Reports an article that readers could see and that its front matter now hides. */
function reportHidden(
  slug: string,
  { frontMatter, facts }: SeenArticle,
  report: (path: string, code: CheckCode, message: string, place: { line: number; column: number }) => void,
): void {
  if (!facts || visible.includes(facts.standing)) return;
  const file = `articles/${slug}/index.md`;
  const end = 'To take the article down, write expires: its address then says that it was taken down.';
  if (facts.standing === 'draft') {
    const message = `Readers had this article, and a draft is hidden from them. Remove draft. ${end}`;
    report(file, 'unpublished', message, placeOf(frontMatter, 'draft'));
  } else {
    const message = `Readers had this article, and it would be hidden until this instant. Restore the instant at which it was published. ${end}`;
    report(file, 'unpublished', message, placeOf(frontMatter, 'published'));
  }
}

/** The name of one list in each folder, which is also the name of its route. */
const nouns = { authors: 'author', topics: 'topic', series: 'series' } as const;

/** The authors, the topics or the series of articles that have a page. */
function namedIn({ articles }: SeenContent, kind: keyof typeof nouns): Set<string> {
  return new Set(
    [...articles.values()].flatMap(({ facts }) => (facts && visible.includes(facts.standing) ? facts[kind] : [])),
  );
}

function placeOf(frontMatter: FrontMatter | undefined, key: string): { line: number; column: number } {
  return frontMatter?.placeOf([key]) ?? { line: 1, column: 1 };
}
