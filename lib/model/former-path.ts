/** What is wrong with a decoded former path, and what to do; `undefined` if it is valid. */
export function formerPathFault(written: string): string | undefined {
  if (!written.startsWith('/')) return 'A former path begins with a slash. Write it without the name of the site.';
  if (/[?#]/.test(written)) return 'Static hosts do not get what follows ? or #. Write only the path.';
  const path = formerPath(written);
  if (path === undefined) return 'The path has a % that encodes nothing. Write %25 for the sign itself.';
  if (/["$\\\p{Cc}]/u.test(path)) return 'No host can redirect a path with ", $, \\ or a control character. Remove it.';
  if (/\/(\/|\.{1,2}(\/|$))/.test(path)) return 'The path has an empty part, "." or "..". Write it as readers had it.';
  return undefined;
}

/** A former path as servers compare it: decoded, and without the name of an index file. */
export function formerPath(written: string): string | undefined {
  try {
    return decodeURIComponent(written)
      .normalize()
      .replace(/\/index\.html?$/i, '/');
  } catch {
    return undefined;
  }
}

/** The file that static hosts show at a former path: a page by its own name, or the index page of a folder. */
export function fileOfFormerPath(path: string): string {
  return /\.html?$/i.test(path) ? path.slice(1) : `${path.slice(1).replace(/\/$/, '')}/index.html`;
}

/** The forms in which readers may request a former path: with and without a slash at its end, unless it names a file. */
export function formsOfPath(path: string): string[] {
  if (path.endsWith('/')) return [path, path.slice(0, -1)];
  return /\.html?$/i.test(path) ? [path] : [path, `${path}/`];
}

/** Whether an address leads to another site. */
export function leadsElsewhere(to: string): boolean {
  return /^https?:/i.test(to);
}
