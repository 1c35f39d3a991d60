import type { DateStyle } from '@/lib/article/dates.ts';
import { createUrls, type Urls } from '@/lib/article/urls.ts';
import { wordsFor } from '@/lib/languages/languages.ts';
import type { Words } from '@/lib/languages/words.ts';
import { aSite } from './an-article.ts';

/** How the site of the tests writes addresses, words and dates: what nearly every component asks for. */
export function aSetting({ lang, timeZone, url } = aSite()): { dateStyle: DateStyle; urls: Urls; words: Words } {
  return { dateStyle: { lang, timeZone }, urls: createUrls(url), words: wordsFor(lang) };
}
