import { nodesOf } from '../../markdown/nodes-of.ts';
import { leave, settingsOf, type TextCheck } from '../text/text-check.ts';

const sentence = /^["'“‘«(]?\p{Lu}.*[.!?…]["'”’»)]*$|[。！？]["'”’」』»]*$|؟$|^\p{Script=Arabic}.*\.$/su;
const signsOfCode = /[{}=<>;$|\\#]|\/\/|\(\)|\w\.\w+\(/;

/** Reports paragraphs that four spaces or a tab turned into code. */
export const paragraphAsCode: TextCheck = () => (tree, file) => {
  const { body } = settingsOf(file).frontMatter;
  for (const { value, position } of nodesOf(tree, 'code')) {
    if (!position || /^[ \t]*(?:```|~~~)/.test(body.slice(position.start.offset))) continue;
    if (!isProse(value)) continue;
    const message =
      'Spaces or a tab before this paragraph turn it into code. Remove them, or put it between two lines of ``` if it is code.';
    leave(file, 'paragraph-as-code', position.start, message);
  }
};

/** Sentences of words, without signs that prose does not have; letters of a script without spaces count as words. */
function isProse(value: string): boolean {
  const text = value.trim();
  if (!sentence.test(text) || signsOfCode.test(text)) return false;
  const words = text.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return (words.length >= 6 || (/[\u3040-\u30ff\u4e00-\u9fff]/.test(text) && letters >= 10)) && !/\S {2,}\S/.test(text);
}
