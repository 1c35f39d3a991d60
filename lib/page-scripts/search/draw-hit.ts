import { piecesOf } from './excerpt.ts';
import type { FoundArticle, Passage } from './pagefind.ts';

/** The passages with most of the words searched for, in the order of the article. */
export function bestPassages(passages: readonly Passage[], count: number): Passage[] {
  const best = [...passages].sort((a, b) => weightOf(b) - weightOf(a)).slice(0, count);
  return passages.filter((passage) => best.includes(passage));
}

function weightOf({ weighted_locations }: Passage): number {
  return weighted_locations.reduce((sum, { balanced_score }) => sum + balanced_score, 0);
}

type ShownPassage = Pick<Passage, 'title' | 'url' | 'excerpt'>;

/** The most passages that are shown for an article. */
const passagesShown = 3;

/**
 * Draws an article that was found from the template in the page. All content is inserted as text.
 *
 * @param pattern The template of a result, which is cloned.
 */
export function drawHit(pattern: HTMLElement, article: FoundArticle): HTMLElement {
  const { url, meta } = article;
  const hit = document.importNode(pattern, true);
  hit.hidden = false;
  const part = (name: string) => hit.querySelector<HTMLElement>(`.${name}`) ?? hit;
  part('hit-topic').textContent = meta.topic;
  part('hit-kind').textContent = meta.kind === '' ? '' : ` · ${meta.kind}`;
  const link = part('hit-link');
  link.textContent = meta.title;
  link.setAttribute('href', url);
  const day = part('hit-day');
  day.textContent = meta.day;
  day.setAttribute('datetime', meta.date);
  const passage = part('hit-passage');
  part('hit-passages').replaceChildren(...passagesOf(article).map((one) => drawPassage(passage, one)));
  return hit;
}

/** The passages of an article to show. The one before the first section has no title of its own. */
function passagesOf({ url, excerpt, sub_results }: FoundArticle): ShownPassage[] {
  if (sub_results.length === 0) return [{ title: '', url, excerpt }];
  return bestPassages(sub_results, passagesShown).map((one) => (one.url === url ? { ...one, title: '' } : one));
}

function drawPassage(pattern: HTMLElement, { title, url, excerpt }: ShownPassage): HTMLElement {
  const passage = document.importNode(pattern, true);
  const link = passage.querySelector('a');
  if (title === '') link?.remove();
  else if (link) {
    link.textContent = title;
    link.setAttribute('href', url);
  }
  passage.querySelector('p')?.replaceChildren(...markedText(excerpt, title));
  return passage;
}

function markedText(excerpt: string, title: string): (string | HTMLElement)[] {
  return piecesOf(excerpt, title).map(({ text, isFound }) => {
    if (!isFound) return text;
    const mark = document.createElement('mark');
    mark.textContent = text;
    return mark;
  });
}
