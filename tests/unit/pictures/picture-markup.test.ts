import { describe, expect, test } from 'vitest';
import type { PictureCopy } from '@/lib/model/picture-copies.ts';
import { type PicturePlace, pictureMarkup, placeInText } from '@/lib/pictures/picture-markup.ts';

/** The markup of a picture of this size, with addresses such as `480.avif`. */
function markup(width: number, height: number, place: PicturePlace = 'text') {
  const addressOf = (copy: PictureCopy) => `${copy.width}.${copy.format}`;
  return pictureMarkup({ name: 'pier', width, height }, place, addressOf);
}

describe('A picture in the text', () => {
  test('is offered as AVIF and as JPEG in every width, and fetched when the reader comes near', () => {
    expect(markup(3000, 2000)).toEqual({
      sources: [
        { type: 'image/avif', srcSet: '480.avif 480w,960.avif 960w,1440.avif 1440w', sizes: 'min(38rem,100vw)' },
      ],
      img: {
        src: '960.jpg',
        srcSet: '480.jpg 480w,960.jpg 960w,1440.jpg 1440w',
        sizes: 'min(38rem,100vw)',
        width: 1080,
        height: 720,
        decoding: 'async',
        loading: 'lazy',
      },
    });
  });

  test('says how narrow it is where it does not fill its place', () => {
    expect(markup(400, 300).img).toMatchObject({ src: '400.jpg', sizes: 'min(400px,100vw)', width: 400, height: 300 });
  });
});

test.each([
  ['3:2', 3000, 2000, 'wide'],
  ['4:3', 1200, 900, 'wide'],
  ['square', 3000, 3000, 'text'],
  ['upright', 2000, 3000, 'text'],
  ['3:2, but no wider than the text', 600, 400, 'text'],
])('A picture of %s stands in the text as one that is %4$s', (_what, width, height, place) => {
  expect(placeInText({ name: 'pier', width, height })).toBe(place);
});

describe('A lead picture', () => {
  test('is wanted before others, and at once', () => {
    const { img } = markup(3000, 2000, 'lead');

    expect(img).toMatchObject({ fetchPriority: 'high' });
    expect(img).not.toHaveProperty('loading');
  });

  test('is offered to phones without its widest copy', () => {
    const [forPhones, forOthers] = markup(3000, 2000, 'lead').sources;

    expect(forPhones).toMatchObject({ media: '(max-width:40rem)', srcSet: '480.avif 480w,960.avif 960w' });
    expect(forOthers?.srcSet).toContain('1440.avif');
    expect(forOthers).not.toHaveProperty('media');
  });

  test('is offered to all alike where it has no copy that is too wide for phones', () => {
    expect(markup(900, 600, 'lead').sources).toHaveLength(1);
  });
});

describe('A picture in a list', () => {
  test('is wanted at once where it leads, and when the reader comes near elsewhere', () => {
    expect(markup(3000, 2000, 'list-lead').img).toMatchObject({ fetchPriority: 'high' });
    for (const place of ['half', 'third', 'thumb'] as const) {
      expect(markup(3000, 2000, place).img).toMatchObject({ loading: 'lazy' });
    }
  });

  test('is offered above its text without the widest copy', () => {
    const { sources, img } = markup(3000, 2000, 'third');
    expect([sources[0]?.srcSet, img.srcSet]).toEqual(['480.avif 480w,960.avif 960w', '480.jpg 480w,960.jpg 960w']);
    expect(img.sizes).toBe('(min-width:64rem) min(23rem,29vw),(min-width:48rem) 11rem,100vw');
  });

  test('is offered beside its text in the narrowest copy alone, which needs no sizes', () => {
    expect(markup(3000, 2000, 'thumb')).toEqual({
      sources: [{ type: 'image/avif', srcSet: '480.avif' }],
      img: { src: '480.jpg', width: 480, height: 320, decoding: 'async', loading: 'lazy' },
    });
  });

  test('fills its place, whatever its proportions are', () => {
    expect(markup(2000, 3000, 'list-lead').img.sizes).toBe('(min-width:64rem) min(48.5rem,62vw),100vw');
  });
});

describe('The place that a picture takes', () => {
  test.each([
    ['that is wide', 3000, 1000, 1440, 480],
    ['that is small', 90, 60, 90, 60],
    ['that is high: no more than fits into a window', 2000, 3000, 480, 720],
    ['that is square', 1000, 1000, 720, 720],
    ['that is a line', 1440, 1, 1440, 1],
    ['that is a pole', 1, 5000, 1, 5000],
  ])('has the proportions of one %s', (_what, width, height, shownWidth, shownHeight) => {
    expect(markup(width, height).img).toMatchObject({ width: shownWidth, height: shownHeight });
  });
});
