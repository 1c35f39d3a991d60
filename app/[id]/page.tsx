import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { currentSite } from '@/app/current-site.ts';
import { pageMetadata } from '@/app/page-metadata.ts';
import { staticParams } from '@/app/static-params.ts';
import { Prose } from '@/components/article/prose.tsx';
import { PageHeading } from '@/components/furniture/page-heading.tsx';
import { ownDirection } from '@/lib/languages/direction.ts';

type Props = { params: Promise<{ id: string }> };

export const generateStaticParams = staticParams('staticPage');

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { id } = await params;
  const current = currentSite();
  const page = current.publication.pages.find((one) => one.id === id);
  if (!page) return {};
  const { title, description = current.site.tagline } = page;
  return pageMetadata(current, { title, description, path: current.urls.staticPage(id) });
}

/** A page of the publication. To reader views it is an article. */
export default async function Page({ params }: Props) {
  const { id } = await params;
  const { publication, words } = currentSite();
  const page = publication.pages.find((one) => one.id === id);
  if (!page) notFound();
  return (
    <main id="text" className="page">
      <article>
        <PageHeading title={page.title}>
          {page.description && (
            <p className="standfirst mbs-3" dir={ownDirection(page.description, words.dir)}>
              {page.description}
            </p>
          )}
        </PageHeading>
        <Prose html={page.text} />
      </article>
    </main>
  );
}
