import { type PictureCopy, type PictureFormat, recipe, type ShownImage, widthsOf } from './picture-copies.ts';

/** Where in an article a picture stands. */
export type PicturePlace = 'lead' | 'text' | 'wide';

/**
 * The attributes of a `<picture>`, as React and hast both name them. What the editor wrote, the alternative text, is not
 * among them.
 */
export type PictureMarkup = {
  sources: { type: string; media?: string; srcSet: string; sizes: string }[];
  img: {
    src: string;
    srcSet: string;
    sizes: string;
    width: number;
    height: number;
    decoding: 'async';
    loading?: 'lazy';
    fetchPriority?: 'high';
  };
};

/** A picture is shown at most so high, in pixels of the page: with its caption it fits into most windows, and on paper. */
const highest = 720;

/** How wide a picture is where there is room, and what it is beside: the widths of components/article.css. */
const places = {
  lead: {
    width: 896,
    sizes: '(min-width:75rem) min(56rem,50vw + 16rem),(min-width:64rem) calc(100vw - 22.5rem),100vw',
  },
  text: { width: 608, sizes: 'min(38rem,100vw)' },
  wide: { width: 896, sizes: '(min-width:75rem) min(56rem,50vw + 16rem),min(38rem,100vw)' },
} as const;

/** From this ratio of width and height on a picture is wide: it does not fill a window that it is shown larger in. */
const wideRatio = 4 / 3;

/** The place in the text of a picture: `wide` goes out into the margin of a wide window. */
export function placeInText(image: ShownImage): PicturePlace {
  const isLarge = Math.max(...widthsOf(image)) > places.text.width;
  return isLarge && image.width / image.height >= wideRatio ? 'wide' : 'text';
}

/** The window of a phone, which gets no larger copies than `recipe.phone` names, however fine its pixels are. */
const phoneWindow = '(max-width:40rem)';

/**
 * How a picture stands in a page. The lead picture is wanted at once and before others; one in the text when the reader
 * comes near. Width and height are those of the place that it takes, so that nothing moves when it arrives.
 *
 * @param addressOf The address of a copy.
 */
export function pictureMarkup(
  image: ShownImage,
  place: PicturePlace,
  addressOf: (copy: PictureCopy) => string,
): PictureMarkup {
  const { name } = image;
  const widths = widthsOf(image);
  const address = (width: number, format: PictureFormat) => addressOf({ name, width, format });
  const srcSet = (format: PictureFormat, widest = Number.POSITIVE_INFINITY) =>
    widths
      .filter((width, index) => index === 0 || width <= widest)
      .map((width) => `${address(width, format)} ${width}w`)
      .join(',');

  const ratio = image.width / image.height;
  const width = Math.max(1, Math.round(Math.min(widths.at(-1) ?? 1, highest * ratio)));
  const sizes = width < places[place].width ? `min(${width}px,100vw)` : places[place].sizes;
  const avif = { type: 'image/avif', srcSet: srcSet('avif'), sizes };
  const forPhones = { ...avif, media: phoneWindow, srcSet: srcSet('avif', recipe.phone.avif) };
  const middle = widths.findLast((one) => one <= recipe.phone.avif) ?? widths[0] ?? 1;
  return {
    sources: place === 'lead' && forPhones.srcSet !== avif.srcSet ? [forPhones, avif] : [avif],
    img: {
      src: address(middle, 'jpg'),
      srcSet: srcSet('jpg'),
      sizes,
      width,
      height: Math.max(1, Math.round(width / ratio)),
      decoding: 'async',
      ...(place === 'lead' ? { fetchPriority: 'high' } : { loading: 'lazy' }),
    },
  };
}
