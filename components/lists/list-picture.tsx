import type { Picture } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { type PicturePlace, pictureMarkup } from '@/lib/pictures/picture-markup.ts';

type Props = { picture: Extract<Picture, { kind: 'image' }>; place: PicturePlace; urls: Urls };

/**
 * The picture of an article in a list. Only that of the lead has alternative text: the headline beside a smaller one
 * says what the article is about, and a list of descriptions is tiring to hear.
 */
export function ListPicture({ picture: { image, alt }, place, urls }: Props) {
  const { sources, img } = pictureMarkup(image, place, urls.picture);
  return (
    <picture>
      {sources.map((source) => (
        <source key={source.srcSet} {...source} />
      ))}
      <img {...img} alt={place === 'list-lead' ? alt : ''} />
    </picture>
  );
}
