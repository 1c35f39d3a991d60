import { describe, expect, test } from 'vitest';
import { warningsIn } from '../../support/warnings.ts';

describe('The words of a link', () => {
  test.each([
    ['may not be "here"', 'See [here](https://log.example).', ['1:5 link-text']],
    ['may not be "Read more …"', '[Read more …](https://log.example)', ['1:1 link-text']],
    ['may not be an address', '[https://log.example](https://log.example)', ['1:1 link-text']],
    ['may not be an address between angle brackets', 'See <https://log.example>.', ['1:5 link-text']],
    ['may be an e-mail address', '<desk@log.example>', []],
    ['may have "here" among others', '[Read the log here](https://log.example).', []],
    ['count in notes too', 'It fell.[^1]\n\n[^1]: See [this](https://log.example).', ['3:11 link-text']],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});

describe('The address of a link', () => {
  test.each([
    ['is better encrypted', 'The [log](http://log.example).', ['1:5 link-http']],
    ['is in order with https', 'The [log](https://log.example).', []],
    ['may be written with http to a page of this site', 'The [pier](http://harbour.example/).', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});
