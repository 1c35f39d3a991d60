/**
 * Lets the arrow keys move from the field through the links of the results and back, and Escape clear the field. The tab
 * key reaches all of them too.
 */
export function listenForKeys(field: HTMLInputElement, results: HTMLElement, clear: () => void): void {
  document.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    if (!(target instanceof HTMLElement) || (target !== field && !results.contains(target))) return;
    // With one of these keys the event is for the browser; during composition it is for the input method.
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
