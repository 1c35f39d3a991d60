import type { BlockContent, Link, List, Paragraph, PhrasingContent, Html as Raw, RootContent } from 'mdast';
import { joinNames } from '../languages/join-names.ts';
import { showDay, showInstant, showMoment } from '../model/dates.ts';
import type { Article, Note, Picture, RecordedCorrection, Source } from '../model/model.ts';
import { pictureMarkup } from '../pictures/picture-markup.ts';
import { notesTitle } from '../publication/contents.ts';
import { cutAtNotices } from '../versions/notices.ts';
import { markdownText, oneSpaced } from './markdown-text.ts';
import { addressOf, type Setting } from './setting.ts';

/**
 * An article as one Markdown document (CommonMark with GFM's tables, strikethrough, tasks and footnotes): headline,
 * standfirst, byline and dates, its text with absolute links, its sources and notes as footnotes, and its corrections.
 */
export function articleMarkdown(article: Article, setting: Setting): string {
  const { title, standfirst, picture, keyPoints, unverified, dateline, leadMarkdown, sections, notes } = article;
  const { words } = setting;
  const pointTexts = keyPoints.map(({ text }) => text);
  const above: RootContent[] = [
    heading(1, title),
    paragraph(text(standfirst)),
    facts(article, setting),
    ...labelLines(article, setting),
    ...series(article, setting),
    ...labels(article, setting),
    ...pictureOf(picture, setting),
    ...points(words.keyPoints, pointTexts),
    ...points(words.unverified, unverified),
    ...(dateline === undefined ? [] : [paragraph(text(dateline))]),
  ];
  const children: RootContent[] = [
    ...above,
    // Two adjacent lists would become one.
    ...(above.at(-1)?.type === 'list' && leadMarkdown.startsWith('- ') ? [raw('<!-- -->')] : []),
    ...written(leadMarkdown),
    ...sections.flatMap((section) => [heading(2, section.title), ...written(section.markdown)]),
    ...timeline(article, setting),
    ...(notes.length > 0 ? [heading(2, notesTitle(notes, words))] : []),
    ...notes.map((note) => definition(note, setting)),
    ...corrections(article, setting),
  ];
  return markdownText({ type: 'root', children });
}

/** Who wrote it, when it was published and last changed, and its address. */
function facts({ slug, authors, published, series, part, record }: Article, setting: Setting): List {
  const { dateStyle, urls, words } = setting;
  const names = joinNames(
    authors.map(({ name }) => name),
    dateStyle.lang,
  );
  const latest = record.findLast(({ kind }) => kind === 'update' || kind === 'correction');
  const changed = latest && words[latest.kind === 'update' ? 'updated' : 'corrected'];
  const address = addressOf(setting, slug);
  return list([
    [text(words.by(names))],
    [text(`${words.versionKinds.publish}: ${showInstant(published, dateStyle).text}`)],
    ...(latest && changed ? [[text(changed(showDay(latest.recorded, dateStyle).text))]] : []),
    ...(series && part !== undefined
      ? [[link(urls.absolute(urls.series(series.id)), words.series.part(part, series.name))]]
      : []),
    [link(address, address)],
  ]);
}

/** What readers should know before they read; empty for an article without labels. */
function labelLines({ labels: { sponsor, satire, warning } }: Article, { words: { labels } }: Setting): Paragraph[] {
  const strong = (of: PhrasingContent): Paragraph => paragraph({ type: 'strong', children: [of] });
  const sponsored = sponsor && labels.sponsored(sponsor.name);
  return [
    ...(sponsored === undefined
      ? []
      : [strong(sponsor?.url === undefined ? text(sponsored) : link(sponsor.url, sponsored))]),
    ...(satire ? [strong(text(labels.satire))] : []),
    ...(warning === undefined ? [] : [strong(text(`${labels.warning}: ${warning}`))]),
  ];
}

/** Which part of its series the article is. */
function series({ series: all, part }: Article, { urls, words }: Setting): Paragraph[] {
  if (!all || part === undefined) return [];
  return [paragraph(link(urls.absolute(urls.series(all.id)), words.series.part(part, all.name)))];
}

/** The labels as text. */
function labels({ labels: { sponsor, satire, warning } }: Article, { words }: Setting): Paragraph[] {
  const bold = (child: PhrasingContent) => paragraph({ type: 'strong', children: [child] });
  const sponsored = sponsor && words.labels.sponsored(sponsor.name);
  return [
    ...(sponsored === undefined
      ? []
      : [bold(sponsor?.url === undefined ? text(sponsored) : link(sponsor.url, sponsored))]),
    ...(satire ? [bold(text(words.labels.satire))] : []),
    ...(warning === undefined ? [] : [bold(text(`${words.labels.warning}: ${warning}`))]),
  ];
}

/** The lead picture with its caption. Maps are only for the page. */
function pictureOf(picture: Picture | undefined, { urls }: Setting): Paragraph[] {
  if (picture?.kind !== 'image') return [];
  const { image, alt, caption, credit } = picture;
  const url = urls.absolute(pictureMarkup(image, 'text', urls.picture).img.src);
  return [paragraph({ type: 'image', url, alt }), paragraph(text([caption ?? '', credit].join(' ').trim()))];
}

function points(title: string, texts: readonly string[]): BlockContent[] {
  if (texts.length === 0) return [];
  // No heading: the lead, which has none, would seem to belong to it.
  return [paragraph({ type: 'strong', children: [text(title)] }), list(texts.map((point) => [text(point)]))];
}

function timeline({ timeline: entries }: Article, { dateStyle, words }: Setting): RootContent[] {
  if (entries.length === 0) return [];
  const lines = entries.map(({ when, text: event }) => [text(`${showMoment(when, dateStyle).text}: ${event}`)]);
  return [heading(2, words.timeline), list(lines)];
}

function definition(note: Note, setting: Setting): RootContent {
  const label = String(note.number);
  const children = note.kind === 'text' ? written(note.markdown) : [source(note.source, setting)];
  return { type: 'footnoteDefinition', identifier: label, label, children };
}

/** A source in a line: its name, its kind, and its date if it has one. */
function source({ name, kind, url, date }: Source, { urls, dateStyle, words }: Setting): Paragraph {
  const sort = [words.sourceKinds[kind], ...(date ? [showMoment(date, dateStyle).text] : [])].join(words.comma);
  return paragraph(url === undefined ? text(name) : link(urls.absolute(url), name), text(` (${sort})`));
}

/** The corrections of the article, newest first. */
function corrections({ slug, corrections: all }: Article, setting: Setting): RootContent[] {
  if (all.length === 0) return [];
  const { dateStyle, urls, words } = setting;
  const one = ({ number, recorded, note, redactions, passages }: RecordedCorrection): Paragraph[] => {
    const reasons = redactions.map(({ reason }) => reason);
    return [
      paragraph(text(`${showDay(recorded, dateStyle).text}: ${note}`)),
      ...passages.flatMap(({ was, is }) => [
        paragraph(text(`${words.correctionWas} `), ...struck(was, reasons)),
        paragraph(text(`${words.correctionIs} ${is}`)),
      ]),
      paragraph(link(urls.absolute(urls.version(slug, number)), words.seeChanges)),
    ];
  };
  return [heading(2, words.correctionsTitle), ...all.toReversed().flatMap(one)];
}

/** Words that are no longer in the article. A notice of a redaction never was. */
function struck(words: string, reasons: readonly string[]): PhrasingContent[] {
  return cutAtNotices(words, reasons).map(({ text: piece, isNotice }) =>
    isNotice ? text(piece) : { type: 'delete', children: [text(piece)] },
  );
}

/** A node of text that is already Markdown. */
function written(markdown: string): Raw[] {
  return markdown === '' ? [] : [raw(markdown)];
}

/** Writes such nodes unchanged. */
function raw(value: string): Raw {
  return { type: 'html', value };
}

function heading(depth: 1 | 2, title: string): RootContent {
  return { type: 'heading', depth, children: [text(title)] };
}

function list(items: readonly PhrasingContent[][]): List {
  const children = items.map((item) => ({ type: 'listItem' as const, spread: false, children: [paragraph(...item)] }));
  return { type: 'list', ordered: false, spread: false, children };
}

function paragraph(...children: PhrasingContent[]): Paragraph {
  return { type: 'paragraph', children };
}

function link(url: string, name: string): Link {
  return { type: 'link', url, children: [text(name)] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: oneSpaced(value) };
}
