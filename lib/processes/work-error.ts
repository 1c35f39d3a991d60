/** Work that failed: says what happened and what to do next. */
export class WorkError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WorkError';
  }
}

/** A build that failed after it had begun to change the site. Its cause is what happened. */
export class UnfinishedError extends WorkError {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnfinishedError';
  }
}
