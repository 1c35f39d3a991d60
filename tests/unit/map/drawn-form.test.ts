import { describe, expect, test } from 'vitest';
import { drawForm } from '@/lib/map/drawn-form.ts';
import type { MapLabels } from '@/lib/map/labels/map-labels.ts';

const view = { x: 20, y: 0, width: 800, height: 400 };
const labels: MapLabels = {
  places: [
    { name: 'Raqqa', isCapital: false, x: 0.25, y: 0.25, label: { lines: ['Raqqa'], x: 7, y: 5, align: 'left' } },
    { name: 'Ain Issa', isCapital: true, x: 0.123456, y: 0.1, label: undefined },
  ],
  countries: [
    {
      name: 'Iraq',
      isHome: true,
      isSmall: false,
      x: 0.5,
      y: 0.5,
      label: { lines: ['Iraq'], x: 0, y: 4, align: 'middle' },
    },
  ],
  scale: {
    x: 0,
    y: 0.5,
    bars: [{ part: 0.2, x: 12, y: -30, label: { lines: ['200 km'], x: 12, y: -34, align: 'left' } }],
  },
};

describe('A form of the map in SVG', () => {
  const drawn = drawForm(view, labels, 'ltr');

  test('shows its view', () => {
    expect(drawn.viewBox).toBe('20 0 800 400');
  });

  test('has points as percentages of its width and of its height', () => {
    expect(drawn.places).toMatchObject([
      { isCapital: false, x: '25%', y: '50%' },
      { isCapital: true, x: '12.3%', y: '20%' },
    ]);
    expect(drawn.scale).toMatchObject({ x: '0%', y: '100%', bars: [{ length: '20%', x: 12, y: -30 }] });
  });

  test('has text in pixels beside them', () => {
    expect(drawn.places.map(({ label }) => label)).toEqual([
      { lines: ['Raqqa'], x: 7, y: 5, anchor: 'start' },
      undefined,
    ]);
    expect(drawn.countries[0]?.label.anchor).toBe('middle');
  });

  test('is not mirrored from right to left: what is on the left ends there', () => {
    const mirrored = drawForm(view, labels, 'rtl');
    expect(mirrored.places[0]).toMatchObject({ x: '25%', label: { x: 7, anchor: 'end' } });
    expect(mirrored.scale).toMatchObject({ x: '0%', bars: [{ label: { anchor: 'end' } }] });
  });
});
