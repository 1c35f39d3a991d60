import type { KeyPoint } from '@/lib/content/model.ts';
import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';

type Props = { points: readonly KeyPoint[]; words: Pick<Words, 'dir' | 'keyPoints'> };

/** The article in two to five points, each a way to its section where it has one. */
export function KeyPoints({ points, words }: Props) {
  return (
    <section className="key-points">
      <h2 className="label">{words.keyPoints}</h2>
      <ul>
        {points.map(({ text, section }) => (
          <li key={text} dir={ownDirection(text, words.dir)}>
            {section === undefined ? text : <a href={`#${section}`}>{text}</a>}
          </li>
        ))}
      </ul>
    </section>
  );
}
