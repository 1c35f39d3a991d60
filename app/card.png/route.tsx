import { cardResponse } from '@/app/card-response.tsx';
import { currentSite } from '@/app/current-site.ts';
import { siteCard } from '@/lib/share-images/article-card.ts';

/** The card of the publication. */
export function GET(): Promise<Response> {
  return cardResponse(siteCard(currentSite().site));
}
