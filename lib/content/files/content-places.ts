import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { nearest } from '../../model/did-you-mean.ts';
import type { Report } from '../../model/problem.ts';
import { hasFile, isTextFile, reportNotContent } from './not-content.ts';
import { type ContentFolder, listFolder } from './source-file.ts';

/** The folders of content, beside `site.md`. */
const contentFolders = ['articles', 'authors', 'glossary', 'pages', 'series', 'topics'];

/** Files beside `site.md` without text: the logo and icon of a publication. */
const ofFace = /^(?:logo|icon)\.svg$|^[\w.-]+\.woff2$/;

/** The files beside these folders; all but the first are optional. */
const contentFiles = ['site.md', 'front.md', 'redirects.md'];

/** Whether a file is one that people put beside content for colleagues. */
export function isForColleagues(name: string): boolean {
  return /^(readme|licen[cs]e|ofl|copying|notice|contributing|changelog|codeowners)(\.\w+)?$/i.test(name);
}

/**
 * Reports unknown files and folders in the content folder itself, misspelt ones first.
 *
 * @param isTranslation Whether a file is one of these in another language of the publication.
 */
export function checkPlaces(folder: ContentFolder, isTranslation: (name: string) => boolean, report: Report): void {
  // Symbolic links are skipped: one in place of content is reported where that is read.
  for (const entry of listFolder(folder, '', () => {})) {
    const { name, isFolder } = entry;
    const isKnown = contentFiles.includes(name) || isTranslation(name) || ofFace.test(name) || isForColleagues(name);
    if (isFolder ? contentFolders.includes(name) : isKnown) continue;
    const dir = join(folder.dir, name);
    const folders = contentFolders.join(', ').replace(/, (?=\w+$)/, ' and ');
    if (!isFolder) {
      const message = `"${name}" is not content: beside ${contentFiles.join(', ')} there are only the folders ${folders}. Move it into one of them, or out of the content folder.`;
      report({ file: dir, line: 1, column: 1, code: 'file-passed-over', message });
      continue;
    }
    if (!hasFile(dir, (file) => file.endsWith('.md'))) {
      reportNotContent(folder.dir, entry, '', report);
      continue;
    }
    const guess = nearest(name, contentFolders);
    const what = `"${name}" is not a content folder, and nothing in it is read.`;
    const message =
      guess === undefined
        ? `${what} Content is in ${folders}: move it there, or out of the content folder.`
        : `${what} Did you mean "${guess}"?`;
    const code = guess === undefined ? 'file-passed-over' : 'folder-misspelt';
    report({ file: dir, line: 1, column: 1, code, message });
  }
}

/**
 * The folders of the articles, by name. Other entries are reported; a folder without a text is not an article.
 *
 * @param isKnown Whether a folder is surely an article, so that it need not be looked at.
 */
export function articleFolders(
  folder: ContentFolder,
  report: Report,
  isKnown: (name: string) => boolean = () => false,
): string[] {
  const dir = join(folder.dir, 'articles');
  return listFolder(folder, 'articles', report).flatMap((entry) => {
    const { name, isFolder } = entry;
    if (!isFolder) {
      const message = `"${name}" is beside the articles. Each article is a folder: move this into one.`;
      reportNotContent(dir, entry, message, report, true);
      return [];
    }
    if (isKnown(name) || existsSync(join(dir, name, 'index.md')) || hasFile(join(dir, name), isTextFile)) return name;
    reportNotContent(dir, entry, '', report);
    return [];
  });
}
