import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { llms } from '@/lib/formats/llms.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return fileAnswer(routes.llms, llms(currentSite().publication));
}
