/** A problem of the content, and the field in which it is. */
type Listed = {
  file: string;
  line: number;
  severity: 'error' | 'warning';
  message: string;
  form?: string;
  field?: string;
};

const forms = document.querySelector<HTMLIFrameElement>('#forms');
const page = document.querySelector<HTMLIFrameElement>('#page');
const list = document.querySelector<HTMLElement>('#problems');
const count = document.querySelector<HTMLElement>('#count');

/** How often to look which form is open, in milliseconds. */
const lookEvery = 400;

/** How often to look for a field of a form that has just been opened, and how many times. */
const fieldLooks = { every: 100, most: 60 } as const;

let listed: Listed[] = [];
let shown: string | undefined;
/** The page that was asked for last; it may still be on its way. */
let asked = new URL('/', location.href).href;

/** The form that is open: `articles/entries/storm/index`. */
function openForm(): string {
  const { hash = '' } = forms?.contentWindow?.location ?? {};
  return decodeURIComponent(/^#\/collections\/([^?]+)/.exec(hash)?.[1] ?? '');
}

/** The page on which readers see what a form is about. */
function pageOf(form: string): string {
  const [collection = '', , id = '', part = ''] = form.split('/');
  if (/^articles/.test(collection) && id) return `/articles/${id}/`;
  if (/^sections/.test(collection) && id) return `/articles/${id}/#${part.replace(/^\d+-/, '').replace(/\..*$/, '')}`;
  if (['authors', 'topics', 'series'].includes(collection) && id) return `/${collection}/${id}/`;
  if (collection === 'pages' && id) return `/${id}/`;
  return collection === 'glossary' ? '/glossary/' : '/';
}

function follow(): void {
  const form = openForm();
  if (form === shown) return;
  shown = form;
  const frame = page?.contentWindow;
  const wanted = new URL(pageOf(form), location.href).href;
  if (frame && (wanted !== asked || wanted !== frame.location.href)) frame.location.href = wanted;
  asked = wanted;
  draw();
}

async function ask(): Promise<void> {
  const answer = await fetch('/desk/problems.json');
  listed = await answer.json();
  draw();
}

function draw(): void {
  if (!list || !count) return;
  const here = listed.filter(({ form }) => form === shown);
  const elsewhere = listed.filter(({ form }) => form !== shown);
  count.textContent =
    listed.length === 0 ? 'No problems' : `${listed.length} ${listed.length === 1 ? 'problem' : 'problems'}`;
  list.replaceChildren(...[...here, ...elsewhere].map(item));
}

function item(problem: Listed): HTMLElement {
  const entry = document.createElement('li');
  const place = document.createElement('button');
  place.type = 'button';
  place.textContent = `${problem.file}, ${problem.field === 'body' ? `line ${problem.line}` : problem.field}`;
  place.disabled = problem.form === undefined;
  place.addEventListener('click', () => void goTo(problem));
  entry.className = problem.severity;
  entry.append(place, ` ${problem.message}`);
  return entry;
}

/** Opens the form that has a problem, and puts the cursor into its field. */
async function goTo({ form, field }: Listed): Promise<void> {
  const frame = forms?.contentWindow;
  if (!frame || form === undefined) return;
  frame.location.hash = `#/collections/${form}`;
  for (let look = 0; look < fieldLooks.most; look += 1) {
    await new Promise((resolve) => setTimeout(resolve, fieldLooks.every));
    const found = forms?.contentDocument?.querySelector<HTMLElement>(
      `.field[data-key-path="${CSS.escape(field ?? '')}"]`,
    );
    if (!found || openForm() !== form) continue;
    found.scrollIntoView({ block: 'center' });
    // Fields are drawn as they come into the window.
    await new Promise((resolve) => setTimeout(resolve, fieldLooks.every));
    const input = found.querySelector<HTMLElement>(
      'input, textarea, [role=textbox], [role=checkbox], button[role=switch]',
    );
    if (!input) continue;
    input.focus();
    return;
  }
}

setInterval(follow, lookEvery);
new EventSource('/preview/events').addEventListener('message', () => {
  void ask();
  // The page follows changes by itself, but not one that was at fault or that is new.
  if (page?.contentDocument?.title === '') page.contentWindow?.location.reload();
});
void ask();
