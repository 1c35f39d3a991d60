/** Runs before the first paint: a remembered theme must not flash in late. Kept tiny; storage may be forbidden. */
try {
  const theme = localStorage.getItem('theme');
  if (theme) document.documentElement.dataset['theme'] = theme;
} catch {}
