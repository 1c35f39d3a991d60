import type { Html } from '@/lib/content/model.ts';

/** Rendered Markdown. The renderer has sanitized it: this is the one place where HTML enters a page as it is. */
export function Prose({ html }: { html: Html }) {
  return <div className="prose" dangerouslySetInnerHTML={{ __html: html }} />;
}
