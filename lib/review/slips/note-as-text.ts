import { signsIn } from '../../markdown/signs-in.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** A label without spaces that matches no source is reported as unknown elsewhere. */
const withSpaces = /\[\^[^\][\n]{0,100}\s[^\][\n]{0,100}\]/g;
const any = /\[\^[^\][\n]{1,100}\]/g;

const patterns: readonly RegExp[] = [
  /\^\[[^\][]{1,300}\]/g,
  // A letter that looks like the sign.
  /\[ˆ[^\][\n]{1,100}\]/g,
  // A number in brackets at the end of a word or a sentence, or at the beginning of a list of sources. After a single
  // letter it is part of a formula.
  /(?<=[^\s[(])(?<!(?<![A-Za-z])[A-Za-z])\[[1-9]\d?\](?![(:])|(?<=^\s{0,3})\[[1-9]\d?\](?=\s)|(?<=\s)\[[1-9]\d?\](?=[.,;:!?)]|\s*$)/g,
];

/** Reports footnotes with faulty syntax, so that readers see their brackets. */
export const noteAsText: TextCheck = () => (_tree, file) => {
  for (const { text, placeAt, block } of settingsOf(file).written) {
    if (!text.includes('[')) continue;
    const advice = block
      ? 'Write [^label], with a label without spaces that is a source’s id, or that a line "[^label]: …" in this file explains. If the brackets are meant literally, put a backslash before the first.'
      : 'A key cannot have notes. Remove it, or say it in the text below.';
    for (const { 0: found, index } of signsIn(text, [...patterns, block ? withSpaces : any])) {
      leave(file, 'note-as-text', placeAt(index), `"${found}" is not a note, and readers see it as it is. ${advice}`);
    }
  }
};
