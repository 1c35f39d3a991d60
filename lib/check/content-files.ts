import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ContentFiles, isSeen } from '../content/seen-content.ts';

/** The files of a content folder on disk that have addresses. Unreadable files are skipped. */
export function contentFiles(dir: string): ContentFiles {
  const namesIn = (path: string) => {
    try {
      return readdirSync(join(dir, path));
    } catch {
      return [];
    }
  };
  const filesIn = (path: string) => namesIn(path).map((name) => `${path}/${name}`);
  return {
    paths: [
      ...namesIn('.'),
      ...['authors', 'topics', 'series', 'pages'].flatMap(filesIn),
      ...filesIn('articles').flatMap((article) => [...filesIn(article), ...filesIn(`${article}/versions`)]),
    ].filter(isSeen),
    read: (path) => {
      try {
        return readFileSync(join(dir, path), 'utf8').replace(/^\ufeff/, '');
      } catch {
        return undefined;
      }
    },
  };
}
