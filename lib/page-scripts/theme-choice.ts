/**
 * Remembers the reader's choice among the radio buttons named `theme`. CSS alone makes a choice take effect; this keeps
 * it for the next page.
 */
export function rememberTheme(): void {
  const root = document.documentElement;
  for (const input of document.querySelectorAll<HTMLInputElement>('input[name=theme]')) {
    input.checked = input.value === (root.dataset['theme'] ?? '');
    input.onchange = () => {
      if (input.value) root.dataset['theme'] = input.value;
      else delete root.dataset['theme'];
      try {
        if (input.value) localStorage.setItem('theme', input.value);
        else localStorage.removeItem('theme');
      } catch {}
    };
  }
}
