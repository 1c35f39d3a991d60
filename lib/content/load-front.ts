import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Front } from '../model/model.ts';
import type { Report } from '../model/problem.ts';
import { routes } from '../model/urls.ts';
import type { LoadedSite } from './article/loaded-site.ts';
import { type InternalLink, readMarkdown, refuseNotes } from './article/read-markdown.ts';
import { type Reference, references } from './article/references.ts';
import { readFile } from './files/read-file.ts';
import { frontSchema } from './files/schema.ts';
import type { ContentFolder } from './files/source-file.ts';
import { nameIn } from './translations/edition.ts';

/** The contents of `front.md`, and the ids that it refers to. */
export type LoadedFront = { front: Front | undefined; references: Reference[]; links: InternalLink[] };

/** Loads `front.md`, which may be missing, and reports what is wrong with it. Each language has its own. */
export function loadFront(folder: ContentFolder, site: LoadedSite, report: Report): LoadedFront {
  const { urls, renderer, lang, review } = site;
  const nothing = { front: undefined, references: [], links: [] };
  const name = nameIn(site, 'front.md');
  if (!existsSync(join(folder.dir, name))) return nothing;
  const file = readFile(folder, name, frontSchema, report);
  if (!file) return nothing;
  const { data, frontMatter } = file;
  const rules = { dir: folder.dir, topHeading: 2, route: routes.home, urls } as const;
  const text = readMarkdown(frontMatter, renderer, rules, report);
  refuseNotes(text, report);
  review([{ kind: 'about', frontMatter, text }], lang, report);
  return {
    front: data && {
      note: renderer.render(text.tree),
      picks: [...(data.lead === undefined ? [] : [data.lead]), ...data.order],
      blocks: data.blocks.map(({ topic, articles }) => ({ topic, most: articles })),
    },
    references: references(
      frontMatter,
      [
        { kind: 'article', paths: [['lead'], ['order', 'each']] },
        { kind: 'topic', paths: [['blocks', 'each', 'topic']] },
      ],
      report,
    ),
    links: text.links,
  };
}
