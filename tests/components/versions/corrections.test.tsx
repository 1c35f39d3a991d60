import { render } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CorrectionText } from '@/components/versions/corrections.tsx';
import { english } from '@/lib/languages/english.ts';
import { aSetting } from '../../support/a-setting.ts';

const correction = {
  number: 2,
  recorded: 0,
  note: 'We had the year wrong.',
  passages: [
    {
      section: undefined,
      was: 'It is of 1891, a man [Removed on 1 May: by law] said.',
      is: 'It is of 1897, a man [Removed on 1 May: by law] said.',
    },
  ],
  redactions: [{ instant: 0, reason: 'by law' }],
};

describe('A correction of a passage from which something was taken out', () => {
  it('strikes out what was wrong, and not the notice', () => {
    const { container } = render(
      <CorrectionText correction={correction} changes="/" dateStyle={aSetting().dateStyle} words={english} />,
    );
    const texts = (selector: string) => [...container.querySelectorAll(selector)].map((one) => one.textContent);
    expect(texts('del')).toEqual(['It is of 1891, a man ', ' said.']);
    expect(texts('ins')).toEqual(['It is of 1897, a man ', ' said.']);
    expect(texts('dd > .notice')).toEqual(['[Removed on 1 May: by law]', '[Removed on 1 May: by law]']);
  });
});

it('A correction of several passages has its note once, and each passage as it was and as it is', () => {
  const passages = [
    { section: 'pier', was: 'Every plank held.', is: 'Most planks held.' },
    { section: undefined, was: 'Ada Reed', is: 'Ben Ray' },
  ];
  const { container } = render(
    <CorrectionText
      correction={{ ...correction, passages }}
      changes="/"
      dateStyle={aSetting().dateStyle}
      words={english}
    />,
  );
  expect([...container.querySelectorAll('p, dt, dd')].map(({ textContent }) => textContent)).toEqual([
    '1 January 1970 at 03:00 GMT+3',
    'We had the year wrong.',
    ...['It said:', 'Every plank held.', 'It now says:', 'Most planks held.'],
    ...['It said:', 'Ada Reed', 'It now says:', 'Ben Ray'],
    'See what changed',
  ]);
});
