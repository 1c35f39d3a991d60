import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { unpackWoff } from './unpack-woff.ts';

/** Where the fonts for the compared pictures are unpacked. */
const dir = resolve('out.test/fonts');

/** Fonts from npm: one for text, and another to tell apart from it. */
const fonts = [
  ...['400-normal', '400-italic', '600-normal', '600-italic', '700-normal', '700-italic'].map(
    (style) => `source-serif-4/files/source-serif-4-latin-${style}`,
  ),
  ...['400-normal', '600-normal', '700-normal'].map(
    (style) => `noto-naskh-arabic/files/noto-naskh-arabic-latin-${style}`,
  ),
];

/**
 * Unpacks the fonts for the compared pictures of pages, whatever the machine has installed.
 *
 * @returns The path of a configuration with only these fonts, for the variable `FONTCONFIG_FILE`.
 */
export function fixedFonts(): string {
  mkdirSync(dir, { recursive: true });
  for (const font of fonts) {
    write(`${font.replace(/.*\//, '')}.ttf`, unpackWoff(readFileSync(`node_modules/@fontsource/${font}.woff`)));
  }
  const alias = (family: string, font: string) =>
    `<alias binding="same"><family>${family}</family><prefer><family>${font}</family></prefer></alias>`;
  const path = write(
    'fonts.conf',
    [
      '<?xml version="1.0"?>',
      '<fontconfig>',
      `<dir>${dir}</dir>`,
      `<cachedir>${join(dir, 'cache')}</cachedir>`,
      alias('serif', 'Source Serif 4'),
      ...['sans', 'sans-serif', 'monospace'].map((family) => alias(family, 'Noto Naskh Arabic')),
      '</fontconfig>',
    ].join('\n'),
  );
  return path;
}

/** Writes a file in one step: several processes of the tests may do so at once. */
function write(name: string, content: string | Buffer): string {
  const path = join(dir, name);
  const own = `${path}.${process.pid}`;
  writeFileSync(own, content);
  renameSync(own, path);
  return path;
}
