import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { KeyPoint } from '@/lib/model/model.ts';

type Props = {
  points: readonly KeyPoint[];
  unverified: readonly string[];
  words: Pick<Words, 'dir' | 'keyPoints' | 'unverified'>;
};

/** The article in two to five points, each a link to its section if it has one, and then what is not verified. Either may be missing. */
export function KeyPoints({ points, unverified, words }: Props) {
  return (
    <section className="key-points">
      {points.length > 0 && (
        <>
          <h2 className="label">{words.keyPoints}</h2>
          <ul>
            {points.map(({ text, section }) => (
              <li key={text} dir={ownDirection(text, words.dir)}>
                {section === undefined ? text : <a href={`#${section}`}>{text}</a>}
              </li>
            ))}
          </ul>
        </>
      )}
      {unverified.length > 0 && (
        <>
          <h2 className={points.length > 0 ? 'label mbs-5' : 'label'}>{words.unverified}</h2>
          <ul>
            {unverified.map((text) => (
              <li key={text} dir={ownDirection(text, words.dir)}>
                {text}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}
