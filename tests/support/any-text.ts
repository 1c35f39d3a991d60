import fc from 'fast-check';

/**
 * A text of any code points, including lone surrogates. fast-check's own strings of the unit `binary` are the same,
 * but take two seconds of CPU time to set up.
 */
export const anyText: fc.Arbitrary<string> = fc
  .array(fc.integer({ min: 0, max: 0x10ffff }), { maxLength: 10 })
  .map((points) => String.fromCodePoint(...points));
