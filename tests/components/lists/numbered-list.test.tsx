import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { NumberedList } from '@/components/lists/numbered-list.tsx';
import { numberedPage } from '@/lib/model/list-pages.ts';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle } from '../../support/an-article.ts';

/** Sixty articles, newest first, one a day from 1 January on. */
const sixty = Array.from({ length: 60 }, (_, index) =>
  anArticle({ slug: `a${60 - index}`, published: Date.UTC(2026, 0, 60 - index) }),
);

function show(number: string) {
  const page = numberedPage(sixty, number);
  if (!page) throw new Error(`There is no page ${number}.`);
  const address = (other: number | undefined) => `/topics/sea/${other ?? ''}`;
  return render(
    <NumberedList title={`The sea, page ${number}`} page={page} address={address} now={0} {...aSetting()} />,
  );
}

describe('A numbered page of a list', () => {
  it('says in its heading which page of which list it is', () => {
    show('2');
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('The sea, page 2');
  });

  it('says from which days its articles are', () => {
    show('1');
    expect(screen.getByText(/^1\s*–\s*20 January 2026$/)).toBeVisible();
  });

  it('has its twenty articles, newest first', () => {
    show('2');
    const links = within(screen.getByRole('list')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(
      sixty.slice(20, 40).map(({ slug }) => `/articles/${slug}/`),
    );
  });

  it('leads to the pages beside it', () => {
    show('1');
    const links = within(screen.getByRole('navigation')).getAllByRole('link');
    expect(links.map((link) => link.getAttribute('href'))).toEqual(['/topics/sea/2', '/topics/sea/']);
  });
});
