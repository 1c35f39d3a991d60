import { listPages } from '../model/list-pages.ts';
import type { Html, Named, Teaser } from '../model/model.ts';
import { articlesOn } from './find.ts';
import { groupsOf } from './groups.ts';
import type { Publication } from './publish.ts';

/** The front page: its articles from top to bottom, each once. */
export type FrontPage = {
  /** The editor's text; may be empty. */
  note: Html;
  /** What its editor has picked, then the newest others: all of them if there are no blocks. */
  top: Teaser[];
  blocks: { topic: Named; articles: Teaser[] }[];
  /** The remaining newest articles. */
  rest: Teaser[];
};

/** How many articles are above the blocks, unless more are picked: a lead, and those beside it. */
const aboveBlocks = 5;

/**
 * Arranges the front page: first the picks of `front.md`, then pinned articles, then the newest featured article, then the
 * newest of all. Articles that readers cannot see are left out.
 */
export function frontPage(publication: Publication): FrontPage {
  const { articles, front, now, topics } = publication;
  const [newest] = listPages(articles);
  const picked = front && groupsOf(articles).named;
  const first = new Set([
    ...(front?.picks ?? []).flatMap((slug) => picked?.get(slug) ?? []),
    ...articles.filter(({ pinnedUntil }) => pinnedUntil !== undefined && pinnedUntil > now),
    ...articles.filter(({ featured }) => featured).slice(0, 1),
  ]);
  const note = front?.note ?? '';
  const top = [...new Set([...first, ...newest.entries])];
  if (!front || front.blocks.length === 0) return { note, top, blocks: [], rest: [] };
  const above = top.slice(0, Math.max(aboveBlocks, first.size));
  const shown = new Set(above);
  const blocks = front.blocks.flatMap(({ topic: id, most }) => {
    const topic = topics.find((one) => one.id === id);
    const inBlock = articlesOn(publication, id)
      .filter((article) => !shown.has(article))
      .slice(0, most);
    for (const article of inBlock) shown.add(article);
    return topic && inBlock.length > 0 ? [{ topic: { id, name: topic.name }, articles: inBlock }] : [];
  });
  return { note, top: above, blocks, rest: newest.entries.filter((article) => !shown.has(article)) };
}
