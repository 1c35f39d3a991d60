import type { Paragraph, Root } from 'mdast';
import { nodesOf } from '../../markdown/nodes-of.ts';
import type { GlossaryNames } from '../text/glossary-names.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

/** Fewer words are a term that somebody uses rather than a quotation. */
const fewest = 4;

const quotation = /“([^”]*)(”|$)|"([^"]*)"/g;

/** Forms of verbs of saying that are rarely anything else: "claimed", but not "claim". */
const verbs = [
  ...['accused', 'added', 'adds', 'admits', 'admitted', 'announced', 'announces', 'answered', 'argued', 'argues'],
  ...['asked', 'asks', 'asserted', 'believed', 'believes', 'called', 'claimed', 'commented', 'complained', 'complains'],
  ...['conceded', 'concluded', 'concludes', 'confirmed', 'confirms', 'continued', 'continues', 'cried', 'declared'],
  ...['declares', 'demanded', 'denied', 'denies', 'described', 'describes', 'explained', 'explains', 'insisted'],
  ...['insists', 'mentioned', 'noted', 'observed', 'posted', 'predicted', 'predicts', 'promised', 'put', 'quoted'],
  ...['read', 'reads', 'recalled', 'recalls', 'remarked', 'repeated', 'replied', 'replies', 'reported', 'responded'],
  ...['said', 'say', 'says', 'shouted', 'stated', 'stressed', 'suggested', 'suggests', 'tell', 'tells', 'testified'],
  ...['thinks', 'thought', 'told', 'tweeted', 'urged', 'vowed', 'warned', 'warns', 'write', 'writes', 'wrote'],
];

/** A verb of saying with a speaker; "was said" has none. */
const saying = new RegExp(
  `(?<!\\b(?:is|are|was|were|be|been|being)\\s+)\\b(?:${verbs.join('|')})\\b|\\baccording to\\b`,
  'i',
);

/** Reports quotations in paragraphs that name no speaker. */
export const quotationUnattributed: TextCheck = () => (tree, file) => {
  const { kind, prose, names } = settingsOf(file);
  if (kind !== 'lead' && kind !== 'section') return;
  const setApart = paragraphsInQuotes(tree);
  let before: { hasSpeaker: boolean; goesOn: boolean } = { hasSpeaker: false, goesOn: false };
  for (const { block, text, placeAt } of prose) {
    if (block?.type !== 'paragraph' || setApart.has(block)) continue;
    const around = text.replace(quotation, ' ');
    const passages = [...text.matchAll(quotation)];
    const long = passages.find(([, smart = '', , straight = '']) => wordsIn(smart || straight) >= fewest);
    const inherits = before.hasSpeaker && before.goesOn;
    const hasSpeaker =
      inherits || saying.test(around) || hasNote(block) || (long !== undefined && namesOne(around, names));
    if (long && !hasSpeaker) {
      const message = `This paragraph does not say who said "${shortened(long[1] || long[3] || '')}". Name the speaker, or cite the source with a note.`;
      leave(file, 'quotation-unattributed', placeAt(long.index), message);
    }
    const isOpen = passages.at(-1)?.[2] === '';
    before = { hasSpeaker: hasSpeaker || namesOne(around, names), goesOn: isOpen || /:\s*$/.test(text) };
  }
};

function wordsIn(text: string): number {
  return text.match(/[\p{L}\p{N}’'-]+/gu)?.length ?? 0;
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 6 ? `${words.slice(0, 6).join(' ')} …` : words.join(' ');
}

function paragraphsInQuotes(tree: Root): Set<Paragraph> {
  return new Set(nodesOf(tree, 'blockquote').flatMap((quote) => nodesOf(quote, 'paragraph')));
}

function hasNote(block: Paragraph): boolean {
  return nodesOf(block, 'footnoteReference').length > 0;
}

function namesOne(text: string, { speakers }: GlossaryNames): boolean {
  return speakers.some((name) => {
    const at = text.indexOf(name);
    return (
      at !== -1 && !/[\p{L}\p{N}]/u.test(text.charAt(at - 1)) && !/[\p{L}\p{N}]/u.test(text.charAt(at + name.length))
    );
  });
}
