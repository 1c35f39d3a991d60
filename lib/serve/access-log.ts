/** A completed request. */
export type Done = {
  method: string;
  target: string;
  /** `cut` if the answer was not sent completely. */
  status: number | 'cut';
  /** Of the body. */
  bytes: number;
  milliseconds: number;
};

/**
 * The line of the access log for a completed request: when, the status, the bytes of the body, the time it took, and
 * the target. It does not say who sent it.
 */
export function logLine({ method, target, status, bytes, milliseconds }: Done, now: Date): string {
  // As JSON, so that no target can forge another line.
  return `${now.toISOString()} ${status} ${bytes} ${milliseconds.toFixed(1)}ms ${method} ${JSON.stringify(target)}`;
}
