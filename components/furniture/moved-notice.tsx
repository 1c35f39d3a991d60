import type { Words } from '@/lib/languages/words.ts';
import { PageHeading } from './page-heading.tsx';

type Props = {
  /** The title of the page at the new address. */
  title: string;
  /** The new path. */
  to: string;
  words: Pick<Words, 'moved'>;
};

/** A former address: redirects the browser at once, and has a link for readers who are not redirected. */
export function MovedNotice({ title, to, words }: Props) {
  return (
    <main id="text" className="page">
      <meta httpEquiv="refresh" content={`0; url=${to}`} />
      <PageHeading title={title}>
        <p className="standfirst mbs-3">
          {words.moved} <a href={to}>{title}</a>
        </p>
      </PageHeading>
    </main>
  );
}
