import { articleFile, articleParams } from '@/app/article-file.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export const generateStaticParams = articleParams;

export const GET = articleFile(routes.articleData, ninjs);
