import { type Instant, parseInstant } from '../../model/moment.ts';
import { type Standing, standing } from '../../model/standing.ts';

/** What front matter says of when readers see an article, as far as it can be read; its other keys may be at fault. */
export type StatedStanding = { draft: boolean; published?: Instant | undefined; expires?: Instant | undefined };

/** The same in the keys of front matter. */
type Stated = { [Key in keyof StatedStanding]?: StatedStanding[Key] | undefined };

/**
 * @param data Front matter that may fit no schema, or `undefined` if there is none that can be read.
 * @param whole What a translation and its original say together, if neither is at fault.
 */
export function statedStanding(data: unknown, whole?: Stated): StatedStanding {
  if (whole) return { draft: whole.draft ?? false, published: whole.published, expires: whole.expires };
  const written = (key: string): unknown =>
    typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
  const instant = (key: string) => {
    const parsed = parseInstant(String(written(key)));
    return 'value' in parsed ? parsed.value : undefined;
  };
  return {
    // Whoever writes "yes" takes the article back as well.
    draft: /^(true|yes|on)$/i.test(String(written('draft'))),
    published: instant('published'),
    expires: instant('expires'),
  };
}

/** Where such an article stands at `now`. It counts as published unless its front matter says otherwise. */
export function standingAsStated(
  { draft, published = Number.NEGATIVE_INFINITY, expires }: StatedStanding,
  now: Instant,
): Standing {
  return standing({ draft, published, expires }, now);
}
