import { siteFile } from '@/app/site-file.ts';
import { staticParams } from '@/app/static-params.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export const generateStaticParams = staticParams('article');

export const GET = siteFile(({ slug }: { slug: string }) => routes.articleData(slug));
