import type { Place, Report } from '../../model/problem.ts';
import type { Urls } from '../../model/urls.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';
import { type InternalLink, readAddress, type TextRules } from './read-markdown.ts';

/** The addresses in front matter that lead to pages of this site, to be checked once all pages are known. */
export function linksInKeys(frontMatter: FrontMatter, urls: Urls): InternalLink[] {
  const { file, placeOf } = frontMatter;
  return frontMatterStrings(frontMatter).flatMap(({ text, path }) => {
    const own = urls.routeOf(text);
    return own ? { file, ...placeOf(path), ...own, target: undefined, written: text } : [];
  });
}

/** The pages of this site to which menus of site.md link with `url`; invalid addresses are reported. */
export function linksInMenus(frontMatter: FrontMatter, rules: TextRules, report: Report): InternalLink[] {
  const { file, placeOf } = frontMatter;
  return frontMatterStrings(frontMatter).flatMap(({ text, path }) => {
    const isAddress = (path[0] === 'navigation' || path[0] === 'footer') && path[2] === 'url';
    if (!isAddress || text.trim() === '') return [];
    return linkIn(text, text, { file, ...placeOf(path) }, rules, report);
  });
}

/** The pages that `policies` of site.md names by path or by id; invalid addresses are reported. */
export function linksInPolicies(frontMatter: FrontMatter, rules: TextRules, report: Report): InternalLink[] {
  const { file, placeOf } = frontMatter;
  return frontMatterStrings(frontMatter).flatMap(({ text, path }) => {
    if (path[0] !== 'policies' || text.trim() === '') return [];
    const address = /^[\w-]+$/.test(text) ? `/${text}/` : text;
    return linkIn(address, text, { file, ...placeOf(path) }, rules, report);
  });
}

function linkIn(
  text: string,
  written: string,
  at: Place & { file: string },
  rules: TextRules,
  report: Report,
): InternalLink[] {
  const address = readAddress(text, at.file, rules);
  if ('fault' in address) report({ ...at, code: address.code, message: address.fault });
  // Other sites cannot be checked, and absolute addresses of this site are checked with all other keys.
  if (!('route' in address) || /^https?:/i.test(text)) return [];
  const { route, fragment, target } = address;
  return [{ ...at, route, fragment, target, written }];
}
