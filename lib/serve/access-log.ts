/** A request that is over. */
export type Done = {
  method: string;
  target: string;
  /** `cut` where the answer did not come to its end. */
  status: number | 'cut';
  /** Of the body. */
  bytes: number;
  milliseconds: number;
};

/**
 * The line of the access log for a request that is over: when, the status, the bytes of the body, the time it took, and
 * what was asked for. It says nothing of who asked.
 */
export function logLine({ method, target, status, bytes, milliseconds }: Done, now: Date): string {
  // As JSON, so that no target can look like another line.
  return `${now.toISOString()} ${status} ${bytes} ${milliseconds.toFixed(1)}ms ${method} ${JSON.stringify(target)}`;
}
