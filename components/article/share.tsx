import type { Words } from '@/lib/languages/words.ts';

/**
 * The share button, and the place in which a copied address is confirmed, visibly and for screen readers.
 *
 * Only script can do either: the button stays hidden in its reserved place until one has run.
 */
export function Share({ words }: { words: Pick<Words, 'share' | 'linkCopied' | 'linkNotCopied'> }) {
  return (
    <>
      <button type="button" className="share" hidden suppressHydrationWarning>
        {words.share}
      </button>
      <p role="status" className="toast" data-done={words.linkCopied} data-failed={words.linkNotCopied} />
    </>
  );
}
