import { siteFile } from '@/app/site-file.ts';
import { routes } from '@/lib/model/urls.ts';

export const dynamic = 'force-static';

export const GET = siteFile(() => routes.tdmReservation);
