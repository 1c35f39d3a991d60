let leaving: ReturnType<typeof setTimeout>;

/** The absolute address of this page, without tracking parameters. */
export function pageAddress(hash = ''): string {
  return location.origin + location.pathname + hash;
}

/** Copies an address to the clipboard and says whether that worked: a browser may have none, or refuse. */
export async function copyAddress(address: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(address);
    confirmCopy('done');
  } catch {
    confirmCopy('failed');
  }
}

/** Shows and announces, for four seconds, whether an address was copied. */
function confirmCopy(outcome: 'done' | 'failed'): void {
  const toast = document.querySelector<HTMLElement>('.toast');
  if (!toast) return;
  toast.textContent = toast.dataset[outcome] ?? '';
  clearTimeout(leaving);
  leaving = setTimeout(() => {
    toast.textContent = '';
  }, 4000);
}
