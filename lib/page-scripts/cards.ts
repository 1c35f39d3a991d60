/** The space around a card, in pixels. */
const gap = 8;

/** The least room beside the text in which a card can be read, in pixels. */
const leastMargin = 300;

/**
 * Opens the entries that names and numbers in the text link to as cards. In a browser without popovers, or without
 * this script, they are links to the lists at the end.
 */
export function openCards(): void {
  const close = document.querySelector<HTMLElement>('.card-close');
  if (!close || !('popover' in close)) return;
  const shown = () => document.querySelector<HTMLElement>('.card:popover-open');
  const hide = () => shown()?.hidePopover();
  let opener: HTMLAnchorElement | undefined;

  for (const card of document.querySelectorAll<HTMLElement>('.card')) {
    card.popover = 'auto';
    card.ontoggle = ({ newState }) => {
      if (newState === 'open') return;
      card.role = null;
      card.style.cssText = '';
      if (shown()) return;
      close.hidden = true;
      opener = undefined;
    };
  }
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.who, .note a');
    // With one of these keys the reader wants a new tab or window.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const card = document.querySelector<HTMLElement>(`${link.hash}.card,${link.hash} .card`);
    if (!card?.popover) return;
    event.preventDefault();
    // Clicking the link of the open card has just closed it, which the browser reports only after the click.
    if (link === opener) return;
    opener = link;
    // The browser returns the focus to the element that has it now; WebKit does not focus a link on a click.
    link.focus();
    card.showPopover();
    card.prepend(close);
    close.hidden = false;
    card.role = 'dialog';
    card.ariaLabel = link.ariaLabel ?? link.textContent;
    place(card, link);
    card.focus({ preventScroll: true });
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    // A press on its link moves the focus there: were the card closed now, the click would open it again.
    if (relatedTarget instanceof Node && relatedTarget !== opener && !shown()?.contains(relatedTarget)) hide();
  });
  close.onclick = hide;
  // In print a card is in its list.
  addEventListener('beforeprint', hide);
}

/** Places a card so that it covers neither its link nor, in a wide window, the text. */
function place(card: HTMLElement, link: HTMLAnchorElement): void {
  const { style } = card;
  const { top, bottom, left, right } = link.getBoundingClientRect();
  const isBelow = bottom + card.offsetHeight + 2 * gap < innerHeight;
  // Below this width it is a sheet at the top or the foot of the window.
  if (!matchMedia('(min-width: 40rem)').matches) {
    style.inset = isBelow ? 'auto 0 0' : '0 0 auto';
    return;
  }
  const isRtl = document.dir === 'rtl';
  const text = (link.closest('.prose') ?? link).getBoundingClientRect();
  // The scroll bar is part of the window and takes some of the room.
  const margin = (isRtl ? text.left : innerWidth - text.right) - 4 * gap;
  const isInMargin = margin > leastMargin;
  if (isInMargin) style.maxWidth = `${margin}px`;
  const { offsetWidth, offsetHeight } = card;
  const x = isRtl ? (isInMargin ? text.left - 2 * gap : right) - offsetWidth : isInMargin ? text.right + 2 * gap : left;
  const y = isInMargin
    ? Math.min(top, innerHeight - offsetHeight - 2 * gap)
    : isBelow
      ? bottom + gap
      : top - offsetHeight - gap;
  style.left = `${Math.max(gap, Math.min(x, innerWidth - offsetWidth - 2 * gap))}px`;
  style.top = `${scrollY + y}px`;
}
