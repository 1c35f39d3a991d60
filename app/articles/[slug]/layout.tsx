import type { ReactNode } from 'react';
import { currentSite } from '@/app/current-site.ts';
import { PreviewNote } from '@/components/preview/preview-note.tsx';
import { currentPreview } from '@/lib/publication/current-publication.ts';

type Props = { params: Promise<{ slug: string }>; children: ReactNode };

/** What all pages of an article have in common: in the preview, a line that says what readers see of it. */
export default async function ArticleLayout({ params, children }: Props) {
  const { slug } = await params;
  const preview = currentPreview();
  if (!preview) return children;
  const { urls, dateStyle, words } = currentSite();
  const remark = preview.remarks.get(urls.article(slug));
  if (!remark) return children;
  return (
    <>
      <PreviewNote remark={remark} now={preview.now} dateStyle={dateStyle} words={words} />
      {children}
    </>
  );
}
