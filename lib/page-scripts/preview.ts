/** The undocumented router of Next's development server: without it the page is reloaded. */
type WithRouter = { next?: { router?: { refresh?: () => void } } };

/** The scroll position of a page while a list of problems is in its place. */
const place = `scroll ${location.pathname}`;

/** Remembers how far the page is scrolled; on the list of problems, which is not a page of the site, does nothing. */
function keepScroll(): void {
  if (document.querySelector('main')) sessionStorage.setItem(place, String(scrollY));
}

addEventListener('load', () => {
  const top = document.querySelector('main') && sessionStorage.getItem(place);
  if (!top) return;
  sessionStorage.removeItem(place);
  history.scrollRestoration = 'manual';
  scrollTo(0, Number(top));
});

let shown = document.currentScript?.dataset['revision'];

// The server sends the latest revision at once, so that no change is missed, and after each change.
new EventSource('/preview/events').onmessage = ({ data }: MessageEvent<string>) => {
  const { revision, faults }: { revision: string; faults: string[] } = JSON.parse(data);
  if (revision === shown) return;
  shown = revision;
  const { router } = (globalThis as WithRouter).next ?? {};
  // Next does not know about the problems that replace a page; the site's own path may come before the route.
  const isAtFault = faults.some((route) => location.pathname.includes(route));
  if (!isAtFault && router?.refresh && isReactThere()) router.refresh();
  else {
    keepScroll();
    location.reload();
  }
};

/** Whether React has taken over the page. Next's router is there earlier, but does nothing until then. */
function isReactThere(): boolean {
  return Object.keys(document.querySelector('main') ?? {}).some((key) => key.startsWith('__reactFiber'));
}
