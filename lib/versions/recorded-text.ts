import type { KeyPoint, Labels, Partner, Source, TimelineEntry } from '../model/model.ts';
import type { Part } from '../model/recorded-part.ts';
import { escapedMarkdown, linkMarkdown } from './canonical-markdown.ts';

/** The id and the name of an entry. */
type Entry = { id: string; name: string };

/** The words of an article before they are HTML, and what readers see besides them. */
export type ArticleText = {
  headline: string;
  standfirst: string;
  authors: readonly Entry[];
  /** With the UTC offset of the site's time zone. */
  published: string;
  kind: string;
  labels: Labels;
  partners: readonly Partner[];
  firstPublished: { by: string; url: string } | undefined;
  dateline: string | undefined;
  picture: { alt: string; caption: string | undefined; credit: string } | undefined;
  map: { places: readonly Entry[]; emphasise: readonly string[] | undefined } | undefined;
  /** The files of its pictures, the lead picture first, each with the SHA-256 of its bytes, hexadecimal. */
  pictures: readonly { file: string; digest: string }[];
  keyPoints: readonly KeyPoint[];
  unverified: readonly string[];
  /** Canonical Markdown. */
  lead: string;
  sections: readonly { id: string; title: string; markdown: string }[];
  timeline: readonly TimelineEntry[];
  sources: readonly Source[];
  /** Why it was retracted. */
  retracted: string | undefined;
};

/**
 * Every word of an article that its readers see, and what they see besides the words, in page order. Empty parts are
 * left out.
 *
 * Texts of the glossary, of authors and of topics are in other files and not part of the article.
 */
export function recordedText(article: ArticleText): Part[] {
  const {
    headline,
    standfirst,
    authors,
    published,
    kind,
    labels: { sponsor, satire, warning },
    partners,
    firstPublished,
    dateline,
    picture,
    map,
    pictures,
    keyPoints,
    unverified,
    lead,
    sections,
    timeline,
    sources,
    retracted,
  } = article;
  const parts: Part[] = [
    { name: 'headline', markdown: `# ${escapedMarkdown(headline)}` },
    { name: 'standfirst', markdown: escapedMarkdown(standfirst) },
    { name: 'byline', markdown: entries(authors) },
    { name: 'published', markdown: published },
    { name: 'kind', markdown: kind },
    { name: 'sponsored', markdown: sponsor ? withAddress(sponsor) : '' },
    { name: 'satire', markdown: satire ? 'satire' : '' },
    { name: 'warning', markdown: escapedMarkdown(warning ?? '') },
    { name: 'partners', markdown: list(partners.map(withAddress)) },
    {
      name: 'first published',
      markdown: firstPublished ? withAddress({ name: firstPublished.by, url: firstPublished.url }) : '',
    },
    { name: 'dateline', markdown: escapedMarkdown(dateline ?? '') },
    { name: 'picture', markdown: paragraphs([picture?.caption, picture?.credit, picture?.alt]) },
    {
      name: 'map',
      markdown: map ? `${entries(map.places)}\n\n${escapedMarkdown(map.emphasise?.join(', ') ?? '')}`.trim() : '',
    },
    {
      name: 'pictures',
      markdown: list(pictures.map(({ file, digest }) => escapedMarkdown(`${file}: sha256 ${digest}`))),
    },
    { name: 'key points', markdown: list(keyPoints.map(({ text }) => escapedMarkdown(text))) },
    { name: 'unverified', markdown: list(unverified.map(escapedMarkdown)) },
    { name: 'lead', markdown: lead },
    { name: 'order', markdown: entries(sections.map(({ id, title }) => ({ id, name: title }))) },
    ...sections.map(
      ({ id, title, markdown }): Part => ({
        name: `section ${id}`,
        markdown: `## ${escapedMarkdown(title)}\n\n${markdown}`.trim(),
      }),
    ),
    { name: 'timeline', markdown: list(timeline.map(({ when, text }) => escapedMarkdown(`${when.value}: ${text}`))) },
    { name: 'sources', markdown: list(sources.map(sourceLine)) },
    { name: 'retracted', markdown: escapedMarkdown(retracted ?? '') },
  ];
  return parts.filter(({ markdown }) => markdown !== '');
}

function sourceLine({ name, kind, date, url }: Source): string {
  const facts = [kind, ...(date ? [date.value] : [])].join(', ');
  return escapedMarkdown(`${name} (${facts})`) + (url === undefined ? '' : ` <${url}>`);
}

function withAddress({ name, url }: Partner): string {
  return escapedMarkdown(name) + (url === undefined ? '' : ` <${url}>`);
}

function list(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n');
}

/** Names with their ids. */
function entries(named: readonly Entry[]): string {
  return list(named.map(({ id, name }) => linkMarkdown(name, id)));
}

function paragraphs(texts: readonly (string | undefined)[]): string {
  return texts.flatMap((text) => (text === undefined ? [] : escapedMarkdown(text))).join('\n\n');
}
