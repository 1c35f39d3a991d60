/** The digits that a publication may choose: 0123 or ٠١٢٣, by their Unicode names. */
export const digitKinds = ['latn', 'arab'] as const;

export type Digits = (typeof digitKinds)[number];

/**
 * The locale by which a publication writes every date, number and list: its language, with the digits that it has chosen.
 * Without a choice they are those of the language tag in CLDR: `ar` has 0123, and `ar-IQ` has ٠١٢٣.
 */
export function formattingLocale({ lang, digits }: { lang: string; digits?: Digits | undefined }): string {
  return digits === undefined ? lang : new Intl.Locale(lang, { numberingSystem: digits }).toString();
}

/** The name of the digits of a locale, such as `latn`. */
export function digitsOf(locale: string): string {
  return new Intl.NumberFormat(locale).resolvedOptions().numberingSystem;
}
