import type { ReactNode } from 'react';
import { PreviewTools } from '@/components/preview/preview-tools.tsx';
import type { Words } from '@/lib/languages/words.ts';
import { previewScript } from '@/lib/page-scripts/bundle.ts';
import { currentPreview } from '@/lib/publication/current-publication.ts';

/** What pages of the preview have in addition; empty wherever readers may look. */
export function previewTools(words: Words): ReactNode {
  const preview = currentPreview();
  return preview && <PreviewTools preview={preview} script={previewScript()} words={words} />;
}
