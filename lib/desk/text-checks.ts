import { type CheckCode, isCheckCode, speaks } from '../content/checks.ts';
import { acronymUnexplained } from './checks/acronym-unexplained.ts';
import { doubleSpace } from './checks/double-space.ts';
import { emphasisAsText } from './checks/emphasis-as-text.ts';
import { headingAsText } from './checks/heading-as-text.ts';
import { linkAsText } from './checks/link-as-text.ts';
import { linkEmpty } from './checks/link-empty.ts';
import { linkHttp } from './checks/link-http.ts';
import { linkText } from './checks/link-text.ts';
import { listAsText } from './checks/list-as-text.ts';
import { listNumber } from './checks/list-number.ts';
import { noteAsText } from './checks/note-as-text.ts';
import { paragraphAsCode } from './checks/paragraph-as-code.ts';
import { paragraphLong } from './checks/paragraph-long.ts';
import { quotationUnattributed } from './checks/quotation-unattributed.ts';
import { sectionLong } from './checks/section-long.ts';
import { sentenceLong } from './checks/sentence-long.ts';
import { straightQuotes } from './checks/straight-quotes.ts';
import { tableAsText } from './checks/table-as-text.ts';
import { templateAsText } from './checks/template-as-text.ts';
import { wordTwice } from './checks/word-twice.ts';
import type { TextCheck } from './text-check.ts';

/** The checks of texts, by code. None depends on another: a message has its place by where it stands. */
const textChecks = {
  'paragraph-long': paragraphLong,
  'section-long': sectionLong,
  'sentence-long': sentenceLong,
  'quotation-unattributed': quotationUnattributed,
  'acronym-unexplained': acronymUnexplained,
  'word-twice': wordTwice,
  'straight-quotes': straightQuotes,
  'double-space': doubleSpace,
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
