/** The commands that the first article names, each as an editor types it. */
type NamedCommands = {
  article: string;
  section: string;
  page: string;
  check: string;
  publish: string;
  build: string;
};

/** The first texts of a publication, until its newsroom writes its own, in Markdown. */
export type FirstTexts = {
  /** One line that says what the publication is. */
  tagline: (name: string) => string;
  /** The text of the page about the publication. */
  about: (publisher: string, contact: string) => string;
  /** The name of the first author. */
  newsroom: string;
  /** The name of the first topic. */
  topic: string;
  /** The first page. */
  page: { title: string; text: (contact: string) => string };
  /** The first article, which explains how to write one. */
  article: {
    title: string;
    standfirst: string;
    lead: (commands: NamedCommands) => string;
    /** Its one section. */
    section: { title: string; text: (commands: NamedCommands) => string };
  };
};
