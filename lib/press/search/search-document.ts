import { labelTexts } from '../../languages/label-texts.ts';
import type { Words } from '../../languages/words.ts';
import { type DateStyle, showDay, yearOf } from '../../model/dates.ts';
import type { StaticPage, Teaser } from '../../model/model.ts';

/**
 * An article as the index takes it in: a document with its text, marked in Pagefind's way with what a result shows of it
 * (headline, topic, kind, day) and with what results can be filtered by (topics, year).
 *
 * @param text The article's own words, as HTML.
 */
export function searchDocument(article: Teaser, text: string, style: DateStyle, words: Words): string {
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
  return documentOf(marks, text, style.lang);
}

/** A page of the publication as the index takes it in: it has neither a topic nor a day. */
export function pageDocument({ title }: StaticPage, text: string, lang: string): string {
  const shown = { title, topic: '', kind: '', day: '', date: '' };
  return documentOf(
    Object.entries(shown).map(([name, value]) => mark('meta', name, value)),
    text,
    lang,
  );
}

function documentOf(marks: readonly string[], text: string, lang: string): string {
  return `<html lang="${new Intl.Locale(lang).baseName}"><head>${marks.join('')}</head><body>${text}</body></html>`;
}

function mark(kind: 'meta' | 'filter', name: string, value: string): string {
  return `<meta data-pagefind-${kind}="${name}[content]" content="${value.replaceAll('&', '&amp;').replaceAll('"', '&quot;')}">`;
}
