/** What the page gives its script, as JSON. */
export type SearchFacts = {
  /** The path of Pagefind's program, with a slash at its end; empty where the press has made no index. */
  runtime: string;
  /** The paths of the indexes. */
  indexes: string[];
  lang: string;
  words: {
    busy: string;
    nothing: string;
    failed: string;
    /** How many articles were found, for each category of numbers of the language; `#` stands for the number. */
    found: Partial<Record<Intl.LDMLPluralRule, string>>;
  };
};
