import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import type { TakenDown } from '@/lib/publication/publish.ts';
import { PageHeading } from './page-heading.tsx';
import { ShownTime } from './shown-time.tsx';

type Props = {
  article: Pick<TakenDown, 'title' | 'published' | 'expires'>;
  dateStyle: DateStyle;
  words: Pick<Words, 'expired' | 'versionKinds'>;
};

/** The notice for an expired article: its headline, when it was published, and when it was taken down. */
export function ExpiredNotice({ article: { title, published, expires }, dateStyle, words }: Props) {
  return (
    <PageHeading title={title}>
      <p className="standfirst mbs-3">{words.expired(showInstant(expires, dateStyle).text)}</p>
      <p className="mbs-3 font-sans text-small text-soft">
        {words.versionKinds.publish}: <ShownTime date={showInstant(published, dateStyle)} />
      </p>
    </PageHeading>
  );
}
