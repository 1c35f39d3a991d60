import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { LocatorMap } from '@/components/article/locator-map.tsx';
import { wordsFor } from '@/lib/languages/languages.ts';
import { mapOf } from '@/lib/map/locator-map.ts';
import { aMapPicture, aPlace, aSite } from '../../support/an-article.ts';

const places = [
  aPlace({ name: 'Baghdad', position: { latitude: 33.315, longitude: 44.366 } }),
  aPlace({ id: 'asad', name: 'Ain al-Asad Air Base', position: { latitude: 33.786, longitude: 42.441 } }),
  aPlace({ id: 'raqqa', name: 'Raqqa', position: { latitude: 35.953, longitude: 39.009 } }),
];

function show(overrides: Partial<ReturnType<typeof aMapPicture>> = {}, site = aSite()) {
  const picture = aMapPicture({
    places,
    emphasise: ['Iraq', 'Syria'],
    alt: 'Iraq, Syria and their border',
    ...overrides,
  });
  const map = mapOf(picture, site);
  if (!map) throw new Error('There is no map.');
  return render(<LocatorMap map={map} picture={picture} lang={site.lang} words={wordsFor(site.lang)} />);
}

describe('The locator map', () => {
  it('is a figure with one picture, which has the name that the editor gave it', () => {
    show();
    expect(screen.getByRole('figure')).toContainElement(
      screen.getByRole('img', { name: 'Iraq, Syria and their border' }),
    );
  });

  it('is described by its places, the border and the countries', () => {
    show();
    expect(screen.getByRole('img')).toHaveAccessibleDescription(
      /^Marked on the map: Baghdad, Ain al-Asad Air Base and Raqqa\. The border between Iraq and Syria is emphasised\. Also named: .*Türkiye.*\.$/,
    );
  });

  it('says the same in text, for those who cannot see it', () => {
    show();
    expect(screen.getByText(/^Marked on the map:/).tagName).toBe('P');
  });

  it('has caption and credit under it', () => {
    show({ caption: 'Where it happened.', credit: 'Desk & Sons, from Natural Earth' });
    expect(screen.getByRole('figure').querySelector('figcaption')).toHaveTextContent(
      'Where it happened. Map: Desk & Sons, from Natural Earth',
    );
  });

  it('has the credit on a line of its own', () => {
    show({ caption: 'Where it happened' });
    expect(screen.getByRole('figure').querySelector('figcaption br')?.nextSibling?.textContent).toMatch(/^Map:/);
  });

  it('has the credit alone where there is no caption', () => {
    show({ caption: undefined, credit: 'Example Press', emphasise: undefined });
    expect(screen.getByRole('figure').querySelector('figcaption')?.textContent).toBe('Map: Example Press');
  });

  it('has a dot for each place in both its forms, beside the name', () => {
    const { container } = show();
    expect(container.querySelectorAll('.map-s circle')).toHaveLength(3);
    expect(container.querySelectorAll('.map-l circle')).toHaveLength(3);
    expect(container.querySelector('.map-l circle + text')).toHaveTextContent('Baghdad');
  });

  it('has a square for each capital, and a key that says so', () => {
    const { container } = show({ places: [aPlace({ isCapital: true }), ...places.slice(1)] });
    expect(container.querySelectorAll('.map-l .capital rect')).toHaveLength(1);
    expect(container.querySelectorAll('.map-l circle')).toHaveLength(2);
    expect(screen.getByText(/■/).parentElement).toHaveTextContent('■ Capital');
  });

  it('has a key for the line of the emphasised border, and none without one', () => {
    const { container, unmount } = show();
    expect(container.querySelector('figcaption')).toHaveTextContent(/^Border between Iraq and Syria/);
    expect(container.querySelector('figcaption .line')).not.toBeNull();
    unmount();
    const { container: other } = show({ emphasise: undefined, caption: undefined, credit: 'Example Press' });
    expect(other.querySelector('figcaption')?.textContent).toBe('Map: Example Press');
  });

  it('is in outlines and in one form where there is no style sheet', () => {
    const { container } = show();
    for (const narrow of container.querySelectorAll('.map-s')) expect(narrow).toHaveAttribute('display', 'none');
    for (const path of container.querySelectorAll('path')) {
      expect(path.closest('[fill=none]') ?? path.closest('figcaption'), path.outerHTML).not.toBeNull();
    }
    expect(container.querySelector('.map')).toHaveAttribute('width');
  });

  it('draws its land once, and uses it again', () => {
    const { container } = show();
    expect(container.querySelectorAll('.map path')).toHaveLength(4);
    const target = container.querySelector('use')?.getAttribute('href') ?? '';
    expect(container.querySelector(target)?.tagName).toBe('g');
  });

  it('writes a long name in two lines, the second under the first', () => {
    const { container } = show({
      places: [aPlace({ name: 'Al Tanf Garrison of the Coalition in the Syrian Desert' })],
    });
    const second = container.querySelector('.map-s tspan');
    expect(second).toHaveTextContent('in the Syrian Desert');
    expect(second?.getAttribute('x')).toBe(second?.closest('text')?.getAttribute('x'));
  });

  it('says everything in the language of the site', () => {
    show({ credit: 'دار المثال' }, aSite({ lang: 'ar', dir: 'rtl' }));
    expect(screen.getByRole('img')).toHaveAccessibleDescription(/الحدود بين العراق وسوريا/);
    expect(screen.getByText(/^الخريطة:/)).toHaveTextContent('الخريطة: دار المثال');
  });

  it('has no style attribute, which the policy forbids', () => {
    const { container } = show();
    expect(container.querySelector('[style]')).toBeNull();
  });
});
