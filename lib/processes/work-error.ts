/** Work that could not be done: what happened and what to do next, for whoever asked for it. */
export class WorkError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'WorkError';
  }
}

/** A build that could not be ended after it had begun to change the site. Its cause is what happened. */
export class UnfinishedError extends WorkError {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnfinishedError';
  }
}
