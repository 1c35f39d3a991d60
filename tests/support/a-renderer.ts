import { english } from '@/lib/languages/english.ts';
import { createRenderer, type Renderer } from '@/lib/markdown/renderer.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { aSite } from './an-article.ts';

/** A renderer for the site of the tests, in English. */
export function aRenderer(): Renderer {
  const { isExternal, picture } = createUrls(aSite().url);
  return createRenderer({ words: english, isExternal, addressOf: (url) => url, pictureAddress: picture });
}

/** The HTML of a piece of Markdown. */
export function html(markdown: string): string {
  const { parse, render } = aRenderer();
  return render(parse(markdown));
}
