import { describe, expect, test } from 'vitest';
import { warningsIn } from '../../support/warnings.ts';

describe('A word', () => {
  test.each([
    ['may not stand twice in a row', 'It was the the wind.', ['1:12 word-twice']],
    ['may not do so across lines', 'It was the\nthe wind.', ['2:1 word-twice']],
    ['may not do so in capitals', 'The the wind fell.', ['1:5 word-twice']],
    ['may not do so in emphasis', 'It was the *the* wind.', ['1:13 word-twice']],
    ['may if it often does', 'He had had enough. All that that means.', []],
    ['may if it is a name', 'Duran Duran played.', []],
    ['may with a sign between', 'Wind, wind and wind.', []],
    ['may with another ending', 'The theatre is in inner London.', []],
    ['may as code', 'Type `the the`.', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});

describe('Straight marks', () => {
  test.each([
    ['are told of where the first stands', 'The "wind" fell. It\'s "calm".', ['1:5 straight-quotes']],
    ['are told of for each paragraph', "It's calm.\n\nIt's dry.", ['1:3 straight-quotes', '3:3 straight-quotes']],
    ['are not those of feet and inches', 'The wave was 12\' 6" high.', []],
    ['are not those of code', 'Type `"wind"`.', []],
    ['are not those of the title of a link', 'The [wind](https://wind.example "the wind") fell.', []],
    ['are none where marks are curly', 'The “wind” fell. It’s calm.', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});

describe('Two spaces', () => {
  test.each([
    ['are told of between words', 'The  wind fell.', ['1:4 double-space']],
    ['are told of once for each paragraph', 'The  wind  fell.\n\nIt  rose.', ['1:4 double-space', '3:3 double-space']],
    ['may end a line', 'The wind  \nfell.', []],
    ['may align a table', '| The   |   wind |\n| --- | --- |', []],
    ['may stand in code', '`The  wind`', []],
    ['may stand around a note', 'It closed at 10:30 [^1] and not before.\n\n[^1]: Local time.', []],
    ['are told of after a note', 'It closed[^1]  at 10:30.\n\n[^1]: Local time.', ['1:14 double-space']],
    ['may stand around a comment', 'The <!-- check --> wind.', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});
