import { type Instant, parseInstant } from '../../model/moment.ts';
import { type Standing, standing } from '../../model/standing.ts';

/** What front matter says about when readers see an article, as far as it can be read; other keys may have errors. */
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
    // Anyone who writes "yes" means to withdraw the article, too.
    draft: /^(true|yes|on)$/i.test(String(written('draft'))),
    published: instant('published'),
    expires: instant('expires'),
  };
}

/** The publication state of such an article at `now`. It counts as published unless its front matter says otherwise. */
export function standingAsStated(
  { draft, published = Number.NEGATIVE_INFINITY, expires }: StatedStanding,
  now: Instant,
): Standing {
  return standing({ draft, published, expires }, now);
}
