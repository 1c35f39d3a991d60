import { z } from 'zod';
import type { CheckCode } from '../model/checks.ts';
import { prefixOf, routes } from '../model/urls.ts';
import { readFrontMatter } from './files/front-matter.ts';
import { type ContentFiles, shownVersion } from './seen-content.ts';
import { fileLanguage } from './translations/file-language.ts';

type Settings = {
  before: ContentFiles;
  after: ContentFiles;
  /** The folder in which the texts of an article are now; `undefined` if the article is gone or not seen. */
  folderOf: (slug: string) => string | undefined;
  /** The command that shows a file of earlier content. */
  show: (path: string) => string;
  report: (path: string, code: CheckCode, message: string) => void;
};

/** Reports translations that readers had and that are gone or drafts now, and versions of them that are gone or changed. */
export function vanishedTranslations({ before, after, folderOf, show, report }: Settings): void {
  const paths = new Set(after.paths);
  for (const path of before.paths) {
    const { original, language } = fileLanguage(path) ?? {};
    const [, slug = '', number] = /^articles\/([^/]+)\/(?:index|versions\/(\d+))\.md$/.exec(original ?? '') ?? [];
    const folder = slug === '' ? undefined : folderOf(slug);
    if (language === undefined || folder === undefined) continue;
    const now = path.replace(`articles/${slug}/`, `articles/${folder}/`);
    const [then, current] = [before.read(path) ?? '', paths.has(now) ? after.read(now) : undefined];
    if (number !== undefined) {
      if (!isSeen(before.read(`articles/${slug}/index.${language}.md`))) continue;
      const [was, is] = [shownVersion(then), current === undefined ? undefined : shownVersion(current)];
      const what = `version ${number} of this article in ${language}`;
      if (was && current === undefined) {
        report(now, 'version-gone', `Readers had ${what}, and it is gone. Restore it: ${show(path)}`);
      } else if (was && is && is.shown !== was.shown && is.redactions <= was.redactions) {
        report(now, 'version-rewritten', `Readers had another ${what}. Restore it: ${show(path)}`);
      }
    } else if (isSeen(then) && !isSeen(current)) {
      const address = `/${prefixOf(language)}${routes.article(slug).slice(1)}`;
      const state = current === undefined ? 'is gone. Restore the file.' : 'is a draft now. Take draft out.';
      report(now, 'address-gone', `Readers had ${address}, and the translation there ${state}`);
    }
  }
}

const keys = z.object({ draft: z.boolean().optional() });

/** Whether a text is there, and no draft. */
function isSeen(text: string | undefined): boolean {
  if (text === undefined) return false;
  const { data } = keys.safeParse(readFrontMatter({ file: '', text }, () => {})?.data);
  return data !== undefined && data.draft !== true;
}
