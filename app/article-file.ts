import { type Setting, settingOf } from '@/lib/formats/setting.ts';
import type { Article } from '@/lib/model/model.ts';
import { currentSite } from './current-site.ts';
import { fileAnswer } from './file-answer.ts';
import { paramsFrom } from './static-params.ts';

type Props = { params: Promise<{ slug: string }> };

/** The articles that have a page, and so the files beside it. */
export const articleParams = paramsFrom(({ articles }) => articles.map(({ slug }) => ({ slug })));

/** What answers at a route beside an article's page with the article in another format. */
export function articleFile(routeOf: (slug: string) => string, format: (article: Article, setting: Setting) => string) {
  return async (_request: Request, { params }: Props): Promise<Response> => {
    const { slug } = await params;
    const { publication, site } = currentSite();
    const article = publication.read(slug);
    return fileAnswer(routeOf(slug), article && format(article, settingOf(site)));
  };
}
