import { signsIn } from '../../markdown/signs-in.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';
import type { Written } from '../text/written.ts';

/** Letters of scripts that are written without spaces between words. */
const unspaced = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}\\p{Script=Thai}';
const opening = '[\\p{Ps}\\p{Pi}"\'“‘«„]';

/** What may come before a pair of signs: not a letter or digit, as in a footnote mark or a censored word. */
const before = `(?:(?<![\\p{L}\\p{N}*_])|(?<=[${unspaced}])|(?=(?:\\*{1,2}|_{1,2})${opening}))`;

const strongPair = new RegExp(`${before}(?<!\\*)\\*\\*(?!\\*)([^*\\n]{1,300}?)(?<!\\*)\\*\\*(?!\\*)`, 'gu');
const pair = new RegExp(`${before}(?<!\\*)\\*(?=[^\\s*])([^*\\n]{1,300}?)(?<=[^\\s*])\\*(?!\\*)`, 'gu');
const underscored = new RegExp(
  `(?:(?<![\\p{L}\\p{N}_])|(?<=[${unspaced}]))(__?)(?=[^\\s_])([^_\\n]{1,300}?)(?<=[^\\s_])\\1(?:(?![\\p{L}\\p{N}_])|(?=[${unspaced}])|(?<=[\\p{Po}\\p{Pe}\\p{Pf}]__?)(?!_))`,
  'gu',
);
const aroundSign = /(?<=[\p{L}\p{N}])\*\*([.,;:!?…”’)]{1,3})\*\*(?!\*)/gu;
const marked = /(?<![=\w])==(?=[^\s=])([^=\n]{1,300}?)(?<=[^\s=])==(?![=\w])/gu;
/** A sign of arithmetic, as in `2 ** 3` and `a ** b`: what is before it, and what is between it and the next. */
const operandBefore = /(?:\d|(?<![\p{L}\p{N}])[\p{L}\p{N}])[ \t]$/u;
const operandAfter = /^[ \t](?:\d[\d.,]*|[\p{L}\p{N}])(?![\p{L}\p{N}])/u;

/** `**` before a word and none after one. */
const alone = /(?<![\p{L}\p{N}*])\*\*(?=[\p{L}\p{N}“"«‘(])(?!.*\*\*(?:[^*]|$))/gsu;
/** A footnote mark made by hand, as in `1,200**`. */
const handmadeMark = /[\p{L}\p{N}.,)]\*\*(?=[\s.,;:!?)]|$)/u;

const hasWords = new RegExp(`\\p{L}{2}|[${unspaced}]`, 'u');

/** Reports signs of emphasis that had no effect, so that readers see them. */
export const emphasisAsText: TextCheck = () => (_tree, file) => {
  const { written } = settingsOf(file);
  let marks = false;
  for (const one of written) {
    if (one.text.search(/[*_=]/) === -1) continue;
    const left = leftIn(one, marks);
    marks ||= handmadeMark.test(one.text);
    for (const at of left) tell(one, at);
  }
  function tell(one: Written, at: number): void {
    const signs = /^[*_=]+/.exec(one.text.slice(at))?.[0] ?? '';
    const advice = one.block
      ? 'Put it directly beside the words that it marks, inside their quotation marks, or with a space on its other side. If it is meant literally, put a backslash before it.'
      : `The text of a key is shown as it is: remove ${signs}.`;
    leave(file, 'emphasis-as-text', one.placeAt(at), `Readers see "${signs}" here. ${advice}`);
  }
};

/** Where signs are left in a text. */
function leftIn({ text }: Written, marks: boolean): number[] {
  return signsIn(text, [strongPair, aroundSign, pair, underscored, marked, alone]).flatMap(
    ({ 0: whole, index, ...match }) => {
      if (whole === '**') return marks && /^[\s\ufffc]*$/.test(text.slice(0, index)) ? [] : index;
      const inside = match[2] ?? match[1] ?? '';
      const isArithmetic = operandBefore.test(text.slice(0, index)) && operandAfter.test(inside);
      return (hasWords.test(inside) || /^[.,;:!?…”’)]+$/.test(inside)) && !isArithmetic ? index : [];
    },
  );
}
