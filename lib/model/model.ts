import type { Part, PartName } from '../model/recorded-part.ts';
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

/** Canonical Markdown that can be read anywhere: links and pictures have absolute addresses, notes their numbers. */
type Markdown = string;

type Direction = 'ltr' | 'rtl';

/** The publication, from `site.md`. */
export type Site = {
  name: string;
  tagline: string;
  /** Absolute, without a slash at its end; may carry a path. */
  url: string;
  lang: string;
  /** All languages of the publication, the first one first; its pages have no prefix. */
  languages: readonly string[];
  dir: Direction;
  timeZone: string;
  /** The digits of dates and numbers; without a choice, those of the language. */
  digits: Digits | undefined;
  publisher: string;
  contact: string;
  /** Where each policy stands: a URL or the id of a page; in a publication, an absolute address that readers can open. */
  policies: Partial<Record<'publishing' | 'corrections' | 'ethics' | 'ownership', string | undefined>>;
  social: string[];
  /** The entries of the menu and of the foot; without them the topics. */
  navigation: MenuEntry[] | undefined;
  footer: MenuEntry[] | undefined;
  rights: Rights | undefined;
  /** Whether feeds have whole articles, or their summaries alone. */
  feeds: 'full' | 'summary';
  about: Html;
  /** What of its looks is its own. */
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
  /** The e-mail address at which readers reach them. */
  contact: string | undefined;
  /** Whether they write here no more. */
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

/** Articles that belong together and are read in the order in which they were published. */
export type Series = Topic;

/** An author as an article shows them: of one without a picture and a biography the name alone. */
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

/** An entry that readers can see. */
export type SeenEntry = GlossaryEntry & {
  /** Whether the glossary says more than a card: an address, or other articles that mention it. */
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
 * `mentions` is how often the text refers to it; a source that is never cited has none and stands last.
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
  /** The number of the version of the original that it translates. */
  translates: number;
  translator: string;
  /** What of the original has changed since. */
  behind: Drift[];
};

/** A part of an original that has changed since the version that was translated, or has come or gone since. */
export type Drift = {
  part: PartName;
  change: 'changed' | 'new' | 'gone';
  /** The updates and corrections that changed it, oldest first; at least one. */
  versions: Pick<Version, 'number' | 'kind' | 'recorded'>[];
};

/** A picture file of an article, and where its text first shows it. */
export type PictureUse = Place & {
  file: string;
  /** Where the picture lies, as problems name it. */
  source: string;
  /** SHA-256 of its bytes, hexadecimal. */
  digest: string;
  image: ShownImage;
};

/** Why a version was recorded. A minor one is in the record, and nowhere else. */
export type VersionKind = 'publish' | 'update' | 'correction' | 'minor';

/** A passage that was wrong, and what it says now, in the words of readers. */
export type CorrectedPassage = {
  /** The section in which it stands; `undefined` where it stands in none. */
  section: string | undefined;
  was: string;
  is: string;
};

/** What a version corrected: its passages, of which there is at least one. */
export type RecordedCorrection = Pick<Version, 'number' | 'recorded' | 'note' | 'redactions' | 'passages'>;

/** What readers were shown from an instant on, from `versions/<number>.md`. */
export type Version = {
  number: number;
  recorded: Instant;
  kind: VersionKind;
  note: string;
  /** The digest of the words of the version before; missing in the first, and in those from before there were digests. */
  previous?: string | undefined;
  /** Of a translation, the version of the original that it translates. */
  translates?: number | undefined;
  /** What a correction corrects; nothing in a version of another kind. */
  passages: CorrectedPassage[];
  /** When passages were taken out of the record, and why. */
  redactions: { instant: Instant; reason: string; replaces?: string | undefined }[];
  parts: Part[];
};

/** What readers have to know of an article before they read it. */
export type Labels = {
  /** Who paid for it. */
  sponsor: { name: string; url: string | undefined } | undefined;
  satire: boolean;
  /** What in it some may not want to read or see. */
  warning: string | undefined;
};

/** Somebody else who has a part in an article. */
export type Partner = { name: string; url: string | undefined };

/** What lists and the door to publication know of an article. */
export type Teaser = {
  slug: string;
  title: string;
  standfirst: string;
  kind: ArticleKind;
  labels: Labels;
  /** With whom it was made. */
  partners: Partner[];
  /** Who published it first, and where: the address that search engines are to show. */
  firstPublished: { by: string; url: string } | undefined;
  /** The title for search engines and tabs, if it is not the headline. */
  searchTitle: string | undefined;
  /** The picture for sharing, if it is not drawn. */
  card: { image: ShownImage; alt: string } | undefined;
  authors: Signed[];
  /** The first is the main one. */
  topics: [Named, ...Named[]];
  series: Named | undefined;
  /** The slugs of articles that its editor has picked to go on with, the first one first. */
  related: string[];
  /** Whether it leads the front page until a newer article does. */
  featured: boolean;
  /** Until when it is above all others on the front page. */
  pinnedUntil: Instant | undefined;
  picture: Picture | undefined;
  published: Instant;
  draft: boolean;
  expires: Instant | undefined;
  /** When and why it was, or is to be, retracted. */
  retracted: { when: Instant; reason: string } | undefined;
  /** Former slugs. */
  aliases: string[];
  /** How many versions of its text are recorded. */
  versions: number;
  /** What was wrong in it, oldest first. */
  corrections: RecordedCorrection[];
  /** When readers last got an update or a correction, `undefined` where they got none. */
  updated: Instant | undefined;
  /** The ids of the glossary entries that its text marks, in its order. */
  mentions: string[];
  /** What it is a translation of; `undefined` if it is none. */
  translation: Translation | undefined;
};

/** What only an article's own page shows. */
export type Body = {
  dateline: string | undefined;
  keyPoints: KeyPoint[];
  /** What the article says and nobody could verify. */
  unverified: string[];
  lead: Html;
  leadMarkdown: Markdown;
  sections: Section[];
  timeline: TimelineEntry[];
  notes: Note[];
  /** Addresses of other sites that the text links to, in its order; paper shows them as numbered notes. */
  externalLinks: string[];
  words: number;
  /** The record of what readers were shown, from the first on; empty where none is kept. */
  record: Version[];
};

/** An article that is whole: every id in it is resolved, all Markdown is rendered. */
export type Article = Teaser &
  Body & {
    /** Whom and what it mentions: each of its `mentions` once. */
    who: SeenEntry[];
    /** Which part of its series it is, counted from one; `undefined` if it is in none. */
    part: number | undefined;
  };

/** An article of the content folder, with its body left where it is until somebody asks for it. */
export type ContentArticle = {
  teaser: Teaser;
  /** The same for two articles whose pages show the same, as far as it depends on content. */
  digest: string;
  /** The routes of this site to which its text links. */
  links: readonly string[];
  pictures: readonly PictureUse[];
  /** Names what each version of its record says, the first one first. */
  versions: readonly string[];
  /** Reports that the text is not that of its latest version, or that no version is recorded; `undefined` otherwise. */
  unrecorded: Problem | undefined;
  read: () => Teaser & Body;
};

/** A path of an earlier site, decoded, and where it leads now: a route of this site, maybe with a fragment, or an address. */
export type Redirect = { from: string; to: string };

/** How the front page is arranged, from `front.md`. */
export type Front = {
  /** What its editor says above the articles; may be empty. */
  note: Html;
  /** The slugs of the articles that come first, the lead before the others. */
  picks: string[];
  /** The newest articles on a topic, under its name; at most as many as its editor wants. */
  blocks: { topic: string; most: number }[];
};

/** All that the content folder holds, published or not. */
export type Content = {
  site: Site;
  articles: ContentArticle[];
  authors: Author[];
  topics: Topic[];
  series: Series[];
  glossary: GlossaryEntry[];
  pages: StaticPage[];
  /** `undefined` if nobody has arranged the front page. */
  front: Front | undefined;
  redirects: Redirect[];
  /** The same publication in its other languages, in their order, each with its own articles; none in these. */
  others: Content[];
};
