import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import type { ParsedText } from './read-markdown.ts';

/** A text of the content with the front matter above it, as the loader has read the two. */
export type ReadText = {
  kind: 'about' | 'note' | 'lead' | 'section';
  frontMatter: FrontMatter;
  text: ParsedText;
};

/**
 * A closer look at the words of one page than the loader takes: reports what an editor may want to say better.
 *
 * @param texts The texts of the page in the order in which they stand there.
 * @param lang The language tag of the site.
 */
export type Review = (texts: readonly ReadText[], lang: string, report: Report) => void;
