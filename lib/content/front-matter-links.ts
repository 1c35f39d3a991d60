import type { Urls } from '../article/urls.ts';
import type { FrontMatter } from './front-matter.ts';
import type { Report } from './problem.ts';
import { type InternalLink, readAddress, type TextRules } from './read-markdown.ts';
import { textsInKeys } from './texts-in-keys.ts';

/** The addresses in front matter that lead to pages of this site, to be checked once all pages are known. */
export function linksInKeys(frontMatter: FrontMatter, urls: Urls): InternalLink[] {
  const { file, placeOf } = frontMatter;
  return textsInKeys(frontMatter).flatMap(({ text, path }) => {
    const own = urls.routeOf(text);
    return own ? { file, ...placeOf(path), ...own, target: undefined, written: text } : [];
  });
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
