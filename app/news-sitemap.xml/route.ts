import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { routes } from '@/lib/model/urls.ts';
import { newsSitemap } from '@/lib/formats/news-sitemap.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return fileAnswer(routes.newsSitemap, newsSitemap(currentSite().publication));
}
