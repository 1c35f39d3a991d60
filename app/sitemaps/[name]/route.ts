import { siteFile } from '@/app/site-file.ts';
import { paramsFrom } from '@/app/static-params.ts';
import { filesOf } from '@/lib/formats/file-list.ts';

const folder = 'sitemaps/';

export const dynamic = 'force-static';

export const generateStaticParams = paramsFrom((publication) =>
  filesOf(publication).flatMap(({ file }) => (file.startsWith(folder) ? { name: file.slice(folder.length) } : [])),
);

/** A part of a sitemap that is too long for one file. */
export const GET = siteFile(({ name }: { name: string }) => `/${folder}${name}`);
