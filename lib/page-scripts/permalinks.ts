import { copyAddress, pageAddress } from './copy-address.ts';

/** Makes the link beside a section's heading also copy its address, if there is a clipboard; it is still a link. */
export function copyPermalinks(): void {
  if (!('clipboard' in navigator)) return;
  for (const link of document.querySelectorAll<HTMLAnchorElement>('.permalink')) {
    link.onclick = (event) => {
      // With one of these keys the reader wants a new tab or window, and nothing to be copied.
      if (!(event.ctrlKey || event.metaKey || event.shiftKey)) copyAddress(pageAddress(link.hash));
    };
  }
}
