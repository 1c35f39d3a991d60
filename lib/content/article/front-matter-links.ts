import type { Report } from '../../model/problem.ts';
import type { Urls } from '../../model/urls.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { textsInKeys } from '../files/front-matter-strings.ts';
import { type InternalLink, readAddress, type TextRules } from './read-markdown.ts';

/** The addresses in front matter that lead to pages of this site, to be checked once all pages are known. */
export function linksInKeys(frontMatter: FrontMatter, urls: Urls): InternalLink[] {
  const { file, placeOf } = frontMatter;
  return textsInKeys(frontMatter).flatMap(({ text, path }) => {
    const own = urls.routeOf(text);
    return own ? { file, ...placeOf(path), ...own, target: undefined, written: text } : [];
  });
}

/** The pages that `policies` of site.md names by path or by id; one that is no address is reported. */
export function linksInPolicies(frontMatter: FrontMatter, rules: TextRules, report: Report): InternalLink[] {
  const { file, placeOf } = frontMatter;
  return textsInKeys(frontMatter).flatMap(({ text, path }) => {
    if (path[0] !== 'policies' || text.trim() === '') return [];
    const address = readAddress(/^[\w-]+$/.test(text) ? `/${text}/` : text, file, rules);
    if ('fault' in address) report({ file, ...placeOf(path), code: address.code, message: address.fault });
    // What is elsewhere cannot be looked at, and an absolute address of this site is found among all keys.
    if (!('route' in address) || /^https?:/i.test(text)) return [];
    const { route, fragment, target } = address;
    return { file, ...placeOf(path), route, fragment, target, written: text };
  });
}
