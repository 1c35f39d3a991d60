/** The space around a card, in pixels. */
const gap = 8;

/** The least room beside the text in which a card can be read, in pixels. */
const leastMargin = 280;

/** From this width on a card lies beside its link; below, it is a sheet at the top or the foot of the window. */
const wide = '(min-width: 40rem)';

/**
 * Makes names and numbers in the text open what they lead to as cards. In a browser without popovers, and without this
 * script, they are links to the lists at the end.
 */
export function openCards(): void {
  const close = document.querySelector<HTMLElement>('.card-close');
  if (!close || !('popover' in close)) return;
  for (const card of document.querySelectorAll<HTMLElement>('.card')) card.popover = 'auto';
  let shown: HTMLElement | undefined;
  let opener: HTMLAnchorElement | undefined;
  let closed = 0;
  const hide = () => shown?.hidePopover();

  const open = (card: HTMLElement, link: HTMLAnchorElement) => {
    card.showPopover();
    shown = card;
    opener = link;
    card.prepend(close);
    close.hidden = false;
    card.tabIndex = -1;
    card.role = 'dialog';
    card.ariaLabel = card.querySelector('.card-name')?.textContent ?? link.ariaLabel;
    place(card, link);
    card.focus({ preventScroll: true });
  };
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('.who, .note a');
    // With one of these keys the reader asks for a tab or a window.
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    const target = document.getElementById(link.hash.slice(1));
    const card = target?.querySelector<HTMLElement>('.card') ?? target;
    if (!card?.popover) return;
    event.preventDefault();
    // A press on the link of the open card has closed it already.
    if (link !== opener || event.timeStamp - closed > 500) open(card, link);
  });
  document.addEventListener('focusout', ({ relatedTarget }) => {
    if (relatedTarget instanceof Node && !shown?.contains(relatedTarget)) hide();
  });
  document.addEventListener(
    'toggle',
    ({ target: card, newState, timeStamp }) => {
      if (newState === 'open' || !(card instanceof HTMLElement) || !card.matches('.card')) return;
      for (const name of ['role', 'aria-label', 'style', 'tabindex']) card.removeAttribute(name);
      if (card !== shown) return;
      closed = timeStamp;
      close.hidden = true;
      shown = undefined;
      if (document.activeElement === document.body) opener?.focus({ preventScroll: true });
    },
    true,
  );
  close.onclick = hide;
  // On paper a card stands in its list.
  addEventListener('beforeprint', hide);
}

/** Puts a card where it covers neither its link nor, in a wide window, the text. */
function place(card: HTMLElement, link: HTMLAnchorElement): void {
  const { clientWidth, clientHeight } = document.documentElement;
  const { style } = card;
  const lines = link.getClientRects();
  const { top } = lines[0] ?? card.getBoundingClientRect();
  const { bottom, left, right } = lines[lines.length - 1] ?? card.getBoundingClientRect();
  const isBelow = bottom + card.offsetHeight + gap < clientHeight;
  if (!matchMedia(wide).matches) {
    style.inset = isBelow ? 'auto 0 0' : '0 0 auto';
    return;
  }
  const isRtl = getComputedStyle(link).direction === 'rtl';
  const text = (link.closest('.prose') ?? link).getBoundingClientRect();
  const margin = isRtl ? text.left : clientWidth - text.right;
  const isInMargin = margin > leastMargin;
  if (isInMargin) style.inlineSize = `${Math.min(card.offsetWidth, margin - 4 * gap)}px`;
  const width = card.offsetWidth;
  const start = isInMargin
    ? isRtl
      ? text.left - 2 * gap - width
      : text.right + 2 * gap
    : isRtl
      ? right - width
      : left;
  const y = isInMargin
    ? Math.min(top, clientHeight - card.offsetHeight - gap)
    : isBelow
      ? bottom + gap
      : top - card.offsetHeight - gap;
  style.left = `${scrollX + Math.max(gap, Math.min(start, clientWidth - width - gap))}px`;
  style.top = `${scrollY + Math.max(gap, y)}px`;
}
