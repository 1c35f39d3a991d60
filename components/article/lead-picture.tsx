import type { Picture } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { pictureMarkup } from '@/lib/pictures/picture-markup.ts';

type Props = { picture: Extract<Picture, { kind: 'image' }>; urls: Urls };

/** The picture of the article, with caption and credit. The renderer makes those in the text in the same way. */
export function LeadPicture({ picture: { image, alt, credit, caption }, urls }: Props) {
  const { sources, img } = pictureMarkup(image, 'lead', urls.picture);
  return (
    <figure className="lead-picture">
      <picture>
        {sources.map((source) => (
          <source key={source.srcSet} {...source} />
        ))}
        <img {...img} alt={alt} />
      </picture>
      <figcaption>
        {caption !== undefined && `${caption} `}
        <small>{credit}</small>
      </figcaption>
    </figure>
  );
}
