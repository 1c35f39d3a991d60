/** A colour in light and in dark, each as `#` and six hexadecimal digits. */
export type Shade = { light: string; dark: string };

/** What a colour is for. */
export type Role = keyof typeof defaults;

/** A colour for every role. */
export type Palette = Readonly<Record<Role, Shade>>;

/**
 * Every colour of the site by its role: the one place that names a colour. app/colors.css is made from it (`npm run docs`),
 * share images, icons, the web manifest and the browser's own bars use it, and `look` in site.md changes some.
 *
 * The ratios are those of WCAG 2.2 against paper, light and dark; tests/unit/model/look holds them.
 */
const defaults = {
  paper: { light: '#fffdf9', dark: '#131210' },
  /** Text: 17.6 and 15.1 */
  ink: { light: '#191714', dark: '#ebe6dc' },
  /** Secondary text: 7.0 and 7.3, which is AAA even at small sizes */
  soft: { light: '#5d574e', dark: '#a8a196' },
  /** Decorative hairlines */
  rule: { light: '#ddd6ca', dark: '#37342e' },
  /** Kickers, marks and underlines: 7.3 and 8.4 */
  accent: { light: '#9c2f1b', dark: '#f2957f' },
  /** The background of what is set apart */
  wash: { light: '#f5efe4', dark: '#1d1b18' },
  /** The backgrounds of added and removed words; ink on them: 14.9 and 12.7, 14.3 and 12.4 */
  added: { light: '#dff0dc', dark: '#1d3320' },
  removed: { light: '#f8ddd6', dark: '#43211b' },
  /** The focus ring: 6.5 and 9.0 */
  focus: { light: '#1a56c4', dark: '#8ab4ff' },
  /** The areas of a map: land, the land of emphasised countries, water. Ink has 7 on each, soft and accent 4.5 */
  land: { light: '#ede6d9', dark: '#201e1a' },
  home: { light: '#fbf8f1', dark: '#2f2b25' },
  sea: { light: '#dde7ea', dark: '#10181b' },
  /** Coasts and borders, at least 3 on each area; against land: 3.1 and 3.7 */
  edge: { light: '#8a8171', dark: '#7d7568' },
} as const satisfies Record<string, Shade>;

/** The default colours of a publication. */
export const defaultPalette: Palette = defaults;

/** The colours of a publication: its own, and the defaults for the rest. */
export function paletteOf({ look }: { look: { colors: Partial<Palette> } | undefined }): Palette {
  return { ...defaultPalette, ...look?.colors };
}

/** One mode of a palette. */
export function inMode(palette: Palette, mode: keyof Shade): Record<Role, string> {
  return Object.fromEntries(Object.entries(palette).map(([role, shade]) => [role, shade[mode]])) as Record<
    Role,
    string
  >;
}

/** Declarations of colours for a style sheet, as custom properties. */
export function colorDeclarations(colors: Partial<Palette>): string[] {
  return Object.entries(colors).map(([role, { light, dark }]) => `--color-${role}:light-dark(${light},${dark});`);
}
