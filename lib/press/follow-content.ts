import { relative, resolve, sep } from 'node:path';
import watcher from '@parcel/watcher';

/** Editors write a file in several steps; it is read when so many milliseconds have passed without one. */
export const quiet = 15;

/**
 * Follows a content folder.
 *
 * @param changed Receives after each change the articles whose files may have changed, or that any may have.
 * @returns A function that ends it.
 * @throws Error of the file system where the folder cannot be followed.
 */
export async function followContent(
  content: string,
  changed: (slugs: ReadonlySet<string> | 'all') => void,
): Promise<() => Promise<void>> {
  const folder = resolve(content);
  const subscription = await watcher.subscribe(folder, (error, events) => {
    if (error) return changed('all');
    const slugs = events.flatMap(({ path }) => {
      const [kind, slug] = relative(folder, path).split(sep);
      return kind === 'articles' && slug !== undefined ? slug : [];
    });
    changed(new Set(slugs));
  });
  return () => subscription.unsubscribe();
}
