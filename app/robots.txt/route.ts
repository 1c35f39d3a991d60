import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { robots } from '@/lib/formats/robots.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return fileAnswer(routes.robots, robots(currentSite().site));
}
