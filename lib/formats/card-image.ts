import { copiesOf } from '../model/picture-copies.ts';
import type { Urls } from '../model/urls.ts';
import type { Article } from '../model/model.ts';

/** The addresses of an article's pictures: its card, and where it has a lead picture the widest copy that all can read. */
export function shownImages({ picture, slug }: Pick<Article, 'picture' | 'slug'>, urls: Urls): string[] {
  const copies = picture?.kind === 'image' ? copiesOf(picture.image).filter(({ format }) => format === 'jpg') : [];
  const widest = copies.at(-1);
  return [urls.card(slug), ...(widest ? [urls.picture(widest)] : [])].map(urls.absolute);
}
