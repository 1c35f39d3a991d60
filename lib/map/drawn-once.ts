/** A store of drawn maps for other processes, as JSON by key. */
export type MapStore = { get: (name: string) => string | undefined; put: (name: string, map: string) => void };

const key = Symbol.for('standfirst.maps');

/** Where the press puts its store, because each of Next's bundles has its own instance of a module. */
type Handover = { [key]?: MapStore | undefined };

/** Sets or removes the store for all maps that are drawn in this process; only the press does so. */
export function handOverMaps(store: MapStore | undefined): void {
  (globalThis as Handover)[key] = store;
}

/**
 * Draws each map once. The most recent ones are cached in this process, and all of them in the store of the press, so that a build
 * of one article need not even read the atlas.
 *
 * @param kind Identifies the kind of map.
 * @param mostKept How many are cached in this process.
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
