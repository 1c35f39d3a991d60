import { copyAddress, pageAddress } from './copy-address.ts';

/** Shows the share button if the browser can share the article: through its own share sheet, or else by copying the address. */
export function offerShare(): void {
  const button = document.querySelector<HTMLButtonElement>('.share');
  if (!button || !('share' in navigator || 'clipboard' in navigator)) return;
  button.hidden = false;
  button.onclick = async () => {
    const url = pageAddress();
    try {
      await navigator.share({ title: document.title, url });
    } catch (fault) {
      // A reader who closes the sheet has changed their mind; any other error means that there is no sheet.
      if (!(fault instanceof DOMException && fault.name === 'AbortError')) await copyAddress(url);
    }
  };
}
