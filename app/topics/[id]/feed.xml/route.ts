import { siteFile } from '@/app/site-file.ts';
import { staticParams } from '@/app/static-params.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export const generateStaticParams = staticParams('topic', 'movedTopic');

export const GET = siteFile(({ id }: { id: string }) => routes.feed('rss', id));
