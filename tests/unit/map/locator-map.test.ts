import { describe, expect, test } from 'vitest';
import { mapOf } from '@/lib/map/locator-map.ts';
import { aLeadPicture, aMapPicture, aPlace, aSite } from '../../support/an-article.ts';

describe('The map of a picture', () => {
  test('is none where the picture is none, or there is no picture', () => {
    expect(mapOf(undefined, aSite())).toBeUndefined();
    expect(mapOf(aLeadPicture(), aSite())).toBeUndefined();
  });

  test('is drawn once for the same content, and again where a place, its name or the language is another', () => {
    const map = mapOf(aMapPicture(), aSite());
    expect(mapOf(aMapPicture({ caption: 'Another one' }), aSite())).toBe(map);
    const moved = aPlace({ position: { latitude: 34, longitude: 44 } });
    for (const other of [
      mapOf(aMapPicture({ places: [moved] }), aSite()),
      mapOf(aMapPicture({ places: [aPlace({ name: 'Bagdad' })] }), aSite()),
      mapOf(aMapPicture({ emphasise: ['Iraq', 'Iran'] }), aSite()),
      mapOf(aMapPicture(), aSite({ lang: 'ar' })),
      mapOf(aMapPicture(), aSite({ dir: 'rtl' })),
    ]) {
      expect(other).not.toEqual(map);
    }
  });
});
