import { drawHit } from './search/draw-hit.ts';
import type { SearchFacts } from './search/facts.ts';
import { listenForFaults } from './search/faults.ts';
import { listenForKeys } from './search/keys.ts';
import { type Engine, type Found, openIndexes } from './search/pagefind.ts';
import { type Query, readQuery, writeQuery } from './search/query.ts';

/** What is to be seen below the field. */
type State = 'idle' | 'busy' | 'results' | 'nothing' | 'failed';

/** So many articles are shown at first, and more each time that a reader asks for more. */
const pageSize = 10;

/** A reader who types has come to a pause after so many milliseconds. */
const pause = 250;

/** Starts the search of a page that has its form, its list of results and the facts that the script needs. */
function startSearch(main: HTMLElement, form: HTMLFormElement, pattern: HTMLElement, facts: SearchFacts): void {
  const { runtime, indexes, lang, words } = facts;
  const part = <Kind extends HTMLElement>(selector: string) => main.querySelector<Kind>(selector);
  const field = part<HTMLInputElement>('[name=q]');
  const list = pattern.parentElement;
  const status = part('[role=status]');
  const more = part<HTMLButtonElement>('.search-more');
  if (!field || !list || !status || !more) return;
  pattern.remove();

  const orFault = listenForFaults();
  const plural = new Intl.PluralRules(lang);
  let engine: Promise<Engine> | undefined;
  let turn = 0;
  let typing: ReturnType<typeof setTimeout>;
  let found: Found['results'] = [];
  let shown = 0;

  const open = () => {
    engine ??= runtime === '' ? Promise.reject(new Error('There is no index.')) : openIndexes(runtime, indexes);
    return engine;
  };
  /** What has failed once is not kept: the next question tries again. */
  const forget = () => {
    engine = undefined;
  };
  const show = (state: State, said = '') => {
    for (const block of main.querySelectorAll<HTMLElement>('[data-when]')) {
      block.hidden = !block.dataset['when']?.split(' ').includes(state);
    }
    more.hidden = state !== 'results' || shown >= found.length;
    // The same text again would be said again.
    if (status.textContent !== said) status.textContent = said;
  };
  const asked = (): Query => {
    const values = new FormData(form);
    const value = (name: string) => String(values.get(name) ?? '').trim();
    return { words: value('q'), topic: value('topic'), year: value('year') };
  };
  /** Does a piece of work for the latest question alone; what comes too late is not shown. */
  const inTurn = async (work: (isLatest: () => boolean) => Promise<void>) => {
    const own = ++turn;
    const isLatest = () => own === turn;
    try {
      await orFault(work(isLatest));
    } catch {
      forget();
      if (!isLatest()) return;
      // What the work may find without the file that did not come is not shown either.
      turn += 1;
      show('failed', words.failed);
    }
  };
  const drawNext = async (isLatest: () => boolean): Promise<HTMLElement[]> => {
    const next = found.slice(shown, shown + pageSize);
    const drawn = (await Promise.all(next.map(({ data }) => data()))).map((article) => drawHit(pattern, article));
    if (!isLatest()) return [];
    shown += drawn.length;
    list.append(...drawn);
    return drawn;
  };
  const search = () => {
    clearTimeout(typing);
    const query = asked();
    history.replaceState(history.state, '', writeQuery(query) || location.pathname);
    return inTurn(async (isLatest) => {
      if (query.words === '') return show('idle');
      if (list.hidden) show('busy', words.busy);
      const filters = Object.entries({ topic: query.topic, year: query.year }).filter(([, value]) => value !== '');
      const { results } = await (await open()).search(query.words, { filters: Object.fromEntries(filters) });
      if (!isLatest()) return;
      found = results;
      shown = 0;
      const before = [...list.children];
      await drawNext(isLatest);
      if (!isLatest()) return;
      for (const hit of before) hit.remove();
      const said = (words.found[plural.select(found.length)] ?? '').replace('#', found.length.toLocaleString(lang));
      show(found.length === 0 ? 'nothing' : 'results', found.length === 0 ? words.nothing : said);
    });
  };

  form.addEventListener('submit', (event) => {
    event.preventDefault();
    search();
  });
  form.addEventListener('input', ({ target }) => {
    clearTimeout(typing);
    typing = setTimeout(search, target === field ? pause : 0);
  });
  // Whoever comes to the field will search: the program is there by then.
  field.addEventListener('focus', () => void open().catch(forget), { once: true });
  more.addEventListener('click', () =>
    inTurn(async (isLatest) => {
      const [first] = await drawNext(isLatest);
      more.hidden = shown >= found.length;
      first?.querySelector('a')?.focus();
    }),
  );
  listenForKeys(field, list, () => {
    field.value = '';
    search();
  });

  const start = readQuery(location.search);
  field.value = start.words;
  for (const [name, value] of Object.entries({ topic: start.topic, year: start.year })) {
    const select = part<HTMLSelectElement>(`[name=${name}]`);
    if (select) select.value = value;
    // A filter that is no longer there lets everything through.
    if (select && select.selectedIndex < 0) select.value = '';
  }
  if (start.words === '') field.focus({ preventScroll: true });
  else search();
}

const told = document.querySelector<HTMLElement>('[data-search]')?.dataset['search'];
const main = document.querySelector<HTMLElement>('main');
const form = main?.querySelector('form');
const pattern = main?.querySelector<HTMLElement>('.hit');
if (told && main && form && pattern) startSearch(main, form, pattern, JSON.parse(told));
