/** What an editor asked for and the desk cannot do as things stand: says why, and what to do next. */
export class AuthoringError extends Error {}
