import { joinNames } from '../languages/join-names.ts';
import { type ShownDate, showDay, showMoment } from '../model/dates.ts';
import { escapedHtml } from '../model/escaped-html.ts';
import type {
  Article,
  Html,
  Labels,
  Note,
  Picture,
  RecordedCorrection,
  Source,
  TimelineEntry,
} from '../model/model.ts';
import { pictureMarkup } from '../pictures/picture-markup.ts';
import { notesTitle } from '../publication/contents.ts';
import { cutAtNotices } from '../versions/notices.ts';
import { htmlText, portableHtml } from './portable-html.ts';
import { addressOf, type Setting } from './setting.ts';

/**
 * The text of an article as plain HTML, from its picture to its corrections: what its page says, without headline,
 * standfirst and byline, for which every format has its own fields. Links may still be relative.
 */
function articleHtml(article: Article, setting: Setting): Html {
  return (
    seriesHtml(article, setting) +
    textHtml(article, setting) +
    notesHtml(article.notes, setting) +
    correctionsHtml(article, setting)
  );
}

/** The same for use elsewhere, with absolute links. Right-to-left text is marked as such, since the page around it may not be. */
export function portableArticleHtml(article: Article, setting: Setting): Html {
  const html = htmlText(portableHtml(articleHtml(article, setting), addressOf(setting, article.slug)));
  return setting.site.dir === 'rtl' ? `<div dir="rtl">${html}</div>` : html;
}

/** What readers should know before they read; empty for an article without labels. */
function labelsHtml({ sponsor, satire, warning }: Labels, { words: { labels } }: Setting): Html {
  const sponsored = sponsor && labels.sponsored(sponsor.name);
  const paragraph = (text: Html) => element('p', element('strong', text));
  return [
    sponsored === undefined
      ? ''
      : paragraph(sponsor?.url === undefined ? escapedHtml(sponsored) : link(sponsor.url, sponsored)),
    satire ? paragraph(escapedHtml(labels.satire)) : '',
    warning === undefined ? '' : paragraph(escapedHtml(`${labels.warning}: ${warning}`)),
  ].join('');
}

/** With whom an article was made, and who published it first. */
function creditsHtml({ partners, firstPublished }: Article, { dateStyle, words }: Setting): Html {
  const names = joinNames(
    partners.map(({ name }) => name),
    dateStyle.lang,
  );
  return [
    partners.length > 0 ? element('p', escapedHtml(words.partners(names))) : '',
    firstPublished ? element('p', link(firstPublished.url, words.firstPublished(firstPublished.by))) : '',
  ].join('');
}

/** Which part of its series an article is; nothing if it is in none. */
function seriesHtml({ series, part }: Article, { urls, words }: Setting): Html {
  if (!series || part === undefined) return '';
  return element('p', link(urls.series(series.id), words.series.part(part, series.name)));
}

/** The part of an article's text that comes before its notes. */
function textHtml(article: Article, setting: Setting): Html {
  const { labels, picture, keyPoints, unverified, dateline, lead, sections, timeline } = article;
  return [
    labelsHtml(labels, setting),
    creditsHtml(article, setting),
    pictureHtml(picture, setting),
    pointsHtml(
      setting.words.keyPoints,
      keyPoints.map(({ text }) => text),
    ),
    pointsHtml(setting.words.unverified, unverified),
    dateline === undefined ? '' : element('p', escapedHtml(dateline)),
    lead,
    ...sections.map(({ title, html }) => element('h2', escapedHtml(title)) + html),
    timelineHtml(timeline, setting),
  ].join('');
}

/** The corrections of an article, newest first, under their heading; empty if there are none. */
function correctionsHtml({ slug, corrections }: Article, { dateStyle, urls, words }: Setting): Html {
  if (corrections.length === 0) return '';
  const one = ({ number, recorded, note, redactions, passages }: RecordedCorrection) => {
    const reasons = redactions.map(({ reason }) => reason);
    return [
      element('p', `${time(showDay(recorded, dateStyle))}: ${escapedHtml(note)}`),
      ...passages.flatMap(({ was, is }) => [
        element('p', `${escapedHtml(words.correctionWas)} ${marked('del', was, reasons)}`),
        element('p', `${escapedHtml(words.correctionIs)} ${marked('ins', is, reasons)}`),
      ]),
      element('p', link(urls.version(slug, number), words.seeChanges)),
    ].join('');
  };
  return element('h2', escapedHtml(words.correctionsTitle)) + corrections.toReversed().map(one).join('');
}

/** A source in a line: its name, its kind, and its date if it has one. */
export function sourceHtml({ name, kind, url, date }: Source, { dateStyle, words }: Setting): Html {
  const facts = [escapedHtml(words.sourceKinds[kind]), ...(date ? [time(showMoment(date, dateStyle))] : [])];
  return element('p', `${url === undefined ? escapedHtml(name) : link(url, name)} (${facts.join(words.comma)})`);
}

function notesHtml(notes: readonly Note[], setting: Setting): Html {
  if (notes.length === 0) return '';
  const items = notes.map((note) => element('li', note.kind === 'text' ? note.html : sourceHtml(note.source, setting)));
  return element('h2', escapedHtml(notesTitle(notes, setting.words))) + element('ol', items.join(''));
}

/** Maps are only for the page. */
function pictureHtml(picture: Picture | undefined, { urls }: Setting): Html {
  if (picture?.kind !== 'image') return '';
  const { src, width, height } = pictureMarkup(picture.image, 'text', urls.picture).img;
  const caption = [...(picture.caption === undefined ? [] : [picture.caption]), picture.credit]
    .map(escapedHtml)
    .join(' ');
  const img = `<img src="${escapedHtml(src)}" alt="${escapedHtml(picture.alt)}" width="${width}" height="${height}">`;
  return element('figure', img + element('figcaption', caption));
}

function pointsHtml(title: string, points: readonly string[]): Html {
  if (points.length === 0) return '';
  const items = points.map((text) => element('li', escapedHtml(text)));
  // No heading: the lead, which has none, would seem to belong to it.
  return element('p', element('strong', escapedHtml(title))) + element('ul', items.join(''));
}

function timelineHtml(entries: readonly TimelineEntry[], { dateStyle, words }: Setting): Html {
  if (entries.length === 0) return '';
  const items = entries.map(({ when, text }) =>
    element('li', `${time(showMoment(when, dateStyle))}: ${escapedHtml(text)}`),
  );
  return element('h2', escapedHtml(words.timeline)) + element('ul', items.join(''));
}

/** Words that were or are in the article. A notice of a redaction is neither. */
function marked(name: 'del' | 'ins', text: string, reasons: readonly string[]): Html {
  return cutAtNotices(text, reasons)
    .map(({ text: words, isNotice }) => (isNotice ? escapedHtml(words) : element(name, escapedHtml(words))))
    .join('');
}

function element(name: string, content: Html): Html {
  return `<${name}>${content}</${name}>`;
}

function link(address: string, text: string): Html {
  return `<a href="${escapedHtml(address)}">${escapedHtml(text)}</a>`;
}

function time({ text, machine }: ShownDate): Html {
  return `<time datetime="${escapedHtml(machine)}">${escapedHtml(text)}</time>`;
}
