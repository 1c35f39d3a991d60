import { feedAnswer } from '@/app/feed-answer.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return feedAnswer('json');
}
