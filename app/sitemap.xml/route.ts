import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { sitemapOf } from '@/lib/formats/sitemap.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  const file = sitemapOf(currentSite().publication).find(({ route }) => route === routes.sitemap);
  return fileAnswer(routes.sitemap, file?.make());
}
