declare module 'commonmark-spec' {
  /** Every example of the specification, in order. */
  export const tests: { markdown: string; html: string; section: string; number: number }[];
}
