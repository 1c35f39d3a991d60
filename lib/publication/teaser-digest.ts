import { hash } from 'node:crypto';
import type { Picture, PictureUse, Teaser } from '../model/model.ts';

/** What the end of an article shows of another one; of its picture only a photo, since a map would be too small there. */
export type Brief = Pick<Teaser, 'slug' | 'title' | 'kind' | 'labels' | 'published' | 'picture'> & {
  topics: readonly [{ name: string }, ...unknown[]];
};

/** What a list shows of an article. */
export type Listed = Brief & Pick<Teaser, 'standfirst' | 'authors'>;

/** The portrait that a list shows of the single author of an opinion without a picture of its own. */
export function portraitOf({ kind, picture, authors }: Listed): PictureUse | undefined {
  const [author, ...others] = authors;
  return kind === 'opinion' && picture === undefined && others.length === 0 ? author?.picture : undefined;
}

/** Identifies what `Brief` shows of an article: the same text for two that look the same there. */
export const briefDigest = onceEach(({ slug, title, kind, labels, published, picture, topics: [topic] }: Brief) => [
  slug,
  title,
  kind,
  labels,
  published,
  topic.name,
  picture?.kind === 'image' ? picture.image : undefined,
]);

/** Identifies what `Listed` shows of an article, except authors without a portrait, whom only a list of one names. */
export const listedDigest = onceEach((article: Listed) => {
  const portrait = portraitOf(article);
  return [
    briefDigest(article),
    article.standfirst,
    pictureFacts(article.picture),
    ...(portrait ? [portrait.image, article.authors.map(({ name }) => name)] : []),
  ];
});

function pictureFacts(picture: Picture | undefined): unknown {
  if (picture?.kind !== 'map') return picture?.alt;
  const { alt, emphasise, places } = picture;
  return [alt, emphasise, places.map(({ name, position }) => [name, position])];
}

/** A digest of facts, cached for each article: a resident build needs the same ones again and again. */
function onceEach<Article extends object>(facts: (article: Article) => unknown): (article: Article) => string {
  const known = new WeakMap<Article, string>();
  return (article) => {
    const before = known.get(article);
    if (before !== undefined) return before;
    const digest = hash('sha256', JSON.stringify(facts(article)), 'base64');
    known.set(article, digest);
    return digest;
  };
}
