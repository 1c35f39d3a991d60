/** The router of Next's development server, which is not documented: without it the page is loaded again. */
type WithRouter = { next?: { router?: { refresh?: () => void } } };

let shown = document.currentScript?.dataset['revision'];

// The server tells which revision is the latest: at once, so that nothing is missed in between, and after each change.
new EventSource('/preview/events').onmessage = ({ data }: MessageEvent<string>) => {
  const { revision, isWhole }: { revision: string; isWhole: boolean } = JSON.parse(data);
  if (revision === shown) return;
  shown = revision;
  const { router } = (globalThis as WithRouter).next ?? {};
  if (isWhole && router?.refresh) router.refresh();
  else location.reload();
};
