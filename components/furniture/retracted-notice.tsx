import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import type { Teaser } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { PageHeading } from './page-heading.tsx';
import { ShownTime } from './shown-time.tsx';

type Props = {
  /** Its headline and its standfirst say that it is retracted, and why. */
  article: Pick<Teaser, 'slug' | 'title' | 'standfirst' | 'published' | 'versions'>;
  dateStyle: DateStyle;
  urls: Urls;
  words: Words;
};

/** The page of a retracted article: why and when, and a link to its record, which alone has the text. */
export function RetractedNotice({ article, dateStyle, urls, words }: Props) {
  const { slug, title, standfirst, published, versions } = article;
  return (
    <main id="text">
      <article className="page">
        <PageHeading title={title}>
          <p className="standfirst mbs-3" dir={ownDirection(standfirst, words.dir)}>
            {standfirst}
          </p>
          <p className="mbs-3 font-sans text-small text-soft">
            {words.versionKinds.publish}: <ShownTime date={showInstant(published, dateStyle)} />
          </p>
          {versions > 0 && (
            <p className="mbs-3 font-sans text-small">
              <a href={urls.versions(slug)}>{words.versions}</a>
            </p>
          )}
        </PageHeading>
      </article>
    </main>
  );
}
