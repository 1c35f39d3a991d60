import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { paramsFrom } from '@/app/static-params.ts';
import { sitemapOf } from '@/lib/formats/sitemap.ts';

type Props = { params: Promise<{ name: string }> };

export const dynamic = 'force-static';

export const generateStaticParams = paramsFrom((publication) =>
  sitemapOf(publication).flatMap(({ route }) => (route.startsWith(folder) ? { name: route.slice(folder.length) } : [])),
);

const folder = '/sitemaps/';

/** A part of a sitemap that is too long for one file. */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const route = `${folder}${(await params).name}`;
  const file = sitemapOf(currentSite().publication).find((one) => one.route === route);
  return fileAnswer(route, file?.make());
}
