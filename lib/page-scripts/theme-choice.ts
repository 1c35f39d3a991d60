/**
 * Remembers the reader's choice among the radio buttons named `theme`. CSS alone applies a choice; this stores it for
 * the next page, for pages in the browser's back/forward cache, and for other tabs.
 */
export function rememberTheme(): void {
  const root = document.documentElement;
  const inputs = document.querySelectorAll<HTMLInputElement>('input[name=theme]');
  const bars = [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].map(
    (meta) => [meta, meta.media] as const,
  );
  const show = (theme: string) => {
    root.dataset['theme'] = theme;
    for (const input of inputs) input.checked = input.value === theme;
    // The browser's own bars follow the system until the reader chooses.
    for (const [meta, media] of bars) meta.media = !theme ? media : media.includes(theme) ? '' : 'not all';
  };
  const showRemembered = () => {
    try {
      show(localStorage.getItem('theme') ?? '');
    } catch {}
  };
  showRemembered();
  addEventListener('pageshow', showRemembered);
  addEventListener('storage', showRemembered);
  for (const input of inputs) {
    input.onchange = () => {
      show(input.value);
      try {
        localStorage.setItem('theme', input.value);
      } catch {}
    };
  }
}
