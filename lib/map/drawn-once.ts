/** Where drawn maps are kept for other processes, as JSON by what names them. */
export type MapStore = { get: (name: string) => string | undefined; put: (name: string, map: string) => void };

const key = Symbol.for('standfirst.maps');

/** Where the press leaves its store: modules have one instance in each of Next's bundles. */
type Handover = { [key]?: MapStore | undefined };

/** Hands a store of maps over to all that is drawn in this process, or takes it back; the press alone does so. */
export function handOverMaps(store: MapStore | undefined): void {
  (globalThis as Handover)[key] = store;
}

/**
 * Draws a map once for all that it shows. The last ones are remembered in this process; all of them are kept in the store of
 * the press, so that a build which renders one article need not even read the atlas.
 *
 * @param kind Names what is drawn.
 * @param mostKept How many are remembered.
 */
export function drawnOnce<Wish, Drawn>(
  kind: string,
  mostKept: number,
  draw: (wish: Wish) => Drawn,
): (wish: Wish) => Drawn {
  const remembered = new Map<string, Drawn>();
  return (wish) => {
    const name = JSON.stringify([kind, wish]);
    const before = remembered.get(name);
    if (before) return before;
    const store = (globalThis as Handover)[key];
    const kept = store?.get(name);
    const drawn = kept === undefined ? draw(wish) : (JSON.parse(kept) as Drawn);
    if (kept === undefined) store?.put(name, JSON.stringify(drawn));
    const [oldest] = remembered.keys();
    if (oldest !== undefined && remembered.size >= mostKept) remembered.delete(oldest);
    remembered.set(name, drawn);
    return drawn;
  };
}
