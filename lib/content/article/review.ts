import type { GlossaryEntry } from '../../model/model.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import type { ParsedText } from './read-markdown.ts';

/** A text of the content with its front matter, as the loader read them. */
export type ReadText = {
  kind: 'about' | 'note' | 'lead' | 'section';
  frontMatter: FrontMatter;
  text: ParsedText;
};

/**
 * A review of the text of one page, beyond what the loader checks: reports what an editor may want to improve.
 *
 * @param texts The texts of the page, in page order.
 * @param lang The language tag of the site.
 * @param glossary The glossary in this language, once it is loaded.
 */
export type Review = (
  texts: readonly ReadText[],
  lang: string,
  report: Report,
  glossary?: ReadonlyMap<string, GlossaryEntry | undefined>,
) => void;
