import type { Part, PartName } from '../model/recorded-part.ts';
import type { Desk } from './desk.ts';
import type { Digits } from './formatting-locale.ts';
import type { Drawing } from './look/drawing.ts';
import type { Look } from './look/look.ts';
import type { MenuEntry } from './menu.ts';
import type { Instant, Moment } from './moment.ts';
import type { ShownImage } from './picture-copies.ts';
import type { Place, Problem } from './problem.ts';
import type { Rights } from './rights.ts';

/** HTML that the Markdown renderer made and sanitized. */
export type Html = string;

/** Canonical Markdown for use anywhere: links and pictures have absolute addresses, and notes have numbers. */
type Markdown = string;

type Direction = 'ltr' | 'rtl';

/** The publication, from `site.md`. */
export type Site = {
  name: string;
  tagline: string;
  /** Absolute, without a slash at its end; may include a path. */
  url: string;
  lang: string;
  /** All languages of the publication, the first one first; its pages have no prefix. */
  languages: readonly string[];
  /** What the paths of its pages begin with, such as `ar/`; empty in the first language. */
  prefix: string;
  dir: Direction;
  timeZone: string;
  /** The digits of dates and numbers; by default those of the language. */
  digits: Digits | undefined;
  publisher: string;
  contact: string;
  /** The address of each policy: a URL or the id of a page; in a publication, an absolute address that readers can open. */
  policies: Partial<Record<'publishing' | 'corrections' | 'ethics' | 'ownership', string | undefined>>;
  social: string[];
  /** The entries of the menu and of the footer; the topics by default. */
  navigation: MenuEntry[] | undefined;
  footer: MenuEntry[] | undefined;
  rights: Rights | undefined;
  /** Whether feeds have whole articles or only summaries. */
  feeds: 'full' | 'summary';
  /** Where editors work in the browser; no site has a desk that does not ask for it. */
  desk?: Desk;
  about: Html;
  /** What it changes about the look of its pages. */
  look: Look | undefined;
  logo: Drawing | undefined;
  icon: Drawing | undefined;
};

export type Author = {
  id: string;
  name: string;
  role: string | undefined;
  url: string | undefined;
  picture: PictureUse | undefined;
  /** A sentence or two for the end of an article. */
  bio: string | undefined;
  /** Their e-mail address for readers. */
  contact: string | undefined;
  /** Whether they no longer write here. */
  former: boolean;
  /** Former ids. */
  aliases: string[];
  note: Html;
};

export type Topic = {
  id: string;
  name: string;
  description: string | undefined;
  /** Former ids. */
  aliases: string[];
  note: Html;
};

/** A page of the publication, from `pages/<id>.md`. */
export type StaticPage = { id: string; title: string; description: string | undefined; text: Html };

/** Articles that belong together and are read in order of publication. */
export type Series = Topic;

/** An author as an article shows them: only the name if they have neither picture nor biography. */
export type Signed = Pick<Author, 'id' | 'name' | 'role' | 'picture' | 'bio' | 'contact' | 'former'>;

/** An author, a topic or a series as articles name it. */
export type Named = { id: string; name: string };

type GlossaryKind = 'person' | 'organisation' | 'place';

/** A person, an organisation or a place that articles mention. */
export type GlossaryEntry = {
  id: string;
  name: string;
  kind: GlossaryKind;
  aliases: string[];
  role: string | undefined;
  country: string | undefined;
  /** Degrees north and east (WGS 84). */
  position: { latitude: number; longitude: number } | undefined;
  /** Whether it is the capital of a country. */
  isCapital: boolean;
  url: string | undefined;
  note: Html;
};

/** An entry that a published article mentions. */
export type SeenEntry = GlossaryEntry & {
  /** Whether the glossary says more than a card does: an address, or other articles that mention it. */
  hasMore: boolean;
};

type ArticleKind = 'report' | 'explainer' | 'analysis' | 'opinion';

export type KeyPoint = { text: string; section: string | undefined };

export type TimelineEntry = { when: Moment; text: string; section: string | undefined };

type SourceKind = 'statement' | 'post' | 'document' | 'interview' | 'report';

export type Source = { id: string; name: string; kind: SourceKind; url: string | undefined; date: Moment | undefined };

/**
 * An entry of the one numbered list at an article's foot: a source or a note of text.
 *
 * `mentions` is how often the text refers to it; a source that is never cited has none and comes last.
 */
export type Note = { number: number; mentions: number } & (
  | { kind: 'source'; source: Source }
  | { kind: 'text'; html: Html; markdown: Markdown }
);

export type Section = { id: string; title: string; aliases: string[]; html: Html; markdown: Markdown };

export type Picture = { alt: string; credit: string; caption: string | undefined } & (
  | { kind: 'map'; places: GlossaryEntry[]; emphasise: readonly string[] | undefined }
  | { kind: 'image'; image: ShownImage }
);

/** What a text in another language is a translation of. */
export type Translation = {
  /** The slug of the original, which names the article in every language. */
  of: string;
  /** The number of the version of the original that it translates. */
  translates: number;
  translator: string;
  /** What of the original has changed since. */
  behind: Drift[];
};

/** What names an article in every language: the folder in which its texts are. */
export function workOf({ slug, translation }: Pick<Teaser, 'slug' | 'translation'>): string {
  return translation?.of ?? slug;
}

/** A part of an original that has changed since the version that was translated, or has come or gone since. */
export type Drift = {
  part: PartName;
  change: 'changed' | 'new' | 'gone';
  /** The updates and corrections that changed it, oldest first; at least one. */
  versions: Pick<Version, 'number' | 'kind' | 'recorded'>[];
};

/** A picture file of an article, and the place that first shows it. */
export type PictureUse = Place & {
  file: string;
  /** The path of the picture, as problems name it. */
  source: string;
  /** SHA-256 of its bytes, hexadecimal. */
  digest: string;
  image: ShownImage;
};

/** Why a version was recorded. A minor change is only in the record. */
export type VersionKind = 'publish' | 'update' | 'correction' | 'minor';

/** A passage that was wrong, and what it says now, as readers see both. */
export type CorrectedPassage = {
  /** The section that contains it; `undefined` if it is in none. */
  section: string | undefined;
  was: string;
  is: string;
};

/** What a version corrected: at least one passage. */
export type RecordedCorrection = Pick<Version, 'number' | 'recorded' | 'note' | 'redactions' | 'passages'>;

/** What readers saw from an instant on, from `versions/<number>.md`. */
export type Version = {
  number: number;
  recorded: Instant;
  kind: VersionKind;
  note: string;
  /** The digest of the previous version's text; missing in the first version, and in those from before there were digests. */
  previous?: string | undefined;
  /** Of a translation, the version of the original that it translates. */
  translates?: number | undefined;
  /** Whether it is what appeared on schedule after other words were recorded, which no reader saw. */
  scheduled?: true | undefined;
  /** What a correction corrects; empty for other kinds. */
  passages: CorrectedPassage[];
  /** When passages were removed from the record, and why. */
  redactions: { instant: Instant; reason: string; replaces?: string | undefined }[];
  parts: Part[];
};

/** What readers should know about an article before they read it. */
export type Labels = {
  /** Who paid for it. */
  sponsor: { name: string; url: string | undefined } | undefined;
  satire: boolean;
  /** Content that some readers may not want to read or see. */
  warning: string | undefined;
};

/** A partner or the original publisher of an article. */
export type Partner = { name: string; url: string | undefined };

/** What lists and `publish` need to know about an article. */
export type Teaser = {
  slug: string;
  title: string;
  standfirst: string;
  kind: ArticleKind;
  labels: Labels;
  /** With whom it was made. */
  partners: Partner[];
  /** Who published it first, and where: the canonical address for search engines. */
  firstPublished: { by: string; url: string } | undefined;
  /** The title for search engines and tabs, if it is not the headline. */
  searchTitle: string | undefined;
  /** The picture of its share image, if it is not the drawn one. */
  card: { image: ShownImage; alt: string } | undefined;
  authors: Signed[];
  /** The first is the main one. */
  topics: [Named, ...Named[]];
  series: Named | undefined;
  /** The slugs of related articles that its editor picked, in order. */
  related: string[];
  /** Whether it leads the front page until a newer article does. */
  featured: boolean;
  /** Until when it is above all others on the front page. */
  pinnedUntil: Instant | undefined;
  picture: Picture | undefined;
  published: Instant;
  draft: boolean;
  expires: Instant | undefined;
  /** When and why it was, or will be, retracted. */
  retracted: { when: Instant; reason: string } | undefined;
  /** Former slugs. */
  aliases: string[];
  /** How many versions of its text are recorded. */
  versions: number;
  /** Its corrections, oldest first. */
  corrections: RecordedCorrection[];
  /** When its last update or correction was published; `undefined` if there was none. */
  updated: Instant | undefined;
  /** The ids of the glossary entries that its text marks, in text order. */
  mentions: string[];
  /** What it is a translation of; `undefined` if it is none. */
  translation: Translation | undefined;
};

/** The parts of an article that only its own page shows. */
export type Body = {
  dateline: string | undefined;
  keyPoints: KeyPoint[];
  /** What nobody could verify. */
  unverified: string[];
  lead: Html;
  leadMarkdown: Markdown;
  sections: Section[];
  timeline: TimelineEntry[];
  notes: Note[];
  /** Addresses of other sites that the text links to, in text order; print shows them as numbered notes. */
  externalLinks: string[];
  words: number;
  /** The recorded versions, oldest first; empty if there is no record. */
  record: Version[];
};

/** A complete article: every id is resolved, all Markdown is rendered. */
export type Article = Teaser &
  Body & {
    /** The glossary entries that it mentions, each once. */
    who: SeenEntry[];
    /** Which part of its series it is, counted from 1; `undefined` if it is in none. */
    part: number | undefined;
  };

/** An article of the content folder, whose body is read on demand. */
export type ContentArticle = {
  teaser: Teaser;
  /** Identifies everything of the content that the article's page shows. */
  digest: string;
  /** The routes of this site to which its text links. */
  links: readonly string[];
  pictures: readonly PictureUse[];
  /** Identifies what each version of its record says, oldest first. */
  versions: readonly string[];
  /** Reports a text that differs from its latest version or has none; `undefined` otherwise. */
  unrecorded: Problem | undefined;
  read: () => Teaser & Body;
};

/** A path of an earlier site, decoded, and its target: a route of this site, perhaps with a fragment, or an address. */
export type Redirect = { from: string; to: string };

/** How the front page is arranged, from `front.md`. */
export type Front = {
  /** A text above the articles; may be empty. */
  note: Html;
  /** The slugs of the picked articles, the lead first. */
  picks: string[];
  /** Blocks of the newest articles on a topic, under its name; `most` is the most articles. */
  blocks: { topic: string; most: number }[];
};

/** Everything in the content folder, published or not. */
export type Content = {
  site: Site;
  articles: ContentArticle[];
  authors: Author[];
  topics: Topic[];
  series: Series[];
  glossary: GlossaryEntry[];
  pages: StaticPage[];
  /** `undefined` if there is no `front.md`. */
  front: Front | undefined;
  redirects: Redirect[];
  /** The same publication in its other languages, in their order, each with its own articles; none in these. */
  others: Content[];
};
