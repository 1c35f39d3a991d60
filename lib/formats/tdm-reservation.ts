import type { Site } from '../model/model.ts';
import { createUrls } from '../model/urls.ts';
import { jsonText } from './json-text.ts';

/**
 * `/.well-known/tdmrep.json`: whether the right to mine the texts is reserved (W3C Community Group, TDM Reservation Protocol:
 * <https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/>).
 *
 * @returns `undefined` if site.md does not say.
 */
export function tdmReservation({ url, rights }: Pick<Site, 'url' | 'rights'>): string | undefined {
  if (!rights?.ai) return undefined;
  return jsonText([{ location: createUrls(url).home, 'tdm-reservation': rights.ai === 'deny' ? 1 : 0 }]);
}
