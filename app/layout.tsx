import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { Document } from '@/components/document.tsx';
import { pageScripts } from '@/lib/page-scripts/bundle.ts';
import './globals.css';
import { currentSite } from './current-site.ts';
import { themeColors } from './theme-colors.ts';

export const viewport: Viewport = { themeColor: [...themeColors] };

export function generateMetadata(): Metadata {
  const { site, urls } = currentSite();
  return {
    metadataBase: new URL(urls.absolute(urls.home)),
    title: { default: site.name, template: `%s – ${site.name}` },
    icons: { icon: { url: urls.icon, type: 'image/svg+xml' } },
  };
}

export default function RootLayout({ children }: { children: ReactNode }) {
  const { site, has, urls, words } = currentSite();
  return (
    <Document site={site} has={has} urls={urls} words={words} scripts={pageScripts()}>
      {children}
    </Document>
  );
}
