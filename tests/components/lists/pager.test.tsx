import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Pager } from '@/components/lists/pager.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { aSite } from '../../support/an-article.ts';

const nowhere = { older: undefined, newer: undefined, newest: undefined };

const linksOf = (beside: Partial<typeof nowhere | Record<keyof typeof nowhere, string>>, site = aSite()) => {
  render(<Pager beside={{ ...nowhere, ...beside }} words={aSetting(site).words} />);
  return within(screen.getByRole('navigation'))
    .getAllByRole('link')
    .map((link) => [link.textContent, link.getAttribute('href'), link.getAttribute('rel')]);
};

describe('The way to the other pages of a list', () => {
  it('leads from one between others to both of them, and to the newest', () => {
    expect(linksOf({ older: '/page/1/', newer: '/page/3/', newest: '/' })).toEqual([
      ['Newer articles', '/page/3/', 'next'],
      ['Newest articles', '/', null],
      ['Older articles', '/page/1/', 'prev'],
    ]);
  });

  it('leads from the newest to the older one alone', () => {
    expect(linksOf({ older: '/page/3/' })).toEqual([['Older articles', '/page/3/', 'prev']]);
  });

  it('leads from the oldest to the newer one alone where that is the newest', () => {
    expect(linksOf({ newer: '/' })).toEqual([['Newer articles', '/', 'next']]);
  });

  it('has a name', () => {
    linksOf({ newer: '/' });
    expect(screen.getByRole('navigation')).toHaveAccessibleName('More articles');
  });

  it('speaks Arabic on an Arabic site', () => {
    const [[text] = []] = linksOf({ older: '/page/1/' }, aSite({ lang: 'ar' }));
    expect(text).toBe('مقالات أقدم');
  });
});
