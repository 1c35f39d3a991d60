import { memoryStore } from '../content/article-store.ts';
import { openFolder } from '../content/files/source-file.ts';
import { layGroundwork } from '../content/groundwork.ts';
import { slugIn } from '../model/urls.ts';
import type { Page } from '../publication/pages/page-list.ts';
import { reviewStored } from '../review/review-texts.ts';
import { encodingsOf } from './page/compress.ts';
import type { NextServer } from './page/next-server.ts';
import { renderPage } from './page/render-page.ts';

/** More would hardly make later pages faster. */
const times = 4;

/**
 * Parses an article and renders its page a few times without using the result: code takes several times as long when it first
 * runs, and no editor should have to wait for that.
 *
 * @param page The page of an article in the first language of the publication.
 */
export async function warmUpWith(page: Page, content: string, server: NextServer): Promise<void> {
  const { parse } = layGroundwork(openFolder(content), memoryStore(), () => {}, reviewStored);
  for (let time = 0; time < times; time++) {
    parse(slugIn(page.route) ?? '');
    await encodingsOf(page.file, await renderPage(server, page), 11);
  }
}
