import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { staticParams } from '@/app/static-params.ts';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { ShownTime } from '@/components/furniture/shown-time.tsx';
import { ComparedText } from '@/components/versions/compared-text.tsx';
import { showInstant } from '@/lib/model/dates.ts';
import { findAtSlug } from '@/lib/publication/find.ts';
import { comparedVersion, partTitle } from '@/lib/versions/shown-versions.ts';
import { partId } from '@/lib/versions/updates.ts';

type Props = { params: Promise<{ slug: string; number: string }> };

export const generateStaticParams = staticParams('version', 'movedVersion');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, number } = await params;
  const { publication, site, urls, words } = currentSite();
  const found = findAtSlug(publication, slug);
  if (found?.kind === 'moved') {
    const { slug: current, title } = found.to;
    const canonical = urls.absolute(urls.version(current, Number(number)));
    return { title, alternates: { canonical }, robots: { index: false } };
  }
  const article = publication.read(slug);
  const version = article?.record[Number(number) - 1];
  if (!article || !version) return {};
  const title = `${words.versionTitle(version.number, article.title)} – ${site.name}`;
  return { title: { absolute: title }, description: version.note, robots: { index: false } };
}

export default async function VersionPage({ params }: Props) {
  const { slug, number } = await params;
  const { publication, dateStyle, urls, words } = currentSite();
  const found = findAtSlug(publication, slug);
  if (found?.kind === 'moved') {
    const { slug: current, title } = found.to;
    return (
      <MovedNotice
        title={words.versionTitle(Number(number), title)}
        to={urls.version(current, Number(number))}
        words={words}
      />
    );
  }
  const article = found?.kind === 'article' ? found.article : undefined;
  const version = article?.record[Number(number) - 1];
  if (!article || !version) notFound();
  const parts = comparedVersion(article.record, version.number, { dateStyle, words });
  const changed = parts.filter(({ change }) => change !== 'none');
  return (
    <main id="text" className="page">
      <PageHeading title={words.versionTitle(version.number, article.title)} isLong>
        <p className="standfirst mbs-3">{version.note}</p>
        <p className="mbs-3 font-sans text-small text-soft">
          {words.versionKinds[version.kind]} · <ShownTime date={showInstant(version.recorded, dateStyle)} />
        </p>
        <p className="mbs-3 flex flex-wrap gap-x-6 gap-y-1 font-sans text-small">
          <a href={urls.article(slug)}>{words.currentText}</a>
          <a href={urls.versions(slug)}>{words.versions}</a>
        </p>
        {version.redactions.map(({ instant, reason }) => (
          <p key={`${instant} ${reason}`} className="mbs-3 font-sans text-small text-soft">
            {words.redacted(showInstant(instant, dateStyle).text, reason)}
          </p>
        ))}
        {changed.length > 1 && (
          <p className="mbs-3 font-sans text-small">
            {words.changedParts}{' '}
            {changed.map((part, index) => (
              <span key={part.name}>
                {index > 0 && words.comma}
                <a href={`#${partId(part.name)}`}>{partTitle(part, words)}</a>
              </span>
            ))}
          </p>
        )}
      </PageHeading>
      <div className="article-text">
        <ComparedText parts={parts} words={words} />
      </div>
    </main>
  );
}
