/** The router of Next's development server, which is not documented: without it the page is loaded again. */
type WithRouter = { next?: { router?: { refresh?: () => void } } };

/** Where a page was scrolled to, while a list of problems is in its place. */
const place = `scroll ${location.pathname}`;

/** Remembers how far the page is scrolled; the list of problems, which is no page of the site, changes nothing. */
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

// The server says which revision is the latest: at once, so that nothing is missed in between, and after each change.
new EventSource('/preview/events').onmessage = ({ data }: MessageEvent<string>) => {
  const { revision, faults }: { revision: string; faults: string[] } = JSON.parse(data);
  if (revision === shown) return;
  shown = revision;
  const { router } = (globalThis as WithRouter).next ?? {};
  // Next knows nothing of the problems that are shown instead of a page; the site may have a path of its own before the route.
  const isAtFault = faults.some((route) => location.pathname.includes(route));
  if (!isAtFault && router?.refresh) router.refresh();
  else {
    keepScroll();
    location.reload();
  }
};
