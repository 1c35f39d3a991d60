/** How many articles a numbered page of a list has. */
const pageSize = 20;

/** A page of a list, and its neighbours. */
export type ListPage<Entry> = {
  /** Pages are numbered from the oldest. The newest has no number: it is at the list's own address. */
  number: number | undefined;
  /** Newest first. */
  entries: Entry[];
  older: { number: number } | undefined;
  newer: { number: number | undefined } | undefined;
};

/** A numbered page, whose entries never change. */
export type NumberedPage<Entry> = ListPage<Entry> & { number: number };

/** The addresses of other pages of a list; `newest` is omitted if it is the same as `newer` or the page itself. */
export type BesidePage = { older: string | undefined; newer: string | undefined; newest: string | undefined };

/** The address of a page of a list; without a number, of its newest page. */
export type PageAddress = (number: number | undefined) => string;

/**
 * The numbers of the pages of a list, in order. Entries that do not fill a page yet are on the newest one, which has no
 * number, together with twenty others: so no page is nearly empty, every entry is on one page, and a numbered page keeps
 * its entries when newer ones are added.
 *
 * @param count How many entries the list has.
 */
export function pageNumbers(count: number): number[] {
  return Array.from({ length: Math.max(Math.floor(count / pageSize) - 1, 0) }, (_, index) => index + 1);
}

/**
 * Splits a list into pages.
 *
 * @param entries Newest first.
 * @returns The newest page, with at most 39 entries, and the numbered pages of twenty, newest first.
 */
export function listPages<Entry>(entries: readonly Entry[]): [ListPage<Entry>, ...ListPage<Entry>[]] {
  const numbers = pageNumbers(entries.length);
  const last = numbers.length;
  const older = (number: number) => (number > 1 ? { number: number - 1 } : undefined);
  const newest = entries.slice(0, entries.length - last * pageSize);
  const numbered = numbers.toReversed().map((number) => {
    const start = entries.length - number * pageSize;
    const newer = { number: number < last ? number + 1 : undefined };
    return { number, entries: entries.slice(start, start + pageSize), older: older(number), newer };
  });
  return [{ number: undefined, entries: newest, older: older(last + 1), newer: undefined }, ...numbered];
}

/** The page of a number in an address; `undefined` if the list has no such page. */
export function numberedPage<Entry>(entries: readonly Entry[], named: string): NumberedPage<Entry> | undefined {
  return listPages(entries)
    .filter((page): page is NumberedPage<Entry> => page.number !== undefined)
    .find(({ number }) => String(number) === named);
}

/** The addresses of a page's neighbours. */
export function besidePage({ older, newer }: ListPage<unknown>, address: PageAddress): BesidePage {
  return {
    older: older && address(older.number),
    newer: newer && address(newer.number),
    newest: newer?.number === undefined ? undefined : address(undefined),
  };
}
