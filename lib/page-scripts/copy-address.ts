import { confirmCopy } from './confirm.ts';

/** The absolute address of this page, without what others may have added to it to count its readers. */
export function pageAddress(hash = ''): string {
  return location.origin + location.pathname + hash;
}

/** Copies an address for the reader and says whether that worked: a browser may have no clipboard or refuse it. */
export async function copyAddress(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    confirmCopy('done');
  } catch {
    confirmCopy('failed');
  }
}
