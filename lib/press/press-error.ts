/** A site that cannot be pressed: what happened and what to do next, for whoever called the press. */
export class PressError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'PressError';
  }
}
