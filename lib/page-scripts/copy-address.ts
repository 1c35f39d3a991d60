let leaving: ReturnType<typeof setTimeout>;

/** The absolute address of this page, without what others may have added to it to count its readers. */
export function pageAddress(hash = ''): string {
  return location.origin + location.pathname + hash;
}

/** Copies an address for the reader and says whether that worked: a browser may have no clipboard or refuse it. */
export async function copyAddress(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    confirmCopy('done');
  } catch {
    confirmCopy('failed');
  }
}

/** Says to the eye and to the ear, for four seconds, whether an address was copied. */
function confirmCopy(outcome: 'done' | 'failed'): void {
  const toast = document.querySelector<HTMLElement>('.toast');
  if (!toast) return;
  toast.textContent = toast.dataset[outcome] ?? '';
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    toast.textContent = '';
  }, 4000);
}
