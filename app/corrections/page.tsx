import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { CorrectionText } from '@/components/versions/corrections.tsx';
import type { RecordedCorrection } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { allCorrections } from '@/lib/publication/find.ts';

export function generateMetadata(): Metadata {
  const current = currentSite();
  const { urls, words } = current;
  return pageMetadata(current, {
    title: words.correctionsTitle,
    description: words.aboutCorrections,
    path: urls.corrections,
  });
}

export default function CorrectionsPage() {
  const { publication, dateStyle, urls, words } = currentSite();
  const corrections = allCorrections(publication);
  if (corrections.length === 0) notFound();
  return (
    <main id="text" className="page">
      <PageHeading title={words.correctionsTitle}>
        <p className="standfirst mbs-3">{words.aboutCorrections}</p>
      </PageHeading>
      <div className="article-text">
        {corrections.map(({ article, correction }) => (
          <section key={`${article.slug} ${correction.number}`} className="part">
            <h2 className="part-title">
              <a href={linkTo(correction, article.slug, urls)}>{article.title}</a>
            </h2>
            <CorrectionText
              correction={correction}
              changes={urls.version(article.slug, correction.number)}
              dateStyle={dateStyle}
              words={words}
            />
          </section>
        ))}
      </div>
    </main>
  );
}

/** The section that contains all passages of a correction, or the article. */
function linkTo({ passages }: RecordedCorrection, slug: string, urls: Urls): string {
  const [section, ...others] = new Set(passages.map(({ section: id }) => id));
  return section === undefined || others.length > 0 ? urls.article(slug) : urls.section(slug, section);
}
