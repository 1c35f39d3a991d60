/** Where a browser knows no popovers, buttons that would open a card lead to it, in the lists at the end of the page. */
export function leadToCards(): void {
  if ('popover' in HTMLElement.prototype) return;
  for (const button of document.querySelectorAll<HTMLElement>('[popovertarget]')) {
    button.onclick = () => {
      location.hash = button.getAttribute('popovertarget') ?? '';
    };
  }
}
