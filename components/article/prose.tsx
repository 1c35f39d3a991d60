import type { Html } from '@/lib/model/model.ts';

/**
 * Rendered Markdown. The renderer has sanitized it: this is the only place where raw HTML enters a page.
 *
 * Reader views treat a short block with links as an advertisement unless its class says that it is text.
 */
export function Prose({ html }: { html: Html }) {
  return <div className="prose text" dangerouslySetInnerHTML={{ __html: html }} />;
}
