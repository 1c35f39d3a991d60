import { type CheckCode, isCheckCode, speaks } from '../model/checks.ts';
import { altEmpty } from './slips/alt-empty.ts';
import { emphasisAsText } from './slips/emphasis-as-text.ts';
import { entityInKey } from './slips/entity-in-key.ts';
import { headingAsText } from './slips/heading-as-text.ts';
import { headingEmpty } from './slips/heading-empty.ts';
import { invisibleInName } from './slips/invisible-in-name.ts';
import { letterBroken } from './slips/letter-broken.ts';
import { linkAsText } from './slips/link-as-text.ts';
import { linkEmpty } from './slips/link-empty.ts';
import { listAsText } from './slips/list-as-text.ts';
import { listNumber } from './slips/list-number.ts';
import { noteAsText } from './slips/note-as-text.ts';
import { paragraphAsCode } from './slips/paragraph-as-code.ts';
import { tableAsText } from './slips/table-as-text.ts';
import { templateAsText } from './slips/template-as-text.ts';
import { templateText } from './slips/template-text.ts';
import { textEmpty } from './slips/text-empty.ts';
import { acronymUnexplained } from './style/acronym-unexplained.ts';
import { doubleSpace } from './style/double-space.ts';
import { linkHttp } from './style/link-http.ts';
import { linkText } from './style/link-text.ts';
import { paragraphLong } from './style/paragraph-long.ts';
import { positionUnlikely } from './style/position-unlikely.ts';
import { quotationUnattributed } from './style/quotation-unattributed.ts';
import { sectionLong } from './style/section-long.ts';
import { sentenceLong } from './style/sentence-long.ts';
import { straightQuotes } from './style/straight-quotes.ts';
import { wordTwice } from './style/word-twice.ts';
import type { TextCheck } from './text/text-check.ts';

/** The checks of texts, by code. None depends on another: messages are sorted by their places. */
const textChecks = {
  'paragraph-long': paragraphLong,
  'section-long': sectionLong,
  'sentence-long': sentenceLong,
  'quotation-unattributed': quotationUnattributed,
  'acronym-unexplained': acronymUnexplained,
  'word-twice': wordTwice,
  'straight-quotes': straightQuotes,
  'double-space': doubleSpace,
  'text-empty': textEmpty,
  'heading-empty': headingEmpty,
  'template-text': templateText,
  'position-unlikely': positionUnlikely,
  'letter-broken': letterBroken,
  'entity-in-key': entityInKey,
  'invisible-in-name': invisibleInName,
  'alt-empty': altEmpty,
  'link-text': linkText,
  'link-http': linkHttp,
  'emphasis-as-text': emphasisAsText,
  'heading-as-text': headingAsText,
  'link-as-text': linkAsText,
  'link-empty': linkEmpty,
  'list-as-text': listAsText,
  'list-number': listNumber,
  'note-as-text': noteAsText,
  'paragraph-as-code': paragraphAsCode,
  'table-as-text': tableAsText,
  'template-as-text': templateAsText,
} as const satisfies Partial<Record<CheckCode, TextCheck>>;

/** The checks of texts that can be made in the language of a site. */
export function textChecksFor(lang: string): TextCheck[] {
  return Object.entries(textChecks).flatMap(([code, check]) => (isCheckCode(code) && speaks(code, lang) ? check : []));
}
