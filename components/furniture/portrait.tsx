import type { PictureUse } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { pictureMarkup } from '@/lib/pictures/picture-markup.ts';

/** The picture of an author, beside the name, so it needs no alternative text. */
export function Portrait({ picture: { image }, urls }: { picture: PictureUse; urls: Urls }) {
  const { sources, img } = pictureMarkup(image, 'thumb', urls.picture);
  return (
    <picture className="portrait">
      {sources.map((source) => (
        <source key={source.srcSet} {...source} />
      ))}
      <img {...img} alt="" />
    </picture>
  );
}
