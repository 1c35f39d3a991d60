import { PassThrough } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { ask } from '@/lib/commands/ask.ts';

const end = '\u0004';

/** What is asked and answered if these lines are typed; `end` ends the input. */
async function asked(...typed: string[]) {
  const input = new PassThrough();
  const output = new PassThrough();
  const answers: Record<string, string> = {};
  let said = '';
  output.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  for (const line of typed) line === end ? input.end() : input.write(`${line}\n`);
  const number = (answer: string) => (/^\d+$/.test(answer) ? undefined : `"${answer}" is no number.`);
  const questions = [
    ['name', { words: 'The name', faultOf: (answer: string) => (answer === '' ? 'It is empty.' : undefined) }],
    ['year', { words: 'The year', usual: () => '2026', faultOf: number }],
    ['owner', { words: 'The owner', usual: () => answers['name'] ?? '', faultOf: () => undefined }],
  ] as const;
  const error = await ask(
    questions,
    (key, answer) => {
      answers[key] = answer;
    },
    { input, output },
  ).catch((fault: unknown) => String(fault));
  return { answers, said, error };
}

describe('A command that asks', () => {
  test('takes each answer without the spaces around it, and Enter alone for what it proposes', async () => {
    expect(await asked(' Harbour ', '', '')).toEqual({
      answers: { name: 'Harbour', year: '2026', owner: 'Harbour' },
      said: 'The name: The year [2026]: The owner [Harbour]: ',
      error: undefined,
    });
  });

  test('says what is wrong with an answer, and asks again', async () => {
    const { answers, said } = await asked('', 'Harbour', 'soon', '1999', 'Ada');

    expect(answers).toEqual({ name: 'Harbour', year: '1999', owner: 'Ada' });
    expect(said).toContain(
      'The name: It is empty.\nThe name: The year [2026]: "soon" is no number.\nThe year [2026]: ',
    );
  });

  test('ends with a line of its own if it gets no answer any more', async () => {
    expect((await asked('Harbour', end)).error).toContain('Cancelled. Nothing was written.');
  });
});
