/**
 * Marks the links of the table of contents whose section is being read, and keeps the marked one in view if the list
 * itself scrolls. CSS has `:target-current` for this, but it marks the first section before it begins, and every other one
 * half a window early.
 *
 * The section being read is the last one whose start has passed the upper third of the window, and above the first section
 * there is none; at the end of the page it is the last one, however short it is. In a narrow window the bar of the
 * contents names it, and they close when a link in them is followed, so as not to cover its target.
 */
export function markCurrentSection(): void {
  const list = document.querySelector<HTMLElement>('.toc');
  const bar = document.querySelector<HTMLElement>('.toc-bar');
  if (!list || !bar) return;
  const links = [...list.querySelectorAll('a')];
  const sections = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);
  let marked: Element | undefined;
  const mark = () => {
    const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const current = sections.findLast((section) => atEnd || section.getBoundingClientRect().top <= innerHeight / 3);
    if (current === marked) return;
    marked = current;
    const link = links.find(({ hash }) => hash === `#${current?.id}`);
    for (const each of links) each.ariaCurrent = each === link ? 'true' : null;
    bar.dataset['now'] = link?.textContent ?? '';
    // Only when another section begins: in between, readers can scroll the list themselves.
    if (link) list.scrollTop = link.offsetTop - list.clientHeight / 2;
  };
  // Browsers report scrolling once a frame.
  addEventListener('scroll', mark);
  addEventListener('resize', mark);
  mark();
  list.onclick = () => list.hidePopover();
}
