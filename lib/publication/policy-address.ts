import type { Urls } from '../model/urls.ts';

/** The absolute address of a policy that site.md names by the id of a page, by its path, or by its address. */
export function policyAddress(policy: string, urls: Urls): string {
  if (/^[\w-]+$/.test(policy)) return urls.absolute(urls.path(`/${policy}/`));
  return urls.absolute(policy.startsWith('/') ? urls.path(policy) : policy);
}
