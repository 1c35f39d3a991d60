import type { KeyPoint, Source, TimelineEntry } from '../content/model.ts';
import { escapedMarkdown } from './canonical-markdown.ts';

/** A part of an article's text as it is recorded, in Markdown. */
export type Part = { name: PartName; markdown: string };

/** What a part is: one of the article's own, or a section by its id. */
export type PartName = OwnPart | `section ${string}`;

/** The parts of an article that are no sections. */
export const ownParts = [
  'headline',
  'standfirst',
  'dateline',
  'picture',
  'key points',
  'unverified',
  'lead',
  'timeline',
  'sources',
] as const;

/** A part of an article that is no section. */
export type OwnPart = (typeof ownParts)[number];

/** The words of an article before they are HTML. */
export type ArticleText = {
  headline: string;
  standfirst: string;
  dateline: string | undefined;
  picture: { alt: string; caption: string | undefined; credit: string } | undefined;
  keyPoints: readonly KeyPoint[];
  unverified: readonly string[];
  /** Canonical Markdown. */
  lead: string;
  sections: readonly { id: string; title: string; markdown: string }[];
  timeline: readonly TimelineEntry[];
  sources: readonly Source[];
};

/**
 * Every word of an article that its readers see, in the order of the page. What is empty is no part.
 *
 * The notes of the glossary, of authors and of topics stand in files of their own and are not the article's words.
 */
export function recordedText(article: ArticleText): Part[] {
  const { headline, standfirst, dateline, picture, keyPoints, unverified, lead, sections, timeline, sources } = article;
  const parts: Part[] = [
    { name: 'headline', markdown: `# ${escapedMarkdown(headline)}` },
    { name: 'standfirst', markdown: escapedMarkdown(standfirst) },
    { name: 'dateline', markdown: escapedMarkdown(dateline ?? '') },
    { name: 'picture', markdown: paragraphs([picture?.caption, picture?.credit, picture?.alt]) },
    { name: 'key points', markdown: list(keyPoints.map(({ text }) => escapedMarkdown(text))) },
    { name: 'unverified', markdown: list(unverified.map(escapedMarkdown)) },
    { name: 'lead', markdown: lead },
    ...sections.map(
      ({ id, title, markdown }): Part => ({
        name: `section ${id}`,
        markdown: `## ${escapedMarkdown(title)}\n\n${markdown}`.trim(),
      }),
    ),
    { name: 'timeline', markdown: list(timeline.map(({ when, text }) => escapedMarkdown(`${when.value}: ${text}`))) },
    { name: 'sources', markdown: list(sources.map(sourceLine)) },
  ];
  return parts.filter(({ markdown }) => markdown !== '');
}

function sourceLine({ name, kind, date, url }: Source): string {
  const facts = [kind, ...(date ? [date.value] : [])].join(', ');
  return escapedMarkdown(`${name} (${facts})`) + (url === undefined ? '' : ` <${url}>`);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

function paragraphs(texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : escapedMarkdown(text))).join('\n\n');
}
