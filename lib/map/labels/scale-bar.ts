/** A bar of the scale: its length as a fraction of the map's width, and its text. */
export type Bar = { part: number; text: string };

const kilometresPerMile = 1.609344;

/** The greatest length of a bar, as a fraction of the map's width. */
const longest = 0.24;

/**
 * The scale of a map: the longest round distances in kilometres and in miles that fit into a quarter of its width.
 *
 * @param kilometresAcross The width of the map on the ground, in kilometres.
 * @param lang The language in which numbers and units are written.
 */
export function scaleBars(kilometresAcross: number, lang: string): [kilometres: Bar, miles: Bar] {
  const bar = (unit: Unit, across: number): Bar => {
    const length = roundBelow(across * longest);
    return { part: length / across, text: formatter(lang, unit).format(length) };
  };
  return [bar('kilometer', kilometresAcross), bar('mile', kilometresAcross / kilometresPerMile)];
}

type Unit = 'kilometer' | 'mile';

/** Creating a formatter takes longer than using it a hundred times. */
const formatters = new Map<string, Intl.NumberFormat>();

function formatter(lang: string, unit: Unit): Intl.NumberFormat {
  const key = `${lang} ${unit}`;
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.NumberFormat(lang, { style: 'unit', unit });
  formatters.set(key, made);
  return made;
}

/** The greatest of 1, 2, 5, 10, 20, 50 … that is at most a given number. */
function roundBelow(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const [step = 1] = [5, 2, 1].filter((one) => one * power <= most);
  return step * power;
}
