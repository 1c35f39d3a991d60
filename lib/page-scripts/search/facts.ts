/** What the page gives its script, as JSON. */
export type SearchFacts = {
  /** The path of Pagefind's program, with a slash at its end; empty if there is no index. */
  runtime: string;
  /** The paths of the indexes. */
  indexes: string[];
  lang: string;
  words: {
    busy: string;
    nothing: string;
    failed: string;
    /** How many articles were found, for each plural category of the language; `#` stands for the number. */
    found: Partial<Record<Intl.LDMLPluralRule, string>>;
  };
};
