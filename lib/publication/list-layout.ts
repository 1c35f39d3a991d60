/** The size of an article in a list: a lead, with its picture above its text, or with its picture beside it. */
type TeaserSize = 'lead' | 'second' | 'small';

/**
 * The place of an article: how many of six columns and how many rows it takes in a wide window, and whether it has its
 * own row in a medium one, where small ones are in pairs.
 */
export type Place = { size: TeaserSize; span: 2 | 3 | 4 | 6; rows: number; isAlone: boolean };

/** How many rows of small teasers are as high as a lead beside them, with a picture and without. */
const highAsLead = { pictured: 4, plain: 2 };

/**
 * Lays a list out for a wide window, in six columns. Every row is full, however many articles there are, and no row has
 * pictures above only some of its texts: either would leave a hole.
 *
 * @param pictured Whether each article has a picture, in order.
 * @param withLead Whether the first one is the lead.
 * @returns The place of each article, in the order of the list.
 */
export function listLayout(pictured: readonly boolean[], withLead: boolean): Place[] {
  const count = pictured.length;
  if (!withLead || count === 0) return rowPlaces(count);
  if (count === 2 && pictured.every(Boolean)) return placesOf(2, 'second');
  const beside = besideLead(count, pictured[0] ?? false);
  const lead: Place = { size: 'lead', span: beside === 0 ? 6 : 4, rows: Math.max(beside, 1), isAlone: true };
  const rows = rowsOf(count - 1 - beside);
  let next = 1 + beside;
  const others = rows.flatMap((row, index) => {
    const isPictured = row > 1 && pictured.slice(next, next + row).every(Boolean);
    next += row;
    return placesOf(row, index === 0 && isPictured ? 'second' : 'small');
  });
  return [lead, ...inPairs([...Array<Place>(beside).fill(small), ...others])];
}

const small: Place = { size: 'small', span: 2, rows: 1, isAlone: false };

/** The places of small articles only, in full rows. */
export function rowPlaces(count: number): Place[] {
  return inPairs(rowsOf(count).flatMap((row) => placesOf(row, 'small')));
}

/** Gives the last small one its own row if the others form pairs without it. */
function inPairs(places: readonly Place[]): Place[] {
  const isOdd = places.filter(({ size }) => size === 'small').length % 2 === 1;
  return places.map((place, index) => ({ ...place, isAlone: isOdd && index === places.length - 1 }));
}

/** How many articles are beside the lead: as many as match its height, unless that would leave one alone below. */
function besideLead(count: number, isPictured: boolean): number {
  if (count === 2) return isPictured ? 0 : 1;
  const many = isPictured ? highAsLead.pictured : highAsLead.plain;
  const left = count - 1 - many;
  return left < 0 || left === 1 ? 0 : many;
}

/** How many articles are in each row: three, but two in the first rows if one would be left alone at the end. */
function rowsOf(count: number): number[] {
  if (count === 1) return [1];
  const pairs = (3 - (count % 3)) % 3;
  return [...Array<number>(pairs).fill(2), ...Array<number>((count - 2 * pairs) / 3).fill(3)];
}

function placesOf(row: number, size: TeaserSize): Place[] {
  return Array<Place>(row).fill({ ...small, size, span: row === 1 ? 6 : row === 2 ? 3 : 2 });
}
