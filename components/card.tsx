import type { ReactNode } from 'react';
import type { Words } from '@/lib/languages/words.ts';

type Props = { id: string; words: Pick<Words, 'close'>; children: ReactNode };

/** A card that opens beside the button in the text that names it; the browser does it, without script. */
export function Card({ id, words, children }: Props) {
  return (
    <div popover="auto" id={id} className="card">
      {children}
      <button
        type="button"
        popoverTarget={id}
        popoverTargetAction="hide"
        className="card-close"
        aria-label={words.close}
      >
        ×
      </button>
    </div>
  );
}
