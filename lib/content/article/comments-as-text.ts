import type { Root } from 'mdast';
import { signsIn } from '../../markdown/signs-in.ts';
import { writtenBlocks } from '../../markdown/written-blocks.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter } from '../files/front-matter.ts';
import { frontMatterStrings } from '../files/front-matter-strings.ts';
import { placeInBody } from '../files/place-in-body.ts';

/** The beginnings of comments that are not supported or never end, so that readers see them. U+FFFC stands for Markdown syntax. */
const beginnings = [
  /<\s?!\s?[-–—]/g,
  // Obsidian. After a number the sign is a percentage.
  /(?<![\p{N}%])%%(?!%)[^%]+%%(?!%)|^\s*%%(?!%)/gu,
  // CriticMarkup.
  /\{>>|\{\+\+[^{}]*\+\+\}|\{--[^{}]*--\}|\{==[^{}]*==\}|\{(?:~~|\ufffc\ufffc)[^{}]*~>/g,
  // MDX, Jinja.
  /\{\/\*|\{#(?=\s)[^{}]*#\}/g,
  // Programming languages.
  /^[ \t]*\/\/\s[^\n]*$|(?<![\p{L}\p{N}{])\/\*(?=[\s\p{L}])[^*]*\*\//gu,
];

const mayBegin = /<\s?!|%%|\{[>+\-=~/#]|\/[/*]/;

/** Reports comments to editors that readers would see, in the text and in keys. */
export function checkComments(tree: Root, frontMatter: FrontMatter, report: Report): void {
  const { file, body, lines, placeOf } = frontMatter;
  if (!lines.some((line) => mayBegin.test(line))) return;
  if (mayBegin.test(body)) {
    for (const { text, offset } of writtenBlocks(tree, body)) {
      for (const { index, words } of commentsIn(text)) {
        const message = `"${words}" is shown to readers. A comment to editors begins with <!-- and ends with -->, in one paragraph or in paragraphs of its own.`;
        report({ file, ...placeInBody(frontMatter, offset + index), code: 'comment-as-text', message });
      }
    }
  }
  for (const { text, path } of frontMatterStrings(frontMatter)) {
    for (const { words } of commentsIn(text).slice(0, 1)) {
      const message = `"${words}" is shown to readers: the text of a key has no comments. Put it on a line of its own that begins with #.`;
      report({ file, ...placeOf(path), code: 'comment-as-text', message });
    }
  }
}

function commentsIn(text: string): { index: number; words: string }[] {
  return signsIn(text, beginnings).map(({ 0: sign, index }) => {
    const words = text
      .slice(index)
      .replace(/\ufffc*$/, '')
      .replace(/\s+/g, ' ')
      .replaceAll('\ufffc', '~')
      .trim();
    return { index: index + sign.search(/\S/), words: words.length > 40 ? `${words.slice(0, 39)}…` : words };
  });
}
