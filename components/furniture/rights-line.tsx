import type { Words } from '@/lib/languages/words.ts';
import type { Site } from '@/lib/model/model.ts';

type Props = { site: Pick<Site, 'rights' | 'publisher'>; words: Pick<Words, 'rights'> };

/** Who has the rights in the texts, under which licence, and whether they may be used for AI. */
export function RightsLine({ site: { rights, publisher }, words }: Props) {
  if (!rights) return null;
  const { holder = publisher, licence, ai } = rights;
  return (
    <p className="mbs-2">
      © <bdi>{holder}</bdi>
      {licence && (
        <>
          {' · '}
          <a href={licence.url} rel="license">
            <bdi>{licence.name}</bdi>
          </a>
        </>
      )}
      {ai && <> · {ai === 'deny' ? words.rights.aiDenied : words.rights.aiAllowed}</>}
    </p>
  );
}
