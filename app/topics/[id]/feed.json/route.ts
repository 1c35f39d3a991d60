import { feedAnswer } from '@/app/feed-answer.ts';
import { staticParams } from '@/app/static-params.ts';
import { allIds } from '@/lib/publication/find.ts';

type Props = { params: Promise<{ id: string }> };

export const dynamic = 'force-static';

export const generateStaticParams = staticParams(({ topics }) => allIds(topics).map((id) => ({ id })));

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return feedAnswer('json', (await params).id);
}
