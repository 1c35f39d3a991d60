let leaving: ReturnType<typeof setTimeout>;

/** Says to the eye and to the ear, for four seconds, whether an address was copied. */
export function confirmCopy(outcome: 'done' | 'failed'): void {
  const toast = document.querySelector<HTMLElement>('.toast');
  if (!toast) return;
  toast.textContent = toast.dataset[outcome] ?? '';
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    toast.textContent = '';
  }, 4000);
}
