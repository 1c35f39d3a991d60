import { wordsFor } from '@/lib/languages/languages.ts';
import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, dateStyleOf } from '@/lib/model/dates.ts';
import { createUrls, type Urls } from '@/lib/model/urls.ts';
import { aSite } from './an-article.ts';

/** The addresses, words and date style of the tests' site, which most components need. */
export function aSetting(site = aSite()): { dateStyle: DateStyle; urls: Urls; words: Words } {
  const dateStyle = dateStyleOf(site);
  return { dateStyle, urls: createUrls(site.url), words: wordsFor(dateStyle.lang) };
}
