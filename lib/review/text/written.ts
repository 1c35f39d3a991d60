import type { Root } from 'mdast';
import type { FrontMatter } from '../../content/files/front-matter.ts';
import { placeInBody } from '../../content/files/place-in-body.ts';
import { type WrittenBlock, writtenBlocks } from '../../markdown/written-blocks.ts';
import type { Place } from '../../model/problem.ts';
import { keyTexts } from './prose.ts';

/** What an editor typed and readers see: a block of the text without Markdown syntax, or the text of a key. */
export type Written = {
  text: string;
  placeAt: (index: number) => Place;
  /** `undefined` for a key. */
  block: WrittenBlock['block'] | undefined;
  isQuoted: boolean;
};

/** The blocks of a text, then the texts of the front matter above it that are for readers. */
export function writtenIn(tree: Root, frontMatter: FrontMatter): Written[] {
  return [
    ...writtenBlocks(tree, frontMatter.body).map(({ text, offset, block, isQuoted }) => ({
      text,
      placeAt: (index: number) => placeInBody(frontMatter, offset + index),
      block,
      isQuoted,
    })),
    ...keyTexts(frontMatter).map((key) => ({ ...key, block: undefined, isQuoted: false })),
  ];
}
