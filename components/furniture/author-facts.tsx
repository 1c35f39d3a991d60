import { ownDirection } from '@/lib/languages/direction.ts';
import type { Words } from '@/lib/languages/words.ts';
import type { Signed } from '@/lib/model/model.ts';

type Props = { author: Signed; words: Pick<Words, 'dir' | 'former'> };

/** The role of an author. */
export function roleOf({ role, former }: Pick<Signed, 'role' | 'former'>, words: Pick<Words, 'former'>) {
  if (!former) return role;
  return role === undefined ? words.former.author : words.former.role(role);
}

/** The short biography of an author, and how to contact them. */
export function AuthorFacts({ author: { bio, contact }, words }: Props) {
  return (
    <>
      {bio !== undefined && <p dir={ownDirection(bio, words.dir)}>{bio}</p>}
      {contact !== undefined && (
        <p>
          <a href={`mailto:${contact}`} dir="ltr">
            {contact}
          </a>
        </p>
      )}
    </>
  );
}
