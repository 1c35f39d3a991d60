import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { iconOf } from '@/lib/press/cache/icon-store.ts';
import { makeIcons } from '@/lib/share-images/make-icons.ts';
import { aSite } from '../../support/an-article.ts';

const icons = await makeIcons(Buffer.from(iconOf(aSite())));

async function pixel(bytes: Buffer, left: number, top: number): Promise<number[]> {
  return [...(await sharp(bytes).ensureAlpha().extract({ left, top, width: 1, height: 1 }).raw().toBuffer())];
}

const ground = [156, 47, 27, 255];

describe('The icons made from icon.svg', () => {
  test.each([
    ['apple-touch-icon.png', 180],
    ['icon-192.png', 192],
    ['icon-512.png', 512],
    ['icon-maskable.png', 512],
  ])('%s is a square of %i pixels', async (name, size) => {
    expect(await sharp(icons.get(name)).metadata()).toMatchObject({ format: 'png', width: size, height: size });
  });

  test.each(['apple-touch-icon.png', 'icon-maskable.png'])(
    '%s has ground up to its corners, which others cut',
    async (name) => {
      expect(await pixel(icons.get(name) ?? Buffer.alloc(0), 0, 0)).toEqual(ground);
    },
  );

  test('keep the corners of icon.svg clear elsewhere', async () => {
    expect((await pixel(icons.get('icon-512.png') ?? Buffer.alloc(0), 0, 0))[3]).toBe(0);
  });

  test('have all that is drawn in the part that every launcher shows', async () => {
    const bytes = icons.get('icon-maskable.png') ?? Buffer.alloc(0);
    // The line in the middle begins at 7 of 32 units, and so at 0.1 + 0.8 × 7/32 of the width.
    const edge = Math.round(512 * (0.1 + (0.8 * 7) / 32));
    expect(await pixel(bytes, edge - 4, 259)).toEqual(ground);
    expect(await pixel(bytes, edge + 4, 259)).not.toEqual(ground);
  });

  test('favicon.ico holds three pictures', () => {
    const ico = icons.get('favicon.ico') ?? Buffer.alloc(0);
    expect(ico.readUInt16LE(4)).toBe(3);
    for (const index of [0, 1, 2]) {
      const [length, offset] = [ico.readUInt32LE(14 + 16 * index), ico.readUInt32LE(18 + 16 * index)];
      expect(ico.subarray(offset + 1, offset + 4).toString()).toBe('PNG');
      expect(offset + length).toBeLessThanOrEqual(ico.length);
    }
  });
});

describe('The icon of a publication', () => {
  test('has its name and its colours where it has none of its own', () => {
    const look = { colors: { accent: { light: '#0b6e4f', dark: '#5fd0a0' } }, headlines: 'serif', fonts: [] } as const;
    const icon = iconOf(aSite({ name: 'Rise & Shine', look: { ...look, fonts: [] } }));
    expect(icon).toContain('<title>Rise &amp; Shine</title>');
    expect(icon).toContain('fill="#0b6e4f"');
  });

  test('is its own where it has one', () => {
    expect(iconOf(aSite({ icon: { svg: '<svg/>', width: 1, height: 1 } }))).toBe('<svg/>');
  });
});
