import type { Urls } from '../article/urls.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import type { Report } from './problem.ts';
import { type InternalLink, readAddress, type TextRules } from './read-markdown.ts';

/** The addresses in front matter that lead to pages of this site, to be checked once all pages are known. */
export function linksInKeys({ data, file, placeOf }: FrontMatter, urls: Urls): InternalLink[] {
  const links: InternalLink[] = [];
  const walk = (value: unknown, path: KeyPath) => {
    if (typeof value === 'string') {
      const own = urls.routeOf(value);
      if (own) links.push({ file, ...placeOf(path), ...own, target: undefined, written: value });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value))
        walk(inner, [...path, Array.isArray(value) ? Number(key) : key]);
    }
  };
  walk(data, []);
  return links;
}

/** The pages that `policies` of site.md names by path or by id; one that is no address is reported. */
export function linksInPolicies(
  policies: Record<string, string | undefined>,
  { file, placeOf }: FrontMatter,
  rules: TextRules,
  report: Report,
): InternalLink[] {
  return Object.entries(policies).flatMap(([name, written = '']) => {
    const place = placeOf(['policies', name]);
    const address = readAddress(/^[\w-]+$/.test(written) ? `/${written}/` : written, file, rules);
    if ('fault' in address) report({ file, ...place, code: address.code, message: address.fault });
    // What is elsewhere cannot be looked at, and an absolute address of this site is found among all keys.
    if (!('route' in address) || /^https?:/i.test(written)) return [];
    const { route, fragment, target } = address;
    return { file, ...place, route, fragment, target, written };
  });
}
