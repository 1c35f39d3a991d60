import type { z } from 'zod';
import { defaultPalette, inMode, type Palette, type Role, type Shade } from '../../model/look/colors.ts';
import { contrast, luminance, mixed, reaching, withLightnessOf } from '../../model/look/contrast.ts';
import type { Look } from '../../model/look/look.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import type { siteSchema } from '../files/schema.ts';
import type { ContentFolder } from '../files/source-file.ts';
import { readFont } from './font-file.ts';

type WrittenLook = NonNullable<z.output<typeof siteSchema>['look']>;

type Mode = keyof Shade;

const modes: readonly Mode[] = ['light', 'dark'];

/** The colours that site.md may set; the others follow from these. */
const settable = ['accent', 'paper', 'ink'] as const;

/** Body text, which is read for long (WCAG 2.2, 1.4.6), far enough from paper that every colour between them is legible. */
const leastInk = 7;
/** Text (WCAG 2.2, 1.4.3). */
const leastText = 4.5;
/** Meaningful graphics: the focus ring, the lines of a map (WCAG 2.2, 1.4.11). */
const leastShape = 3;

/** How far colours are on the way from paper to ink, as in the site's default palette, measured in Oklab. */
const shares = {
  light: { wash: 0.045, rule: 0.14, land: 0.085, home: 0.015, soft: 0.67, edge: 0.49 },
  dark: { wash: 0.055, rule: 0.19, land: 0.07, home: 0.14, soft: 0.71, edge: 0.51 },
} as const;

/** What `look` in site.md changes; `undefined` if nothing. Illegible colours are reported. */
export function makeLook(
  written: WrittenLook | undefined,
  folder: ContentFolder,
  frontMatter: FrontMatter,
  report: Report,
): Look | undefined {
  if (!written) return undefined;
  const { fonts: files = {}, headlines = 'serif' } = written;
  const fonts = (['headlines', 'text'] as const).flatMap((use) => {
    const name = files[use];
    return name === undefined ? [] : (readFont(folder, use, name, frontMatter, report) ?? []);
  });
  const colors = colorsOf(written, (key, mode, message) => {
    const at = typeof written[key] === 'string' ? ['look', key] : ['look', key, mode];
    report({ file: frontMatter.file, ...frontMatter.placeOf(at), code: 'contrast-low', message });
  });
  return { colors, fonts, headlines };
}

type Refuse = (key: (typeof settable)[number], mode: Mode, message: string) => void;

/** The colours that differ from the default palette. */
function colorsOf(written: WrittenLook, refuse: Refuse): Partial<Palette> {
  const [light, dark] = modes.map((mode) => colorsIn(mode, written, refuse));
  const roles = Object.keys(defaultPalette) as Role[];
  return Object.fromEntries(
    roles.flatMap((role) => {
      const shade = { light: light?.[role] ?? '', dark: dark?.[role] ?? '' };
      const { light: usual, dark: usualDark } = defaultPalette[role];
      return shade.light === usual && shade.dark === usualDark ? [] : [[role, shade]];
    }),
  );
}

/** All colours of one mode. */
function colorsIn(mode: Mode, written: WrittenLook, refuse: Refuse): Record<Role, string> {
  const usual = inMode(defaultPalette, mode);
  const paper = chosen(written.paper, mode) ?? usual.paper;
  const ink = chosen(written.ink, mode) ?? usual.ink;
  const towards = mode === 'light' ? 'darker' : 'lighter';
  const isOwnGround = paper !== usual.paper || ink !== usual.ink;
  const colors = isOwnGround ? { ...usual, ...grounds(mode, paper, ink) } : { ...usual };
  if (isOwnGround) refuseGround(mode, paper, ink, written, refuse);

  const below = [colors.paper, colors.wash, colors.land, colors.home];
  const accent = chosen(written.accent, mode);
  if (accent !== undefined) {
    const nearest = reaching(accent, below, leastText, towards);
    if (nearest !== accent) {
      const found = Math.min(...below.map((ground) => contrast(accent, ground))).toFixed(1);
      refuse(
        'accent',
        mode,
        `The accent ${accent} has a contrast of ${found} against the backgrounds of ${mode} pages, but text in it needs ${leastText}. Use ${nearest}, the nearest that has it, or another colour.`,
      );
    }
    colors.accent = accent;
  } else {
    // If there is only one colour, the dark one is derived from it.
    const start = mode === 'dark' ? (chosen(written.accent, 'light') ?? usual.accent) : usual.accent;
    const isUsual = start === usual.accent && !isOwnGround;
    colors.accent = isUsual ? usual.accent : reaching(start, below, leastText, towards);
  }
  if (isOwnGround) colors.focus = reaching(usual.focus, [colors.paper, colors.wash], leastShape, towards);
  return colors;
}

/** The grounds and the colours between paper and ink. */
function grounds(
  mode: Mode,
  paper: string,
  ink: string,
): Partial<Record<Role, string>> & Pick<Record<Role, string>, 'paper' | 'wash' | 'land' | 'home'> {
  const share = shares[mode];
  const between = (part: number) => mixed(paper, ink, part);
  const [wash, rule, land, home] = [share.wash, share.rule, share.land, share.home].map(between) as [
    string,
    string,
    string,
    string,
  ];
  const sea = withLightnessOf(defaultPalette.sea[mode], mixed(paper, ink, share.land / 2));
  const towards = mode === 'light' ? 'darker' : 'lighter';
  return {
    paper,
    ink,
    wash,
    rule,
    land,
    home,
    sea,
    soft: reaching(between(share.soft), [paper, wash, land, home, sea], leastText, towards),
    edge: reaching(between(share.edge), [land, home, sea], leastShape, towards),
  };
}

/** Reports paper and ink that cannot make a readable page. */
function refuseGround(mode: Mode, paper: string, ink: string, written: WrittenLook, refuse: Refuse): void {
  const key = chosen(written.ink, mode) === undefined ? 'paper' : 'ink';
  const isRight = mode === 'light' ? luminance(paper) > luminance(ink) : luminance(paper) < luminance(ink);
  if (!isRight) {
    const [first, second] = mode === 'light' ? ['lighter', 'paper'] : ['darker', 'paper'];
    refuse(
      key,
      mode,
      `On ${mode} pages ${second} is ${first} than ink, and ${paper} is not ${first} than ${ink}. Set both under ${mode}, as in paper: { light: "#fffdf9", dark: "#131210" }.`,
    );
    return;
  }
  const found = Math.min(
    ...[paper, defaultPalette.added[mode], defaultPalette.removed[mode]].map((ground) => contrast(ink, ground)),
  );
  const onPaper = contrast(ink, paper);
  if (onPaper >= leastInk && found >= leastText) return;
  const nearest = reaching(ink, [paper], leastInk, mode === 'light' ? 'darker' : 'lighter');
  const advice =
    contrast(nearest, paper) >= leastInk
      ? `Take ${nearest} for ink, or a ${mode === 'light' ? 'lighter' : 'darker'} paper.`
      : `Take a ${mode === 'light' ? 'lighter' : 'darker'} paper.`;
  refuse(
    key,
    mode,
    `Ink ${ink} has a contrast of ${onPaper.toFixed(1)} against paper ${paper}, but long texts need ${leastInk}. ${advice}`,
  );
}

/** The colour that site.md sets for a mode; a single colour is for light pages. */
function chosen(written: string | Shade | undefined, mode: Mode): string | undefined {
  if (typeof written === 'object') return written[mode];
  return mode === 'light' ? written : undefined;
}
