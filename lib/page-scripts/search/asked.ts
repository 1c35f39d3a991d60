import type { Query } from './query.ts';

/** The current query of the form. */
export function askedIn(form: HTMLFormElement): Query {
  const values = new FormData(form);
  const value = (name: string) => String(values.get(name) ?? '').trim();
  return { words: value('q'), topic: value('topic'), year: value('year') };
}

/** Fills the form with a query; an unknown filter becomes "all". */
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
