/**
 * Lets the arrow keys go from the field through the links of the results and back, and Escape clear the field. All of it is
 * in the page's order for the tab key too.
 */
export function listenForKeys(field: HTMLInputElement, results: HTMLElement, clear: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof HTMLElement) || (target !== field && !results.contains(target))) return;
    // With one of these the key belongs to the browser; while a word is being composed, to its window.
    if (altKey || ctrlKey || metaKey || shiftKey || event.isComposing) return;
    if (key === 'Escape') {
      clear();
      field.focus();
    }
    const step = key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0;
    if (step === 0) return;
    const stops = [field, ...results.querySelectorAll<HTMLElement>('a')];
    const next = stops[stops.indexOf(target) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
