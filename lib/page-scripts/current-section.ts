/**
 * Marks the links of the table of contents whose section is being read, where CSS cannot (`:target-current`).
 *
 * The section being read is the last one whose start has passed the upper third of the window; at the end of the page it
 * is the last one, however short it is.
 */
export function markCurrentSection(): void {
  if (CSS.supports('selector(:target-current)')) return;
  const links = [...document.querySelectorAll<HTMLAnchorElement>('.toc a')];
  // The contents are there twice, for wide and for narrow windows.
  const ids = new Set(links.map(({ hash }) => hash.slice(1)));
  const sections = [...ids].flatMap((id) => document.getElementById(id) ?? []);
  let waiting = false;
  const mark = () => {
    waiting = false;
    const { scrollHeight } = document.documentElement;
    const atEnd = scrollY > 0 && scrollY + innerHeight >= scrollHeight - 2;
    const passed = sections.filter((section) => section.getBoundingClientRect().top <= innerHeight / 3);
    const current = atEnd ? sections.at(-1) : passed.at(-1);
    for (const link of links) {
      if (link.hash === `#${current?.id}`) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  const later = () => {
    if (!waiting) requestAnimationFrame(mark);
    waiting = true;
  };
  if (sections.length === 0) return;
  addEventListener('scroll', later, { passive: true });
  addEventListener('resize', later);
  later();
}
