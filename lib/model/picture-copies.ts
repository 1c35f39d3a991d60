/** A picture file as pages show it: the name of its copies, and its size. */
export type ShownImage = {
  /** The slug of its article and the prefix of its copies' names: `storm/pier-1a2b3c4d`. */
  name: string;
  /** The size of the file in pixels, upright. */
  width: number;
  height: number;
};

/** The formats of copies, by file extension: AVIF is a third of the size, and JPEG is for browsers without it. */
const formats = ['avif', 'jpg'] as const;

export type PictureFormat = (typeof formats)[number];

/** One of the files that are made from a picture. */
export type PictureCopy = { name: string; width: number; format: PictureFormat };

/** How copies are made; a picture whose recipe changes gets a new name. */
export const recipe = {
  /** Raise this number when `lib/pictures` makes different copies of the same picture. */
  edition: 1,
  /** In pixels. The widest is for a lead picture on a laptop with a pixel ratio of 1.5. */
  widths: [480, 960, 1440],
  /** The first quality that keeps to `mostBytes` is used, or else the last. */
  qualities: { avif: [50, 40, 30, 22], jpg: [74, 62, 50] },
  /** The greatest width of a copy for phones, and the most bytes that such a copy should have. */
  phone: { avif: 960, jpg: 480 },
  mostBytes: 60_000,
} as const;

/** The widths in which a picture is made, smallest first: it is never enlarged. */
export function widthsOf({ width }: ShownImage): number[] {
  const largest = recipe.widths.at(-1) ?? width;
  return [...recipe.widths.filter((step) => step < width), ...(width <= largest ? [width] : [])];
}

/** Every file that is made from a picture. */
export function copiesOf(image: ShownImage): PictureCopy[] {
  const widths = widthsOf(image);
  return formats.flatMap((format) => widths.map((width) => ({ name: image.name, width, format })));
}
