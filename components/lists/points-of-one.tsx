import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { KeyPoint } from '@/lib/model/model.ts';
import { rowPlaces } from '@/lib/publication/list-layout.ts';

type Props = { points: readonly KeyPoint[]; words: Pick<Words, 'dir' | 'keyPoints'> };

/** The key points of the only article of a list, below it, in full rows. */
export function PointsOfOne({ points, words }: Props) {
  const places = rowPlaces(points.length);
  return (
    <section className="points">
      <h3 className="label">{words.keyPoints}</h3>
      <ul className="teasers">
        {points.map(({ text }, index) => (
          <li
            key={text}
            className={`span-${places[index]?.span}${places[index]?.isAlone ? ' alone' : ''}`}
            dir={ownDirection(text, words.dir)}
          >
            {text}
          </li>
        ))}
      </ul>
    </section>
  );
}
