import type { Query } from './query.ts';

/** What the form asks now. */
export function askedIn(form: HTMLFormElement): Query {
  const values = new FormData(form);
  const value = (name: string) => String(values.get(name) ?? '').trim();
  return { words: value('q'), topic: value('topic'), year: value('year') };
}

/** Has the form ask a question; a filter that it does not know lets everything through. */
export function askIn(form: HTMLFormElement, { words, topic, year }: Query): void {
  const set = (name: string, value: string) => {
    const control = form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`);
    if (control) control.value = value;
    if (control instanceof HTMLSelectElement && control.selectedIndex < 0) control.value = '';
  };
  set('q', words);
  set('topic', topic);
  set('year', year);
}
