import { labelTexts } from '../languages/label-texts.ts';
import { wordsFor } from '../languages/languages.ts';
import { mapWishOf } from '../map/locator-map.ts';
import { formattingLocale } from '../model/formatting-locale.ts';
import { inMode, paletteOf } from '../model/look/colors.ts';
import type { Site, Teaser } from '../model/model.ts';
import type { ShareImage } from './draw-share-image.ts';

/**
 * The share image of an article: its headline, its main topic and labels, and beside them its map or its lead picture; or the picture
 * that its editor chose instead.
 */
export function articleShareImage(article: ShownOnShareImage, site: ShareImageSite): ShareImage {
  if (article.card) {
    const beside = { image: article.card.image.name, fills: true } as const;
    return { name: '', kicker: undefined, text: '', dir: site.dir, colors: colorsOf(site), logo: undefined, beside };
  }
  const { title, picture } = article;
  const { name, dir } = site;
  const beside = picture?.kind === 'image' ? { image: picture.image.name } : mapWishOf(picture, site);
  return { name, kicker: kickerOf(article, site), text: title, dir, colors: colorsOf(site), logo: site.logo, beside };
}

/** The share image of the publication, for all pages that are not articles. */
export function siteShareImage(site: ShareImageSite): ShareImage {
  const { name, tagline, dir } = site;
  return { name, kicker: undefined, text: tagline, dir, colors: colorsOf(site), logo: site.logo, beside: undefined };
}

/** What a share image shows of an article and of the site. */
type ShownOnShareImage = Pick<Teaser, 'title' | 'topics' | 'labels' | 'picture' | 'card'>;
type ShareImageSite = Pick<Site, 'name' | 'tagline' | 'dir' | 'lang' | 'digits' | 'look' | 'logo'>;

/** The main topic and the labels, since a share image is seen without the page. */
function kickerOf({ labels, topics: [topic] }: ShownOnShareImage, site: ShareImageSite): string {
  return [topic.name, ...labelTexts(labels, wordsFor(formattingLocale(site)))].join(' · ');
}

function colorsOf(site: ShareImageSite): ShareImage['colors'] {
  return inMode(paletteOf(site), 'light');
}
