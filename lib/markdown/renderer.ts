import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { markDirections } from './directions.ts';
import { handlers, type RenderSettings } from './handlers.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { markQuotations } from './quotations.ts';
import { sanitizer } from './sanitizer.ts';
import { markUpright } from './upright.ts';

/** Turns Markdown into a tree, and a tree into sanitized HTML. */
export type Renderer = {
  parse: typeof parseMarkdown;
  /** Raw HTML in the tree is left out; the result has only what the sanitizer allows. */
  render: (tree: Root) => string;
};

/** A renderer for one site: remark with the site's Markdown syntax, remark-html with its handlers and sanitizer. */
export function createRenderer(settings: RenderSettings): Renderer {
  const processor = remark()
    .use(remarkHtml, { handlers: handlers(settings), sanitize: sanitizer })
    .freeze();
  return {
    parse: (markdown, line) => {
      const tree = parseMarkdown(markdown, line);
      markQuotations(tree);
      markDirections(tree, settings.words.dir);
      markUpright(tree);
      return tree;
    },
    render: (tree) => processor.stringify(tree).trimEnd(),
  };
}
