import { feedAnswer } from '@/app/feed-answer.ts';
import { staticParams } from '@/app/static-params.ts';

type Props = { params: Promise<{ id: string }> };

export const dynamic = 'force-static';

export const generateStaticParams = staticParams('topic', 'movedTopic');

export async function GET(_request: Request, { params }: Props): Promise<Response> {
  return feedAnswer('atom', (await params).id);
}
