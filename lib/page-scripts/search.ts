import { questionsFor } from './search/arabic-forms.ts';
import { askedIn, askIn } from './search/asked.ts';
import type { SearchFacts } from './search/facts.ts';
import { listenForFaults } from './search/faults.ts';
import { listenForKeys } from './search/keys.ts';
import { type Engine, openIndexes, searchAll } from './search/pagefind.ts';
import { readQuery, writeQuery } from './search/query.ts';
import { resultList } from './search/result-list.ts';

/** What is shown below the field. */
type State = 'idle' | 'busy' | 'results' | 'nothing' | 'failed';

/** The parts of the page that the search uses. */
type Parts = {
  form: HTMLFormElement;
  field: HTMLInputElement;
  status: HTMLElement;
  list: HTMLElement;
  /** The template of a result. */
  pattern: HTMLElement;
  more: HTMLElement;
  /** Elements that are shown only in some states. */
  blocks: HTMLElement[];
};

/** After this many milliseconds without a key, the reader has stopped typing. */
const pause = 250;

function startSearch({ form, field, status, list, pattern, more, blocks }: Parts, facts: SearchFacts): void {
  const { runtime, indexes, lang, words } = facts;
  const results = resultList(list, pattern);
  const orFault = listenForFaults();
  const plural = new Intl.PluralRules(lang);
  let engine: Promise<Engine> | undefined;
  let turn = 0;
  let typing: ReturnType<typeof setTimeout>;

  const open = () => {
    engine ??= runtime === '' ? Promise.reject(new Error('There is no index.')) : openIndexes(runtime, indexes);
    return engine;
  };
  /** A failure is not cached: the next query tries again. */
  const forget = () => {
    engine = undefined;
  };
  const show = (state: State, said = '') => {
    for (const block of blocks) block.hidden = !block.dataset['when']?.split(' ').includes(state);
    more.hidden = state !== 'results' || !results.hasMore();
    // Setting the same text would announce it again.
    if (status.textContent !== said) status.textContent = said;
  };
  const showResults = () => {
    const count = results.count();
    if (count === 0) return show('nothing', words.nothing);
    show('results', (words.found[plural.select(count)] ?? '').replace('#', count.toLocaleString(lang)));
  };
  /** Runs work for the latest query only; late results are not shown. */
  const inTurn = async (work: (isLatest: () => boolean) => Promise<void>) => {
    const own = ++turn;
    const isLatest = () => own === turn;
    try {
      await orFault(work(isLatest));
    } catch {
      forget();
      if (!isLatest()) return;
      // Results that are incomplete because a file did not load are not shown either.
      turn += 1;
      show('failed', words.failed);
    }
  };
  const search = () => {
    clearTimeout(typing);
    const query = askedIn(form);
    history.replaceState(history.state, '', writeQuery(query) || location.pathname);
    return inTurn(async (isLatest) => {
      if (query.words === '') return show('idle');
      if (list.hidden) show('busy', words.busy);
      const filters = Object.entries({ topic: query.topic, year: query.year }).filter(([, value]) => value !== '');
      const questions = questionsFor(query.words, lang);
      const found = await searchAll(await open(), questions, Object.fromEntries(filters));
      if (isLatest()) await results.replace(found, isLatest);
      if (isLatest()) showResults();
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
  // A reader who focuses the field will search: load the program now.
  field.addEventListener('focus', () => void open().catch(forget), { once: true });
  more.addEventListener('click', () =>
    inTurn(async (isLatest) => {
      const first = await results.extend(isLatest);
      more.hidden = !results.hasMore();
      first?.querySelector('a')?.focus();
    }),
  );
  listenForKeys(field, list, () => {
    field.value = '';
    search();
  });

  const start = readQuery(location.search);
  askIn(form, start);
  if (start.words === '') field.focus({ preventScroll: true });
  else search();
}

/** The parts of the page, if it has all of them. */
function partsOf(main: HTMLElement): Parts | undefined {
  const form = main.querySelector('form');
  const field = main.querySelector<HTMLInputElement>('[name=q]');
  const status = main.querySelector<HTMLElement>('[role=status]');
  const pattern = main.querySelector<HTMLElement>('.hit');
  const list = pattern?.parentElement;
  const more = main.querySelector<HTMLElement>('.search-more');
  const blocks = [...main.querySelectorAll<HTMLElement>('[data-when]')];
  return form && field && status && pattern && list && more
    ? { form, field, status, list, pattern, more, blocks }
    : undefined;
}

const main = document.querySelector('main');
const parts = main && partsOf(main);
const facts = document.querySelector<HTMLElement>('[data-search]')?.dataset['search'];
if (parts && facts) startSearch(parts, JSON.parse(facts));
