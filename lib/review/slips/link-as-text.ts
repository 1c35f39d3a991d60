import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** What an editor can only have meant as an address. */
const address =
  '(?:https?:|mailto:|www\\.|/(?=\\w)|#\\w|\\.{1,2}/|[\\w%/.-]{1,200}\\.(?:md|html?|pdf|jpe?g|png|gif|webp|avif|svg)\\b)';

const words = '\\[([^\\][]{1,300})\\]';

/** Words that may be in square brackets in normal prose. */
const remark = /^(?:sic|recte|\.{3}|…|[^\p{L}\p{N}]*|\d{1,3})$/iu;

/** What did not become a link or a picture, and what to do about it. The first match for a place is reported. */
const patterns: readonly {
  sign: RegExp;
  advice: string;
  isAlso?: (text: string, match: RegExpExecArray) => boolean;
}[] = [
  {
    sign: new RegExp(`!?${words}\\s+\\(\\s*<?(?=${address})`, 'g'),
    advice: 'Put nothing between the two brackets: [words](address).',
  },
  {
    sign: new RegExp(`!?\\(([^()]{1,300})\\)[ \\t]?\\[(?=${address})[^\\][\\s]{1,500}\\]`, 'g'),
    advice: 'The brackets are the wrong way round. Write [words](address).',
  },
  {
    sign: /!?\[\[([^\][\n]{1,200})\]\]/g,
    advice: 'Write [words](address), where the address may be that of a file, such as ../storm/index.md.',
  },
  {
    sign: new RegExp(`!?${words}\\[[^\\][]{0,300}\\]`, 'g'),
    advice: 'Nothing defines the second brackets. Write [words](address).',
  },
  {
    sign: new RegExp(`!?${words}\\(`, 'g'),
    advice:
      'Write [words](address "title"): no space in the address (%20 stands for one), straight quotes around the title, a round bracket at the end.',
  },
  {
    sign: new RegExp(`\\]\\((?=${address})`, 'g'),
    advice: 'A square bracket is missing before the words. Write [words](address).',
  },
  {
    sign: /\[([^\][()]{1,200})\((?=https?:\/\/|mailto:|www\.)[^()\s]{1,500}\)/g,
    advice: 'A square bracket is missing after the words. Write [words](address).',
    isAlso: (text, { 0: found, index }) => !/^[^[]*\]/.test(text.slice(index + found.length)),
  },
  {
    sign: /\[([^\][\n]{1,200})\](?=https?:\/\/)/g,
    advice: 'Round brackets are missing around the address. Write [words](address).',
  },
  {
    sign: /\[([^\][\n]{1,200})\]\{(?=https?:\/\/|www\.|\/\w)[^{}\s]{1,500}\}/g,
    advice: 'The address is in other brackets. Write [words](address).',
  },
  {
    sign: /\[(?:https?:\/\/|www\.)[^\s\][]{1,500}[ \t]+[^\][]{1,200}\](?!\()/g,
    advice: 'Write [words](address).',
  },
  {
    sign: /(?<![\w([\]{<"'“‘=/\ufffc])https?:\/\/[^\s<>\ufffc]{2,500}/g,
    advice: 'An address by itself leads nowhere. Write [words](address).',
  },
  {
    sign: /<\s*(?:https?:\/\/|www\.)[^<>\n]{0,300}>/g,
    advice: 'Write the whole address with https:// and without spaces: <https://example.org>.',
  },
];

/** Reports links and pictures with faulty syntax, so that readers see their brackets and addresses. */
export const linkAsText: TextCheck = () => (_tree, file) => {
  for (const { text, placeAt } of settingsOf(file).written) {
    if (!/[[\](<]|https?:/.test(text)) continue;
    let end = 0;
    for (const { index, found, advice } of linksIn(text)) {
      if (index < end) continue;
      end = index + found.length;
      leave(file, 'link-as-text', placeAt(index), `"${shown(text.slice(index, end + 24))}" is no link. ${advice}`);
    }
  }
};

function linksIn(text: string): { index: number; found: string; advice: string }[] {
  return patterns
    .flatMap(({ sign, advice, isAlso }) =>
      [...text.matchAll(sign)]
        .filter((match) => !remark.test(match[1] ?? 'link') && (isAlso?.(text, match) ?? true))
        .map(({ 0: found, index }) => ({ index, found, advice })),
    )
    .sort((a, b) => a.index - b.index);
}

function shown(text: string): string {
  const line = text.replaceAll('\ufffc', '').replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
