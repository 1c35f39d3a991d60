import type { Html } from '@/lib/model/model.ts';

/**
 * Rendered Markdown. The renderer has sanitized it: this is the one place where HTML enters a page as it is.
 *
 * Reader views take a short block with links for an advertisement unless it is called text.
 */
export function Prose({ html }: { html: Html }) {
  return <div className="prose text" dangerouslySetInnerHTML={{ __html: html }} />;
}
