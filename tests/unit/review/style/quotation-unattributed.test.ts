import { describe, expect, test } from 'vitest';
import { warningsIn } from '../../../support/warnings.ts';

const glossary = {
  'glossary/ada-reed.md': '---\nname: Ada Reed\nkind: person\naliases: [Reed]\n---\n',
  'glossary/port.md': '---\nname: The Port\nkind: place\n---\n',
};
const told = (place: string) => [`${place} quotation-unattributed`];

describe('A quotation', () => {
  test.each([
    ['needs a speaker', 'It was bad. “Nobody will help us now.”', told('1:13')],
    ['may be of three words, a term that somebody uses', 'The “fully closed gate” is open.', []],
    ['may have its speaker before it', 'The mayor said that “nobody will help us”.', []],
    ['may have its speaker behind it', '“Nobody will help us now,” she said.', []],
    ['may be according to somebody', 'According to the log, “nobody will help us”.', []],
    ['has no speaker in a passive', 'It was said that “nobody will help us”.', told('1:18')],
    ['has no speaker in itself', '“He said nobody will help us.”', told('1:1')],
    ['may have a person of the glossary for a speaker', 'Reed on the pier: “Nobody will help us.”', []],
    ['does not have a place for a speaker', 'The Port is shut: “Nobody will help us.”', told('1:19')],
    ['does not have a part of a word for a speaker', 'A Reedling: “Nobody will help us.”', told('1:13')],
    ['may have a note', 'It was bad: “nobody will help us”.[^1]\n\n[^1]: The log.', []],
    ['may follow a paragraph that ends with a colon', 'The mayor said:\n\n“Nobody will help us now.”', []],
    ['needs a speaker there as well', 'It was bad:\n\n“Nobody will help us now.”', told('3:1')],
    ['may go on in the next paragraph', 'He said: “Nobody helps.\n\n“Nobody will help us now.”', []],
    ['that is ended does not go on', 'He said: “Nobody helps.”\n\n“Nobody will help us now.”', told('3:1')],
    ['may be set apart', '> “Nobody will help us now.”', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead, glossary)).toEqual(expected);
  });

  test('in straight marks is one too', async () => {
    expect(await warningsIn('Then: "Nobody will help us."')).toEqual([
      '1:7 quotation-unattributed',
      '1:7 straight-quotes',
    ]);
  });
});
