/** A site that cannot be put live or served: what is wrong and what to do next, for whoever called. */
export class LiveError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LiveError';
  }
}
