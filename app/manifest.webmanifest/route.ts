import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { webManifest } from '@/lib/formats/web-manifest.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return fileAnswer(routes.manifest, webManifest(currentSite().site));
}
