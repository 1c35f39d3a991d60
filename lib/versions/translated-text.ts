import type { Part } from '../model/recorded-part.ts';
import { escapedMarkdown } from './canonical-markdown.ts';

/** The words of a translation. What is no text, such as dates and addresses, is recorded with the original. */
export type TranslatedText = {
  headline: string;
  standfirst: string;
  translator: string;
  /** Who paid for the article, the warning above it, and who published it first. */
  sponsor: string | undefined;
  warning: string | undefined;
  firstPublished: string | undefined;
  partners: readonly string[];
  dateline: string | undefined;
  picture: { alt: string; caption?: string | undefined; credit: string } | undefined;
  /** The files of the pictures that its texts show, each with the SHA-256 of its bytes, hexadecimal. */
  pictures: readonly { file: string; digest: string }[];
  keyPoints: readonly string[];
  unverified: readonly string[];
  /** Canonical Markdown. */
  lead: string;
  sections: readonly { id: string; title: string; markdown: string }[];
  timeline: readonly string[];
  /** The names of sources. */
  sources: readonly string[];
  /** Why it was retracted. */
  retracted: string | undefined;
};

/** Every word of a translation that its readers see, in the order of the page. What is empty is no part. */
export function translatedText(text: TranslatedText): Part[] {
  const { picture } = text;
  const parts: Part[] = [
    { name: 'headline', markdown: `# ${escapedMarkdown(text.headline)}` },
    { name: 'standfirst', markdown: escapedMarkdown(text.standfirst) },
    { name: 'translator', markdown: escapedMarkdown(text.translator) },
    { name: 'sponsored', markdown: escapedMarkdown(text.sponsor ?? '') },
    { name: 'warning', markdown: escapedMarkdown(text.warning ?? '') },
    { name: 'partners', markdown: list(text.partners) },
    { name: 'first published', markdown: escapedMarkdown(text.firstPublished ?? '') },
    { name: 'dateline', markdown: escapedMarkdown(text.dateline ?? '') },
    { name: 'picture', markdown: paragraphs([picture?.caption, picture?.credit, picture?.alt]) },
    { name: 'pictures', markdown: list(text.pictures.map(({ file, digest }) => `${file}: sha256 ${digest}`)) },
    { name: 'key points', markdown: list(text.keyPoints) },
    { name: 'unverified', markdown: list(text.unverified) },
    { name: 'lead', markdown: text.lead },
    ...text.sections.map(
      ({ id, title, markdown }): Part => ({
        name: `section ${id}`,
        markdown: `## ${escapedMarkdown(title)}\n\n${markdown}`.trim(),
      }),
    ),
    { name: 'timeline', markdown: list(text.timeline) },
    { name: 'sources', markdown: list(text.sources) },
    { name: 'retracted', markdown: escapedMarkdown(text.retracted ?? '') },
  ];
  return parts.filter(({ markdown }) => markdown !== '');
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${escapedMarkdown(item)}`).join('\n');
}

function paragraphs(texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : escapedMarkdown(text))).join('\n\n');
}
