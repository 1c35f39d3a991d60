import { addressOfKey, articleKeyAt } from '../model/urls.ts';

/** What readers can see of an article, to notice when some of it is taken down. */
export type PublicText = {
  /** Identifies what each version of its record says, oldest first. A redaction changes it. */
  versions: readonly string[];
  /** The SHA-256 of its picture files, by the prefix of their copies' names: `storm/pier-1a2b3c4d`. */
  pictures: Readonly<Record<string, string>>;
};

/** The articles that readers can see, by slug; those of further languages have the prefix before it, as in `ar/storm`. */
export type PublicTexts = Readonly<Record<string, PublicText>>;

/** What readers can see of a site's articles. */
export type PublicSite = {
  texts: PublicTexts;
  /** Permanent redirects: an article that has moved is not gone. */
  redirects: Readonly<Record<string, string>>;
};

/** Something that readers could once see: an article, a version of it, or a picture in it. */
export type Gone = { slug: string } & (
  | { what: 'article' }
  | { what: 'version'; number: number }
  | { what: 'picture'; name: string }
);

/** What readers could see of articles in one state of a site and cannot see in another. */
export function goneFrom(earlier: PublicTexts, later: PublicSite): Gone[] {
  return Object.entries(earlier).flatMap(([slug, { versions, pictures }]): Gone[] => {
    const now = laterText(slug, later);
    if (!now) return [{ slug, what: 'article' }];
    const shown = new Set(Object.values(now.pictures));
    return [
      ...versions.flatMap((name, index): Gone[] =>
        now.versions[index] === name ? [] : [{ slug, what: 'version', number: index + 1 }],
      ),
      ...Object.entries(pictures).flatMap(([name, digest]): Gone[] =>
        shown.has(digest) ? [] : [{ slug, what: 'picture', name }],
      ),
    ];
  });
}

/** A list of what is gone, for a message: `storm, storm (version 1), pier (picture pier/boat-1a2b3c4d)`. */
export function listGone(gone: readonly Gone[]): string {
  return gone
    .map((one) => {
      if (one.what === 'article') return one.slug;
      return `${one.slug} (${one.what === 'version' ? `version ${one.number}` : `picture ${one.name}`})`;
    })
    .join(', ');
}

/** The pictures that the same articles show in both states of a site, by the prefix of their copies' names. */
export function picturesStillShown(earlier: PublicTexts, later: PublicSite): string[] {
  return Object.entries(earlier).flatMap(([slug, { pictures }]) => {
    const shown = new Set(Object.values(laterText(slug, later)?.pictures ?? {}));
    return Object.entries(pictures).flatMap(([name, digest]) => (shown.has(digest) ? name : []));
  });
}

/** An article in a later state of a site, where it may have moved; `undefined` if readers cannot see it there. */
function laterText(slug: string, { texts, redirects }: PublicSite): PublicText | undefined {
  const moved = redirects[addressOfKey(slug)];
  return texts[moved === undefined ? slug : (articleKeyAt(moved) ?? slug)];
}
