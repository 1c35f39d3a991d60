import type { Words } from '@/lib/languages/words.ts';

/**
 * The control that passes the article on, and where a copied address is confirmed, to the eye and to the ear.
 *
 * Only script can do either: the button stays hidden until one has run, in the place that is kept for it.
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
