import { currentSite } from '@/app/current-site.ts';
import { fileAnswer } from '@/app/file-answer.ts';
import { tdmReservation } from '@/lib/formats/rights/tdm-reservation.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export function GET(): Response {
  return fileAnswer(routes.tdmReservation, tdmReservation(currentSite().site));
}
