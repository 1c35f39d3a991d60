/** A site that cannot be deployed or served: says what is wrong and what to do next. */
export class LiveError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'LiveError';
  }
}
