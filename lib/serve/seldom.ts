/** The least time between two lines, in milliseconds. */
const every = 1000;

/**
 * Passes on at most one line a second, so that an error on every request does not fill a disk. The next line says how many
 * were left out.
 */
export function seldom(say: (line: string) => void): (line: string) => void {
  let last = Number.NEGATIVE_INFINITY;
  let leftOut = 0;
  return (line) => {
    if (performance.now() - last < every) {
      leftOut += 1;
      return;
    }
    say(leftOut > 0 ? `${line} (${leftOut} more messages since the last one)` : line);
    last = performance.now();
    leftOut = 0;
  };
}
