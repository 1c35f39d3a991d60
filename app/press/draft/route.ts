import { draftMode } from 'next/headers';
import { handedOver } from '@/lib/publication/current-publication.ts';

/**
 * Switches on Draft Mode, in which every answer is rendered afresh. It works only inside the press, which has handed a
 * publication over to this process; in any other server there is nothing at this address.
 */
export async function GET(): Promise<Response> {
  if (!handedOver()) return new Response(null, { status: 404 });
  (await draftMode()).enable();
  return new Response(null, { status: 204 });
}
