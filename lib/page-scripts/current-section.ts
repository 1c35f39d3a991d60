/**
 * Marks the links of the table of contents whose section is being read, and keeps the marked one in view where the list
 * scrolls by itself. CSS has `:target-current` for it, which also marks the first section above it and each one half a
 * window early.
 *
 * The section being read is the last one whose start has passed the upper third of the window, and above the first
 * section there is none; at the end of the page it is the last one, however short it is.
 */
export function markCurrentSection(): void {
  // The contents are there twice, for wide and for narrow windows.
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  const sections = links.flatMap(({ hash }) => document.getElementById(hash.slice(1)) ?? []);
  let marked: Element | undefined;
  const mark = () => {
    const atEnd = scrollY > 0 && scrollY + innerHeight >= document.documentElement.scrollHeight - 2;
    const current = sections.findLast((section) => atEnd || section.getBoundingClientRect().top <= innerHeight / 3);
    if (current === marked) return;
    marked = current;
    for (const link of links) {
      const isCurrent = link.hash === `#${current?.id}`;
      link.ariaCurrent = isCurrent ? 'true' : null;
      const list = link.closest('nav');
      // Only when another section begins: in between the list is the reader's to scroll.
      if (isCurrent && list) list.scrollTop = link.offsetTop - list.clientHeight / 2;
    }
  };
  // Browsers tell of scrolling once a frame.
  addEventListener('scroll', mark);
  addEventListener('resize', mark);
  mark();
}
