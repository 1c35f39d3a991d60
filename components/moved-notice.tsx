import type { Urls } from '@/lib/article/urls.ts';
import type { Teaser } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { PageHeading } from './page-heading.tsx';

type Props = { to: Teaser; urls: Urls; words: Pick<Words, 'moved'> };

/** A former address: sends the browser on at once, and says where to for whoever is not sent. */
export function MovedNotice({ to, urls, words }: Props) {
  return (
    <main id="text" className="page">
      <meta httpEquiv="refresh" content={`0; url=${urls.article(to.slug)}`} />
      <PageHeading title={to.title}>
        <p className="standfirst mbs-3">
          {words.moved} <a href={urls.article(to.slug)}>{to.title}</a>
        </p>
      </PageHeading>
    </main>
  );
}
