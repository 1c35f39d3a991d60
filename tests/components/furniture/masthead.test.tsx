import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Masthead } from '@/components/furniture/masthead.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { aSite, aTopic } from '../../support/an-article.ts';

describe('The masthead', () => {
  it('is the one that assistive technology finds', () => {
    render(<Masthead topics={[]} site={aSite()} {...aSetting()} />);
    expect(screen.getByRole('banner')).toBeVisible();
  });

  it('has the skip link, which is so in a landmark, as its first one', () => {
    render(<Masthead topics={[aTopic()]} site={aSite()} {...aSetting()} />);
    const [first] = within(screen.getByRole('banner')).getAllByRole('link');
    expect(first).toHaveAccessibleName('Skip to the text');
    expect(first).toHaveAttribute('href', '#text');
  });

  it('leads home by the name of the publication', () => {
    render(<Masthead topics={[]} site={aSite({ name: 'The < Example & "Co"' })} {...aSetting()} />);
    expect(screen.getByRole('link', { name: 'The < Example & "Co"' })).toHaveAttribute('href', '/');
  });

  it('leaves the first heading to the page', () => {
    render(<Masthead topics={[]} site={aSite()} {...aSetting()} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it.each([
    { lang: 'en-GB', menu: 'Main', search: 'Search' },
    { lang: 'ar', menu: 'القائمة الرئيسية', search: 'بحث' },
  ])('has a named menu that leads to its topics in their order, and to the search, in $lang', (expected) => {
    const { lang, menu, search } = expected;
    const topics = [aTopic({ id: 'syria', name: 'Syria' }), aTopic({ id: 'iraq', name: 'Iraq' })];
    const site = aSite({ lang });
    render(<Masthead topics={topics} site={site} {...aSetting(site)} />);
    const navigation = screen.getByRole('navigation', { name: menu });
    const links = within(navigation).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['Syria', '/topics/syria/'],
      ['Iraq', '/topics/iraq/'],
      [search, '/search/'],
    ]);
  });
});
