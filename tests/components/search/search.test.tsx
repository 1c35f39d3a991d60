import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { SearchForm } from '@/components/search/search-form.tsx';
import { SearchResults } from '@/components/search/search-results.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { aSite, aTopic } from '../../support/an-article.ts';

const topics = [aTopic({ id: 'sea', name: 'The sea' }), aTopic({ id: 'sky', name: 'The sky' })];
const options = (name: string) =>
  within(screen.getByRole('combobox', { name }))
    .getAllByRole('option')
    .map((option) => [option.getAttribute('value'), option.textContent]);

describe('The form of the search', () => {
  it('is a plain one, whose address says what is asked', () => {
    const { container } = render(<SearchForm topics={topics} years={[2026, 2025]} {...aSetting()} />);
    const form = container.querySelector('search form');
    expect(form).toHaveAttribute('action', '/search/');
    expect(form?.getAttribute('method') ?? 'get').toBe('get');
    expect(screen.getByRole('searchbox', { name: 'Search all articles' })).toHaveAttribute('name', 'q');
    expect(screen.getByRole('button', { name: 'Search' })).toHaveAttribute('type', 'submit');
  });

  it('stands under the path of the site', () => {
    const { container } = render(
      <SearchForm topics={topics} years={[2026]} {...aSetting(aSite({ url: 'https://example.org/news' }))} />,
    );
    expect(container.querySelector('form')).toHaveAttribute('action', '/news/search/');
  });

  it('filters by topic and by year', () => {
    render(<SearchForm topics={topics} years={[2026, 2025]} {...aSetting()} />);
    expect(options('Topic')).toEqual([
      ['', 'All topics'],
      ['sea', 'The sea'],
      ['sky', 'The sky'],
    ]);
    expect(options('Year')).toEqual([
      ['', 'All years'],
      ['2026', '2026'],
      ['2025', '2025'],
    ]);
  });

  it('has no filter that would change nothing', () => {
    render(<SearchForm topics={topics.slice(0, 1)} years={[2026]} {...aSetting()} />);
    expect(screen.queryByRole('combobox')).not.toBeInTheDocument();
  });
});

describe('What stands below the form', () => {
  it('is at first a hint and the way to all articles and topics', () => {
    render(<SearchResults topics={topics} {...aSetting()} />);
    expect(screen.getByText(/^Names, places, subjects/)).toBeVisible();
    const links = within(screen.getByRole('navigation', { name: 'Topics' })).getAllByRole('link');
    expect(links.map((link) => [link.getAttribute('href'), link.textContent])).toEqual([
      ['/', 'All articles'],
      ['/topics/sea/', 'The sea'],
      ['/topics/sky/', 'The sky'],
    ]);
  });

  it('is announced when it changes', () => {
    render(<SearchResults topics={topics} {...aSetting()} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('has nothing of a state that is not there yet: no result, no failure, no button for more', () => {
    render(<SearchResults topics={topics} {...aSetting()} />);
    expect(screen.getByText(/^Try other or fewer words/)).not.toBeVisible();
    expect(screen.getByText(/^Its index could not be loaded/)).not.toBeVisible();
    expect(screen.getAllByRole('list').map((list) => list.closest('nav')?.getAttribute('aria-label'))).toEqual([
      'Topics',
    ]);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
  });
});
