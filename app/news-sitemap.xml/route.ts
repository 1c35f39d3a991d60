import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { newsSitemap } from '@/lib/formats/news-sitemap.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return fileAnswer(routes.newsSitemap, newsSitemap(currentSite().publication));
}
