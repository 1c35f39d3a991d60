/** Tells how far a piece of work has come, not more often than every two seconds; work that is done sooner is silent. */
export function everyTwoSeconds(say: (line: string) => void): (line: () => string) => void {
  let last = performance.now();
  return (line) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    say(line());
  };
}
