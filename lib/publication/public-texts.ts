import { routes, slugIn } from '../model/urls.ts';

/** What readers can see of an article, as far as it matters when some of it is taken down. */
export type PublicText = {
  /** Names what each version of its record says, the first one first. A redaction gives a version another name. */
  versions: readonly string[];
  /** SHA-256 of the picture files that it shows, by what the names of their copies begin with: `storm/pier-1a2b3c4d`. */
  pictures: Readonly<Record<string, string>>;
};

/** The articles that readers can see, by slug. */
export type PublicTexts = Readonly<Record<string, PublicText>>;

/** A site as far as it matters what readers can see of its articles. */
export type PublicSite = {
  texts: PublicTexts;
  /** Routes that lead to others for good: an article that has moved is not gone. */
  redirects: Readonly<Record<string, string>>;
};

/** Something that readers could see once: an article, a version of its record as it was, or a picture in it. */
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

/** What has gone, for a message: `storm, storm (version 1), pier (picture pier/boat-1a2b3c4d)`. */
export function listGone(gone: readonly Gone[]): string {
  return gone
    .map((one) => {
      if (one.what === 'article') return one.slug;
      return `${one.slug} (${one.what === 'version' ? `version ${one.number}` : `picture ${one.name}`})`;
    })
    .join(', ');
}

/** The pictures, by what the names of their copies begin with, that the same articles show in both states of a site. */
export function picturesStillShown(earlier: PublicTexts, later: PublicSite): string[] {
  return Object.entries(earlier).flatMap(([slug, { pictures }]) => {
    const shown = new Set(Object.values(laterText(slug, later)?.pictures ?? {}));
    return Object.entries(pictures).flatMap(([name, digest]) => (shown.has(digest) ? name : []));
  });
}

/** An article in a later state of a site, in which it may have moved; `undefined` if readers cannot see it there. */
function laterText(slug: string, { texts, redirects }: PublicSite): PublicText | undefined {
  const moved = redirects[routes.article(slug)];
  return texts[moved === undefined ? slug : (slugIn(moved) ?? slug)];
}
