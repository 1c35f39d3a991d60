import type { Palette } from './colors.ts';
import { colorDeclarations } from './colors.ts';

/** Stacks of system fonts, named for what they look like (Modern Font Stacks, CC0: <https://modernfontstacks.com>). */
const stacks = {
  serif: undefined,
  sans: 'system-ui,sans-serif',
  'old-style': '"Iowan Old Style","Palatino Linotype","URW Palladio L",P052,serif',
  slab: 'Rockwell,"Rockwell Nova","Roboto Slab","DejaVu Serif","Sitka Small",serif',
  humanist: 'Seravek,"Gill Sans Nova",Ubuntu,Calibri,"DejaVu Sans",sans-serif',
  geometric: 'Avenir,Montserrat,Corbel,"URW Gothic",sans-serif',
} as const satisfies Record<string, string | undefined>;

export const stackNames = Object.keys(stacks) as [StackName, ...StackName[]];

type StackName = keyof typeof stacks;

/** The uses of typefaces. */
export type FontUse = 'headlines' | 'text';

/** A font file of the publication. */
export type FontFile = {
  use: FontUse;
  /** Its path on disk. */
  file: string;
  /** The first eight digits of the SHA-256 of its bytes, hexadecimal: a part of its address. */
  digest: string;
  /** Whether it is a variable font with all weights. */
  isVariable: boolean;
};

/** What a publication changes about the look of its pages. */
export type Look = { colors: Partial<Palette>; headlines: StackName; fonts: FontFile[] };

/** The elements in the typeface of headlines, apart from the name of the publication. */
const headlineNames =
  '.page-title,.headline,.teaser-headline,.part-title,.entry-name,.hit-title,.prose :is(h2,h3,h4,h5,h6)';

/**
 * The rules that a page adds to the style sheet of the site. They are outside all layers, so they override it.
 *
 * @param setting `fontAddress` returns the path of a font file on the site; `hasLogo` is whether a logo replaces the name.
 */
export function lookRules(
  { colors, headlines, fonts }: Look,
  { fontAddress, hasLogo }: { fontAddress: (font: FontFile) => string; hasLogo: boolean },
): string {
  const declared = colorDeclarations(colors);
  const [forText, forHeadlines] = (['text', 'headlines'] as const).map((use) => fonts.find((font) => font.use === use));
  const stack = stacks[headlines];
  const families = [...(forHeadlines ? ['headlines'] : []), ...(stack ? [stack] : [])];
  return [
    ...(declared.length > 0 ? [`:root{${declared.join('')}}`] : []),
    ...fonts.map(
      (font) =>
        // Headlines have the one weight of their file. If the text font has only one, the browser synthesises bold.
        `@font-face{font-family:${font.use};src:url(${fontAddress(font)});${font.isVariable || font.use === 'headlines' ? 'font-weight:1 1000;' : ''}font-display:swap}`,
    ),
    ...(forText ? ['body,.nameplate,.entry-name,.entry .prose{font-family:text,var(--font-serif)}'] : []),
    // The tight spacing of headlines suits the site's own typeface alone.
    ...(families.length > 0
      ? [
          `${hasLogo ? '' : '.nameplate,'}${headlineNames}{font-family:${families.join()}${stack ? '' : ',var(--font-serif)'};letter-spacing:0}`,
        ]
      : []),
  ].join('');
}
