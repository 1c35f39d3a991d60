/** Reports the progress of work, at most every two seconds; shorter work is silent. */
export function throttledProgress(say: (line: string) => void): (line: () => string) => void {
  let last = performance.now();
  return (line) => {
    if (performance.now() - last < 2000) return;
    last = performance.now();
    say(line());
  };
}
