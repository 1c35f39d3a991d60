import type { Words } from '@/lib/languages/words.ts';

/** The button that a script puts into the open card. */
export function CloseCard({ words }: { words: Pick<Words, 'close'> }) {
  return (
    <button type="button" hidden className="card-close" aria-label={words.close}>
      ×
    </button>
  );
}
