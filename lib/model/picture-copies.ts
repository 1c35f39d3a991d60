/** A picture file as pages show it: what its copies are called, and how large they are. */
export type ShownImage = {
  /** The slug of its article, and what the names of its copies begin with: `storm/pier-1a2b3c4d`. */
  name: string;
  /** The size of the file in pixels, upright. */
  width: number;
  height: number;
};

/** The formats of copies, as their files end: AVIF is a third of JPEG, and JPEG is for browsers that do not know it. */
const formats = ['avif', 'jpg'] as const;

export type PictureFormat = (typeof formats)[number];

/** One of the files that are made of a picture. */
export type PictureCopy = { name: string; width: number; format: PictureFormat };

/** How copies are made; a picture whose recipe changes gets a new name. */
export const recipe = {
  /** Raised when `lib/pictures` makes something else of the same picture. */
  edition: 1,
  /** In pixels. The widest shows a lead picture on a laptop with one and a half pixels for each of the page's. */
  widths: [480, 960, 1440],
  /** The first that keeps to `mostBytes` is taken, or else the last. */
  qualities: { avif: [50, 40, 30, 22], jpg: [74, 62, 50] },
  /** The width up to which a copy is one for phones, and what such a copy may weigh. */
  phone: { avif: 960, jpg: 480 },
  mostBytes: 60_000,
} as const;

/** The widths in which a picture is made, smallest first: it is never enlarged. */
export function widthsOf({ width }: ShownImage): number[] {
  const largest = recipe.widths.at(-1) ?? width;
  return [...recipe.widths.filter((step) => step < width), ...(width <= largest ? [width] : [])];
}

/** Every file that is made of a picture. */
export function copiesOf(image: ShownImage): PictureCopy[] {
  const widths = widthsOf(image);
  return formats.flatMap((format) => widths.map((width) => ({ name: image.name, width, format })));
}
