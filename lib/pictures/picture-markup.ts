import { type PictureCopy, type PictureFormat, recipe, type ShownImage, widthsOf } from '../model/picture-copies.ts';

/** The attributes of a `<picture>`, as both React and hast name them, without the alternative text. */
export type PictureMarkup = {
  sources: { type: string; media?: string; srcSet: string; sizes?: string }[];
  img: {
    src: string;
    srcSet?: string;
    sizes?: string;
    width: number;
    height: number;
    decoding: 'async';
    loading?: 'lazy';
    fetchPriority?: 'high';
  };
};

/** The greatest height of a picture in CSS pixels: with its caption it fits into most windows, and on paper. */
const highest = 720;

/** The widths of components/article/article.css: how wide a picture is if there is room, and what is beside it. */
const inArticles = {
  lead: {
    width: 896,
    sizes: '(min-width:75rem) min(56rem,50vw + 16rem),(min-width:64rem) calc(100vw - 22.5rem),100vw',
  },
  text: { width: 608, sizes: 'min(38rem,100vw)' },
  wide: { width: 896, sizes: '(min-width:75rem) min(56rem,50vw + 16rem),min(38rem,100vw)' },
};

/** The widths of components/lists/teasers.css, which crops pictures to fill them, and the widest copies that they get. */
const inLists = {
  'list-lead': { sizes: '(min-width:64rem) min(48.5rem,62vw),100vw', widest: Number.POSITIVE_INFINITY },
  half: { sizes: '(min-width:64rem) min(36rem,45vw),(min-width:48rem) 11rem,100vw', widest: 960 },
  third: { sizes: '(min-width:64rem) min(23rem,29vw),(min-width:48rem) 11rem,100vw', widest: 960 },
  thumb: { sizes: '7rem', widest: 480 },
};

/** Where a picture is: above or in the text of an article, or in a list, in its lead, above a text or beside one. */
export type PicturePlace = keyof typeof inArticles | keyof typeof inLists;

/** The places of the pictures that readers see first. */
const first: readonly PicturePlace[] = ['lead', 'list-lead'];

/** From this ratio of width to height on, a picture is wide: it can be shown larger without filling the window. */
const wideRatio = 4 / 3;

/** The place of a picture in the text: `wide` extends into the margin of a wide window. */
export function placeInText(image: ShownImage): PicturePlace {
  const isLarge = Math.max(...widthsOf(image)) > inArticles.text.width;
  return isLarge && image.width / image.height >= wideRatio ? 'wide' : 'text';
}

/** The window of a phone, which gets no larger copies than `recipe.phone` names, whatever its pixel ratio. */
const phoneWindow = '(max-width:40rem)';

/**
 * The attributes of a picture in a page. A lead picture is loaded at once and before others, any other one when the
 * reader comes near. Width and height are those of its place, so that nothing moves when it arrives.
 *
 * @param addressOf The address of a copy.
 */
export function pictureMarkup(
  image: ShownImage,
  place: PicturePlace,
  addressOf: (copy: PictureCopy) => string,
): PictureMarkup {
  const { name } = image;
  const most = isInList(place) ? inLists[place].widest : Number.POSITIVE_INFINITY;
  const widths = widthsOf(image).filter((width, index) => index === 0 || width <= most);
  const address = (width: number, format: PictureFormat) => addressOf({ name, width, format });
  const srcSet = (format: PictureFormat, widest = Number.POSITIVE_INFINITY) =>
    widths
      .filter((width, index) => index === 0 || width <= widest)
      .map((width) => `${address(width, format)} ${width}w`)
      .join(',');

  const ratio = image.width / image.height;
  const width = Math.max(1, Math.round(Math.min(widths.at(-1) ?? 1, highest * ratio)));
  const middle = widths.findLast((one) => one <= recipe.phone.avif) ?? widths[0] ?? 1;
  const isFirst = first.includes(place);
  const src = address(middle, 'jpg');
  const taken: Pick<PictureMarkup['img'], 'width' | 'height' | 'decoding' | 'loading' | 'fetchPriority'> = {
    width,
    height: Math.max(1, Math.round(width / ratio)),
    decoding: 'async',
    ...(isFirst ? { fetchPriority: 'high' } : { loading: 'lazy' }),
  };
  if (isInList(place) && widths.length === 1) {
    return { sources: [{ type: 'image/avif', srcSet: address(middle, 'avif') }], img: { src, ...taken } };
  }
  const sizes = sizesOf(place, width);
  const avif = { type: 'image/avif', srcSet: srcSet('avif'), sizes };
  const forPhones = { ...avif, media: phoneWindow, srcSet: srcSet('avif', recipe.phone.avif) };
  return {
    sources: isFirst && forPhones.srcSet !== avif.srcSet ? [forPhones, avif] : [avif],
    img: { src, srcSet: srcSet('jpg'), sizes, ...taken },
  };
}

/** A picture fills its place in a list; in an article it is no wider than its file. */
function sizesOf(place: PicturePlace, width: number): string {
  if (isInList(place)) return inLists[place].sizes;
  return width < inArticles[place].width ? `min(${width}px,100vw)` : inArticles[place].sizes;
}

function isInList(place: PicturePlace): place is keyof typeof inLists {
  return place in inLists;
}
