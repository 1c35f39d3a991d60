/** What a former path may not have, and what to do; `undefined` if all is well. A path is decoded here. */
export function formerPathFault(written: string): string | undefined {
  if (!written.startsWith('/')) return 'A former path begins with a slash. Write it without the name of the site.';
  if (/[?#]/.test(written)) return 'What follows ? or # reaches no host of plain files. Write the path alone.';
  const path = formerPath(written);
  if (path === undefined) return 'The path has a % that encodes nothing. Write %25 for the sign itself.';
  if (/["$\\\p{Cc}]/u.test(path))
    return 'No host can be told of a path with ", $, \\ or a control character. Take it out.';
  if (/\/(\/|\.{1,2}(\/|$))/.test(path)) return 'The path has an empty part, "." or "..". Write it as readers had it.';
  return undefined;
}

/** A former path as servers compare it: decoded, and without the name of a file that a folder shows by itself. */
export function formerPath(written: string): string | undefined {
  try {
    return decodeURIComponent(written)
      .normalize()
      .replace(/\/index\.html?$/i, '/');
  } catch {
    return undefined;
  }
}

/** The file that hosts of plain files show at a former path: a page by its own name, or a folder with a page in it. */
export function fileOfFormerPath(path: string): string {
  return /\.html?$/i.test(path) ? path.slice(1) : `${path.slice(1).replace(/\/$/, '')}/index.html`;
}

/** The forms in which a former path is asked for: with and without a slash at its end, unless it is a page by its name. */
export function formsOfPath(path: string): string[] {
  if (path.endsWith('/')) return [path, path.slice(0, -1)];
  return /\.html?$/i.test(path) ? [path] : [path, `${path}/`];
}

/** Whether something leads to another site. */
export function leadsElsewhere(to: string): boolean {
  return /^https?:/i.test(to);
}
