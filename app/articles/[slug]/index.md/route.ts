import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { staticParams } from '@/app/static-params.ts';
import { routes } from '@/lib/article/urls.ts';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { settingOf } from '@/lib/formats/setting.ts';

type Props = { params: Promise<{ slug: string }> };

export const dynamic = 'force-static';

export const generateStaticParams = staticParams(({ articles }) => articles.map(({ slug }) => ({ slug })));

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const { slug } = await params;
  const { publication, site } = currentSite();
  const article = publication.read(slug);
  return fileAnswer(routes.articleText(slug), article && articleMarkdown(article, settingOf(site)));
}
