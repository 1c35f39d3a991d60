import type { Root } from 'mdast';
import { remark } from 'remark';
import remarkHtml from 'remark-html';
import { handlers, type RenderSettings } from './handlers.ts';
import { markQuotations } from './quotations.ts';
import { sanitizer } from './sanitizer.ts';
import { syntax } from './syntax.ts';

/** Turns Markdown into a tree, and a tree into sanitized HTML. */
export type Renderer = {
  parse: (markdown: string) => Root;
  /** Raw HTML in the tree is left out; what remains is what the sanitizer's list allows. */
  render: (tree: Root) => string;
};

/** A renderer for one site: remark with the site's Markdown syntax, remark-html with its handlers and sanitizer. */
export function createRenderer(settings: RenderSettings): Renderer {
  const processor = remark()
    .data(syntax)
    .use(remarkHtml, { handlers: handlers(settings), sanitize: sanitizer })
    .freeze();
  return {
    parse: (markdown) => {
      const tree = processor.parse(markdown);
      markQuotations(tree);
      return tree;
    },
    render: (tree) => processor.stringify(tree).trimEnd(),
  };
}
