import { copyAddress, pageAddress } from './copy-address.ts';

/** Makes the link beside a section's heading copy its address too, where there is a clipboard; it stays a link. */
export function copyPermalinks(): void {
  if (!('clipboard' in navigator)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.permalink')) {
    link.onclick = (event) => {
      // With one of these keys the reader asks for a tab or a window, and for nothing to be copied.
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) copyAddress(pageAddress(link.hash));
    };
  }
}
