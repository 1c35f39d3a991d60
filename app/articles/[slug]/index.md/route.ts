import { articleFile, articleParams } from '@/app/article-file.ts';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export const generateStaticParams = articleParams;

export const GET = articleFile(routes.articleText, articleMarkdown);
