/** A site that cannot be pressed: what happened and what to do next, for whoever called the press. */
export class PressError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PressError';
  }
}

/** A build that could not be ended after it had begun to change the site. Its cause is what happened. */
export class UnfinishedError extends PressError {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'UnfinishedError';
  }
}
