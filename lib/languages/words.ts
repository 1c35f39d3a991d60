import type { OwnPart } from '../model/recorded-part.ts';
import type { FirstTexts } from './first-texts/first-texts.ts';

/** Writes a number in the digits of a publication, without group separators. */
export type WriteNumber = (number: number) => string;

type Drifted = Record<'corrected' | 'updated', (on: string, of: string) => string>;

/** Every word of the interface. A language is complete when its table has this type. */
export type Words = {
  dir: 'ltr' | 'rtl';
  number: WriteNumber;
  /** What is between the names of a list, and a space after it. */
  comma: string;
  skipToText: string;
  mainMenu: string;
  /** What the footer says about the use of texts for AI. */
  rights: { aiDenied: string; aiAllowed: string };
  about: string;
  /** The title of the front page's list for screen readers. */
  latest: string;
  articlePages: string;
  /** The name of a list that has all articles. */
  articles: string;
  /** The title of a page of a list, from the title of the list. */
  pageOf: (list: string, number: number) => string;
  older: string;
  newer: string;
  /** The link from an old page of a list to its newest one. */
  newest: string;
  inThisArticle: string;
  keyPoints: string;
  unverified: string;
  by: (names: string) => string;
  readingTime: (minutes: number) => string;
  kinds: { report: string; explainer: string; analysis: string; opinion: string };
  labels: { sponsored: (by: string) => string; satire: string; warning: string };
  partners: (names: string) => string;
  firstPublished: (by: string) => string;
  translatedBy: (translator: string) => string;
  permalink: (title: string) => string;
  share: string;
  linkCopied: string;
  linkNotCopied: string;
  timeline: string;
  sources: string;
  notes: string;
  sourceKinds: { statement: string; post: string; document: string; interview: string; report: string };
  backToMention: (number: number, mention: number) => string;
  /** The accessible name of a note's number in the text. */
  noteMark: (number: number) => string;
  allStatements: string;
  whosWho: string;
  aboutAuthors: (count: number) => string;
  /** The role of a former author, with and without a role of their own. */
  former: { role: (role: string) => string; author: string };
  glossary: string;
  aboutGlossary: string;
  entryKinds: { person: string; organisation: string; place: string };
  inTheGlossary: string;
  mentionedIn: string;
  close: string;
  /** The notice that replaces a redacted passage. */
  redacted: (date: string, reason: string) => string;
  /** The note of a version that was recorded because its article appeared on schedule. */
  onSchedule: string;
  versions: string;
  versionsOf: (title: string) => string;
  aboutVersions: string;
  versionTitle: (number: number, title: string) => string;
  version: (number: number) => string;
  versionKinds: { publish: string; update: string; correction: string; minor: string };
  updated: (date: string) => string;
  corrected: (date: string) => string;
  seeChanges: string;
  /** What a translation says of its original: when that was changed, and of when the translation is; at a section, and above all. */
  drift: Drifted & { here: Drifted };
  wordsChanged: (added: number, removed: number) => string;
  added: string;
  removed: string;
  endOfChange: string;
  onlyMarkup: string;
  /** The button that shows unchanged text: between changed paragraphs, and after the last. */
  unchanged: { paragraphs: string; rest: string };
  parts: Record<OwnPart, string>;
  currentText: string;
  changedParts: string;
  /** The link to the site's RSS feed. */
  feed: string;
  feedOn: (topic: string) => string;
  correctionsTitle: string;
  aboutCorrections: string;
  correctionWas: string;
  correctionIs: string;
  printedLinks: string;
  printedFrom: string;
  theme: string;
  themes: { system: string; light: string; dark: string };
  corrections: string;
  moved: string;
  /** Says when an article was taken down. */
  expired: (date: string) => string;
  /** The headline of a retracted article, and what its page says instead of its text. */
  retracted: { title: (title: string) => string; text: (date: string, reason: string) => string };
  notFound: { title: string; text: string; home: string };
  /** What the preview for editors says about an article: a mark on links to it, and a line above its pages. */
  preview: {
    draft: { mark: string; always: string; until: (date: string) => string };
    embargoed: { mark: string; until: (date: string) => string };
    unrecorded: { mark: string };
  };
  search: {
    title: string;
    /** The label of the search field. */
    label: string;
    hint: string;
    topic: string;
    allTopics: string;
    year: string;
    allYears: string;
    busy: string;
    /** How many articles were found, for each plural category; `#` stands for the number. */
    found: (category: Intl.LDMLPluralRule) => string;
    more: string;
    nothing: { title: string; text: string };
    failed: { title: string; text: string };
    withoutScript: string;
    allArticles: string;
  };
  articlesOn: (topic: string) => string;
  articlesBy: (author: string) => string;
  series: {
    /** The description of a series that has none of its own. */
    about: (series: string) => string;
    /** Which part of a series an article is. */
    part: (number: number, series: string) => string;
    previous: string;
    next: string;
  };
  topics: string;
  moreOnThis: string;
  table: string;
  /** What a map shows, for people who cannot see it: lists of names, already joined. */
  map: {
    places: (names: string) => string;
    home: (country: string) => string;
    border: (countries: string) => string;
    /** The meaning of the emphasised line, in the key. */
    line: (countries: string) => string;
    /** The meaning of a square, in the key. */
    capital: string;
    countries: (names: string) => string;
    credit: (credit: string) => string;
  };
  externalLink: string;
  taskDone: string;
  taskOpen: string;
  /** The first texts of a new publication, until its newsroom writes its own. */
  firstTexts: FirstTexts;
};
