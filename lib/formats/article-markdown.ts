import type { List, ListItem, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { joinNames } from '../languages/join-names.ts';
import { showDay, showInstant } from '../model/dates.ts';
import type { Article, Note } from '../model/model.ts';
import { notesTitle } from '../publication/contents.ts';
import { correctionsHtml, sourceHtml, textHtml } from './article-html.ts';
import { markdownNodes, oneSpaced } from './markdown-nodes.ts';
import { markdownText } from './markdown-text.ts';
import { portableHtml } from './portable-html.ts';
import { addressOf, type Setting } from './setting.ts';

/**
 * An article as one Markdown document (CommonMark with GFM's tables and footnotes): headline, standfirst, who wrote it
 * when, its text with absolute links, its sources and notes as footnotes, and its corrections.
 */
export function articleMarkdown(article: Article, setting: Setting): string {
  const { title, standfirst, notes } = article;
  const address = addressOf(setting, article.slug);
  const read = (html: string) => markdownNodes(portableHtml(html, address, 'with classes'));
  const definition = (note: Note): RootContent => {
    const label = String(note.number);
    const html = note.kind === 'text' ? note.html : sourceHtml(note.source, setting);
    return { type: 'footnoteDefinition', identifier: label, label, children: read(html) };
  };
  const children: RootContent[] = [
    heading(1, title),
    paragraph({ type: 'text', value: oneSpaced(standfirst) }),
    facts(article, address, setting),
    ...read(textHtml(article, setting)),
    ...(notes.length > 0 ? [heading(2, notesTitle(notes, setting.words))] : []),
    ...notes.map(definition),
    ...read(correctionsHtml(article, setting)),
  ];
  return markdownText({ type: 'root', children });
}

/** Who wrote it, when it was published and last changed, and where it stands. */
function facts({ authors, published, series, part, record }: Article, address: string, setting: Setting): List {
  const { dateStyle, urls, words } = setting;
  const names = joinNames(
    authors.map(({ name }) => name),
    dateStyle.lang,
  );
  const latest = record.findLast(({ kind }) => kind === 'update' || kind === 'correction');
  const changed = latest && words[latest.kind === 'update' ? 'updated' : 'corrected'];
  const lines: PhrasingContent[] = [
    { type: 'text', value: words.by(names) },
    { type: 'text', value: `${words.versionKinds.publish}: ${showInstant(published, dateStyle).text}` },
    ...(latest && changed ? [{ type: 'text', value: changed(showDay(latest.recorded, dateStyle).text) } as const] : []),
    ...(series && part !== undefined
      ? [linkTo(urls.absolute(urls.series(series.id)), words.series.part(part, series.name))]
      : []),
    linkTo(address, address),
  ];
  const children = lines.map((line): ListItem => ({ type: 'listItem', spread: false, children: [paragraph(line)] }));
  return { type: 'list', ordered: false, spread: false, children };
}

function linkTo(url: string, text: string): PhrasingContent {
  return { type: 'link', url, children: [{ type: 'text', value: oneSpaced(text) }] };
}

function heading(depth: 1 | 2, title: string): RootContent {
  return { type: 'heading', depth, children: [{ type: 'text', value: oneSpaced(title) }] };
}

function paragraph(child: PhrasingContent): Paragraph {
  return { type: 'paragraph', children: [child] };
}
