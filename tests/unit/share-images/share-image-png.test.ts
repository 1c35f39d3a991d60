import sharp from 'sharp';
import { expect, test } from 'vitest';
import { articleShareImage, siteShareImage } from '@/lib/share-images/article-share-image.ts';
import { shareImagePng } from '@/lib/share-images/share-image-png.ts';
import { aLeadPicture, aMapPicture, anArticle, aSite } from '../../support/an-article.ts';

const size = { format: 'png', width: 1200, height: 675 };

test('The card of a publication and one with a map are drawn as PNG, the same for the same words', async () => {
  const card = articleShareImage(anArticle({ picture: aMapPicture() }), aSite());
  const image = await shareImagePng(card);
  expect(await sharp(image).metadata()).toMatchObject(size);
  expect(await shareImagePng(card)).toEqual(image);
  expect(await sharp(await shareImagePng(siteShareImage(aSite()))).metadata()).toMatchObject(size);
});

test.each([
  ['ltr', 862],
  ['rtl', 337],
] as const)(
  'A card of a site from %s shows the image of its article beside the words, with 256 colours',
  async (dir, middle) => {
    const red = await sharp({ create: { width: 90, height: 40, channels: 3, background: '#d00000' } })
      .png()
      .toBuffer();
    const image = await shareImagePng(articleShareImage(anArticle({ picture: aLeadPicture() }), aSite({ dir })), red);
    expect(await sharp(image).metadata()).toMatchObject({ ...size, isPalette: true });
    const dot = await sharp(image)
      .extract({ left: middle, top: 337, width: 1, height: 1 })
      .removeAlpha()
      .raw()
      .toBuffer();
    expect(dot[0]).toBeGreaterThan(190);
    expect(dot[1]).toBeLessThan(20);
  },
);

test('A file that is no picture cannot be drawn', async () => {
  const card = articleShareImage(anArticle({ picture: aLeadPicture() }), aSite());
  await expect(shareImagePng(card, Buffer.from('no picture'))).rejects.toThrow(/unsupported image format/);
});
