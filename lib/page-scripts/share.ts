import { copyAddress, pageAddress } from './copy-address.ts';

/**
 * Shows the control that passes the article on, where the browser can do so: through a sheet of its own, or else by
 * copying the address.
 */
export function offerShare(): void {
  const button = document.querySelector<HTMLButtonElement>('.share');
  if (!button || !('share' in navigator || 'clipboard' in navigator)) return;
  button.hidden = false;
  button.onclick = async () => {
    const url = pageAddress();
    try {
      await navigator.share({ title: document.title, url });
    } catch (fault) {
      // A reader who closes the sheet has changed her mind; anything else is a sheet that is not there or not opened.
      if (!(fault instanceof DOMException && fault.name === 'AbortError')) await copyAddress(url);
    }
  };
}
