import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Document } from '@/components/furniture/document.tsx';
import { pageScripts } from '@/lib/page-scripts/bundle.ts';
import './globals.css';
import { paletteOf } from '@/lib/model/look/colors.ts';
import { currentSite } from './current-site.ts';
import { previewTools } from './preview-tools.tsx';

export function generateViewport(): Viewport {
  const { paper } = paletteOf(currentSite().site);
  return {
    // The colour of paper, for the browser's own bars.
    themeColor: [
      { media: '(prefers-color-scheme: light)', color: paper.light },
      { media: '(prefers-color-scheme: dark)', color: paper.dark },
    ],
  };
}

export function generateMetadata(): Metadata {
  const { site, urls } = currentSite();
  return {
    metadataBase: new URL(urls.absolute(urls.home)),
    title: { default: site.name, template: `%s – ${site.name}` },
    icons: { icon: { url: urls.icon, type: 'image/svg+xml' }, apple: urls.touchIcon },
    manifest: urls.manifest,
  };
}

export default function RootLayout({ children }: { children: ReactNode }) {
  const { site, has, topics, menus, urls, words, languages } = currentSite();
  return (
    <Document
      site={site}
      has={has}
      topics={topics}
      menus={menus}
      languages={languages}
      urls={urls}
      words={words}
      scripts={pageScripts(site.languages.length)}
      previewTools={previewTools(words)}
    >
      {children}
    </Document>
  );
}
