/** A request from an editor that cannot be carried out: says why, and what to do next. */
export class AuthoringError extends Error {}
