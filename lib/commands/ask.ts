import { createInterface } from 'node:readline/promises';
import { UsageError } from './command-line.ts';

/** A question: its words, the answer that Enter alone gives, and what is wrong with an answer. */
export type Question = {
  words: string;
  /** It may follow from earlier answers. */
  usual?: (() => string) | undefined;
  faultOf: (answer: string) => string | undefined;
};

/** Where questions are asked and answered. */
type Terminal = { input: NodeJS.ReadableStream; output: NodeJS.WritableStream };

/**
 * Asks one question after the other. A wrong answer is explained, and the question asked again.
 *
 * @param answered Is told each answer as it is given.
 * @throws UsageError if the questions are left before the last answer, as by Ctrl+C.
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
  // Lines that are pasted at once are all kept, unlike with `question`.
  const lines = reader[Symbol.asyncIterator]();
  try {
    for (const [key, { words, usual, faultOf }] of questions) {
      const byItself = usual?.();
      for (;;) {
        reader.setPrompt(`${words}${byItself === undefined ? '' : ` [${byItself}]`}: `);
        if (isOpen) reader.prompt();
        const { value, done } = await lines.next();
        if (done) throw new UsageError('\nThe questions were left. Nothing was written.');
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
