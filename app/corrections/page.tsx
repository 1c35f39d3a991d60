import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { CorrectionText } from '@/components/corrections.tsx';
import { PageHeading } from '@/components/page-heading.tsx';
import { allCorrections } from '@/lib/article/find.ts';

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
              <a
                href={
                  correction.section === undefined
                    ? urls.article(article.slug)
                    : urls.section(article.slug, correction.section)
                }
              >
                {article.title}
              </a>
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
