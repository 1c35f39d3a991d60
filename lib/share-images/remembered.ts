/**
 * A function that remembers its last results, by its arguments.
 *
 * @param most How many; with one more, all are forgotten.
 */
export function remembered<Args extends readonly unknown[], Result>(
  most: number,
  work: (...args: Args) => Result,
): (...args: Args) => Result {
  const results = new Map<string, Result>();
  return (...args) => {
    const key = JSON.stringify(args);
    const before = results.get(key);
    if (before !== undefined) return before;
    if (results.size >= most) results.clear();
    const result = work(...args);
    results.set(key, result);
    return result;
  };
}
