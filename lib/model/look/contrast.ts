/** A colour in Oklch: lightness (0 to 1), chroma, and hue in radians. */
type Oklch = { lightness: number; chroma: number; hue: number };

/** Whether a text is a colour as in site.md: `#` and three or six hexadecimal digits. */
export function isColor(text: string): boolean {
  return /^#(?:[0-9a-f]{3}){1,2}$/i.test(text);
}

/** A colour in its normal form: `#` and six lower-case digits. */
export function normalColor(color: string): string {
  const digits = color.slice(1).toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** The contrast of two colours, from 1 to 21 (WCAG 2.2, "contrast ratio"). */
export function contrast(one: string, other: string): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

/** Relative luminance, from 0 for black to 1 for white (WCAG 2.2, "relative luminance"). */
export function luminance(color: string): number {
  const [red = 0, green = 0, blue = 0] = linear(color);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** A colour between two, mixed in Oklab. @param share How much of the second, from 0 to 1. */
export function mixed(one: string, other: string, share: number): string {
  const a = oklab(one);
  const b = oklab(other);
  return fromOklab(a.map((value, index) => value + ((b[index] ?? 0) - value) * share));
}

/** A colour with the lightness of one and the hue and chroma of another. */
export function withLightnessOf(color: string, light: string): string {
  const { chroma, hue } = oklch(color);
  return inGamut({ lightness: oklch(light).lightness, chroma, hue });
}

/**
 * The nearest colour of the same hue with enough contrast against every background: the colour itself if it has
 * enough.
 *
 * @param towards Whether to look among lighter or darker ones.
 * @returns White or black if no other has enough; even they may have too little.
 */
export function reaching(
  color: string,
  grounds: readonly string[],
  least: number,
  towards: 'lighter' | 'darker',
): string {
  const { lightness, chroma, hue } = oklch(color);
  const isEnough = (found: string) => grounds.every((ground) => contrast(found, ground) >= least);
  if (isEnough(color)) return color;
  const step = towards === 'lighter' ? 0.005 : -0.005;
  for (let at = lightness + step; at > 0 && at < 1; at += step) {
    const found = inGamut({ lightness: at, chroma, hue });
    if (isEnough(found)) return found;
  }
  return towards === 'lighter' ? '#ffffff' : '#000000';
}

/** The linear components of red, green and blue, from 0 to 1 (IEC 61966-2-1). */
function linear(color: string): number[] {
  return [1, 3, 5]
    .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
    .map((value) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4));
}

/** Björn Ottosson, "A perceptual color space for image processing": <https://bottosson.github.io/posts/oklab/>. */
function oklab(color: string): number[] {
  const [red = 0, green = 0, blue = 0] = linear(color);
  const l = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const m = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const s = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

/** The linear components of an Oklab colour; outside 0 to 1 if no screen can show it. */
function linearOf([lightness = 0, a = 0, b = 0]: readonly number[]): number[] {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function fromOklab(lab: readonly number[]): string {
  const parts = linearOf(lab)
    .map((value) => Math.min(1, Math.max(0, value)))
    .map((value) => (value <= 0.0031308 ? 12.92 * value : 1.055 * value ** (1 / 2.4) - 0.055));
  return `#${parts
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}

function oklch(color: string): Oklch {
  const [lightness = 0, a = 0, b = 0] = oklab(color);
  return { lightness, chroma: Math.hypot(a, b), hue: Math.atan2(b, a) };
}

/** The colour with as much of its chroma as a screen can show. */
function inGamut({ lightness, chroma, hue }: Oklch): string {
  const lab = (share: number) => [lightness, chroma * share * Math.cos(hue), chroma * share * Math.sin(hue)];
  const fits = (share: number) => linearOf(lab(share)).every((value) => value >= -0.0005 && value <= 1.0005);
  let share = 1;
  while (share > 0 && !fits(share)) share -= 0.02;
  return fromOklab(lab(Math.max(0, share)));
}
