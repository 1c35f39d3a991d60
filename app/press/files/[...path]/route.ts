import { currentSite } from '@/app/current-site.ts';
import { paramsFrom } from '@/app/static-params.ts';
import { machineFiles } from '@/lib/formats/machine-files.ts';
import { mediaTypeOf } from '@/lib/formats/media-types.ts';

type Props = { params: Promise<{ path: string[] }> };

export const dynamic = 'force-static';

export const generateStaticParams = paramsFrom((publication) =>
  machineFiles(publication).map(({ file }) => ({ path: file.split('/') })),
);

/**
 * Every machine-readable file, as a build writes it: for the preview and plain Next. `next.config.ts` rewrites the files'
 * own addresses to this one.
 */
export async function GET(_request: Request, { params }: Props): Promise<Response> {
  const path = (await params).path.join('/');
  const { publication } = currentSite();
  const found = machineFiles(publication).find(({ file }) => file === `${publication.site.prefix}${path}`);
  if (!found) return new Response(null, { status: 404 });
  return new Response(found.make(publication), { headers: { 'content-type': mediaTypeOf(path) } });
}
