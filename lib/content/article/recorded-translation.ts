import type { Part } from '../../model/recorded-part.ts';
import { canonicalMarkdown } from '../../versions/canonical-markdown.ts';
import { type TranslatedText, translatedText } from '../../versions/translated-text.ts';
import type { ParsedText } from './read-markdown.ts';
import type { TranslationKeys } from './translate-article.ts';

/**
 * The text of a translation as it would be recorded.
 *
 * @param own Its front matter.
 * @param pictures Those that its texts show.
 */
export function recordedTranslation(
  own: TranslationKeys,
  lead: ParsedText,
  sections: TranslatedText['sections'],
  pictures: TranslatedText['pictures'],
): Part[] {
  const { title, standfirst, translator, labels, firstPublished, dateline, picture, retracted } = own;
  const { partners = [], keyPoints = [], unverified = [], timeline = [], sources = {} } = own;
  return translatedText({
    headline: title,
    standfirst,
    translator,
    sponsor: labels?.sponsored?.by,
    warning: labels?.warning,
    firstPublished: firstPublished?.by,
    partners,
    dateline,
    picture,
    pictures,
    keyPoints,
    unverified,
    lead: canonicalMarkdown(lead.tree, lead.definitions.values()),
    sections,
    timeline,
    sources: Object.values(sources),
    retracted: retracted?.reason,
  });
}
