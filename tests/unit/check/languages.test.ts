import { describe, expect, test } from 'vitest';
import { warningsIn } from '../../support/warnings.ts';

const arabic = {
  'site.md': `---
name: الميناء
tagline: أخبار الساحل
url: https://harbour.example
lang: ar
timeZone: Asia/Baghdad
publisher: { name: دار الميناء }
contact: desk@harbour.example
checks: { never-recorded: { off: true, reason: This is about words. } }
---
`,
};

describe('On a site in Arabic', () => {
  test('nothing is told that holds for English alone', async () => {
    expect(await warningsIn('الريح الريح "هدأت فجر يوم الاثنين" قرب HTS.', arabic)).toEqual([]);
  });

  test('what holds for every language is told', async () => {
    expect(await warningsIn('هدأت  الريح، انظر [هنا](http://log.example).', arabic)).toEqual([
      '1:5 double-space',
      '1:19 link-text',
      '1:19 link-http',
    ]);
  });

  test('sentences end where Arabic ends them', async () => {
    const sentence = `${Array.from({ length: 30 }, () => 'كلمة').join(' ')}`;

    expect(await warningsIn(`${sentence}؟ ${sentence}.`, arabic)).toEqual([]);
    expect(await warningsIn(`${sentence}، ${sentence}.`, arabic)).toEqual(['1:1 sentence-long']);
  });
});
