import { draftMode } from 'next/headers';
import { handedOver } from '@/lib/publication/current-publication.ts';

/**
 * Switches on Draft Mode, in which every answer is rendered afresh. It works only in a build, which has set the
 * publication of this process; on any other server this address does not exist.
 */
export async function GET(): Promise<Response> {
  if (!handedOver()) return new Response(null, { status: 404 });
  (await draftMode()).enable();
  return new Response(null, { status: 204 });
}
