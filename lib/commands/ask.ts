import { createInterface } from 'node:readline/promises';
import { UsageError } from './command-line.ts';

/** A question: its text, the default answer, and what is wrong with an answer. */
export type Question = {
  words: string;
  /** It may depend on earlier answers. */
  usual?: (() => string) | undefined;
  faultOf: (answer: string) => string | undefined;
};

/** Where questions are asked and answered. */
type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };

/**
 * Asks one question after another. An invalid answer is explained, and the question is asked again.
 *
 * @param answered Receives each answer as it is given.
 * @throws UsageError if the questions are cancelled before the last answer, for example by Ctrl+C.
 */
export async function ask<Key extends string>(
  questions: readonly (readonly [Key, Question])[],
  answered: (key: Key, answer: string) => void,
  terminal: Terminal,
): Promise<void> {
  const reader = createInterface(terminal);
  let isOpen = true;
  reader.once('close', () => {
    isOpen = false;
  });
  // Unlike with `question`, no line is lost if several are pasted at once.
  const lines = reader[Symbol.asyncIterator]();
  try {
    for (const [key, { words, usual, faultOf }] of questions) {
      const byItself = usual?.();
      for (;;) {
        reader.setPrompt(`${words}${byItself === undefined ? '' : ` [${byItself}]`}: `);
        if (isOpen) reader.prompt();
        const { value, done } = await lines.next();
        if (done) throw new UsageError('\nCancelled. Nothing was written.');
        const answer = value.trim() || byItself || '';
        const fault = faultOf(answer);
        if (fault === undefined) {
          answered(key, answer);
          break;
        }
        terminal.output.write(`${fault}\n`);
      }
    }
  } finally {
    reader.close();
  }
}
