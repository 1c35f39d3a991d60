import { sourceHtml } from '../../formats/article-html.ts';
import type { Setting } from '../../formats/setting.ts';
import { labelTexts } from '../../languages/label-texts.ts';
import { pageIds } from '../../markdown/page-ids.ts';
import { showDay, showMoment, yearOf } from '../../model/dates.ts';
import { escapedHtml } from '../../model/escaped-html.ts';
import type { Article, Html, Note, StaticPage } from '../../model/model.ts';
import { notesTitle } from '../../publication/contents.ts';

/**
 * An article for the index: a document with its text and Pagefind's attributes for what a result shows (headline, topic,
 * kind, day) and for the filters (topics, year).
 *
 * Its text is its own words, each once: standfirst, caption, dateline, text, timeline and notes. Repetitions are left
 * out: key points, glossary cards, corrections. A heading has the same id as on the page.
 */
export function searchDocument(article: Article, setting: Setting): string {
  const { dateStyle: style, words } = setting;
  const { title, topics, kind, labels, published } = article;
  const day = showDay(published, style);
  const shown = {
    title,
    topic: topics[0].name,
    kind: [...(kind === 'report' ? [] : [words.kinds[kind]]), ...labelTexts(labels, words)].join(' · '),
    day: day.text,
    date: day.machine,
  };
  const marks = [
    ...Object.entries(shown).map(([name, value]) => mark('meta', name, value)),
    ...topics.map(({ id }) => mark('filter', 'topic', id)),
    mark('filter', 'year', String(yearOf(published, style.timeZone))),
  ];
  return documentOf(marks, textOf(article, setting), style.lang);
}

/** A page of the publication for the index: it has neither a topic nor a day. */
export function pageDocument({ title, description, text }: StaticPage, lang: string): string {
  const shown = { title, topic: '', kind: '', day: '', date: '' };
  const marks = Object.entries(shown).map(([name, value]) => mark('meta', name, value));
  return documentOf(marks, (description === undefined ? '' : paragraph(description)) + text, lang);
}

function documentOf(marks: readonly string[], text: Html, lang: string): string {
  return `<html lang="${new Intl.Locale(lang).baseName}"><head>${marks.join('')}</head><body>${text}</body></html>`;
}

function textOf(article: Article, setting: Setting): Html {
  const { standfirst, picture, dateline, lead, sections, timeline, notes } = article;
  const { dateStyle, words } = setting;
  const under = picture && [
    picture.caption,
    picture.kind === 'map' ? words.map.credit(picture.credit) : picture.credit,
  ];
  const events = timeline.map(({ when, text }) => item(escapedHtml(`${showMoment(when, dateStyle).text} ${text}`)));
  return [
    // The text of a retracted article repeats its standfirst.
    article.retracted ? '' : paragraph(standfirst),
    under ? paragraph(under.filter((text) => text !== undefined).join(' ')) : '',
    dateline === undefined ? '' : paragraph(dateline),
    withoutPictures(lead),
    ...sections.map(({ id, title, html }) => heading(id, title) + withoutPictures(html)),
    ...(timeline.length > 0 ? [heading(pageIds.timeline, words.timeline), ...events] : []),
    ...(notes.length > 0 ? [heading(pageIds.sources, notesTitle(notes, words))] : []),
    ...notes.map((note) => item(noteHtml(note, setting))),
  ].join('');
}

/** Rendered text without pictures: Pagefind would use the first as the picture of the article. */
function withoutPictures(html: Html): Html {
  return html.replaceAll(/<picture>.*?<\/picture>/gs, '');
}

function noteHtml(note: Note, setting: Setting): Html {
  return note.kind === 'text' ? note.html : sourceHtml(note.source, setting);
}

function heading(id: string, title: string): Html {
  return `<h2 id="${escapedHtml(id)}">${escapedHtml(title)}</h2>`;
}

function paragraph(text: string): Html {
  return `<p>${escapedHtml(text)}</p>`;
}

function item(html: Html): Html {
  return `<li>${html}</li>`;
}

function mark(kind: 'meta' | 'filter', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${escapedHtml(value)}">`;
}
