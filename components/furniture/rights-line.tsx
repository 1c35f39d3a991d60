import { type Direction, ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { Site } from '@/lib/model/model.ts';

type Props = { site: Pick<Site, 'rights' | 'publisher'>; words: Pick<Words, 'dir' | 'rights'> };

/** Who has the rights in the texts, under which licence, and whether they may be used for AI. */
export function RightsLine({ site: { rights, publisher }, words }: Props) {
  if (!rights) return null;
  const { holder = publisher, licence, ai } = rights;
  return (
    <p className="mbs-2">
      © {inItsDirection(holder, words.dir)}
      {licence && (
        <>
          {' · '}
          <a href={licence.url} rel="license">
            {inItsDirection(licence.name, words.dir)}
          </a>
        </>
      )}
      {ai && <> · {ai === 'deny' ? words.rights.aiDenied : words.rights.aiAllowed}</>}
    </p>
  );
}

/** A name, apart from the line around it if that is read in the other direction. */
function inItsDirection(name: string, around: Direction) {
  return ownDirection(name, around) ? <bdi>{name}</bdi> : name;
}
