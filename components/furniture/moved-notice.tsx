import type { Words } from '@/lib/languages/words.ts';
import { PageHeading } from './page-heading.tsx';

type Props = {
  /** What is to be read at the new address. */
  title: string;
  /** The path to which it has moved. */
  to: string;
  words: Pick<Words, 'moved'>;
};

/** A former address: sends the browser on at once, and says where to for whoever is not sent. */
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
