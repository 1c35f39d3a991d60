import type { Metadata } from 'next';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { Prose } from '@/components/article/prose.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';

export function generateMetadata(): Metadata {
  const current = currentSite();
  const { site, urls, words } = current;
  return pageMetadata(current, { title: words.about, description: site.tagline, path: urls.about });
}

export default function AboutPage() {
  const { site, words } = currentSite();
  return (
    <main id="text" className="page">
      <PageHeading title={words.about}>
        <p className="standfirst mbs-3">{site.tagline}</p>
      </PageHeading>
      <Prose html={site.about} />
    </main>
  );
}
