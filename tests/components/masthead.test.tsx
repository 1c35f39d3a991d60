import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Masthead } from '@/components/masthead.tsx';
import { aSetting } from '../support/a-setting.ts';
import { aSite } from '../support/an-article.ts';

describe('The masthead', () => {
  it('is the one that assistive technology finds', () => {
    render(<Masthead hasGlossary={false} site={aSite()} {...aSetting()} />);
    expect(screen.getByRole('banner')).toBeVisible();
  });

  it('leads home by the name of the publication', () => {
    render(<Masthead hasGlossary={false} site={aSite({ name: 'The < Example & "Co"' })} {...aSetting()} />);
    expect(screen.getByRole('link', { name: 'The < Example & "Co"' })).toHaveAttribute('href', '/');
  });

  it('leaves the first heading to the page', () => {
    render(<Masthead hasGlossary={false} site={aSite()} {...aSetting()} />);
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
  });

  it.each([
    { lang: 'en-GB', menu: 'Main', about: 'About', search: 'Search' },
    { lang: 'ar', menu: 'القائمة الرئيسية', about: 'من نحن', search: 'بحث' },
  ])('has a named menu that leads to what the publication is, and to the search, in $lang', (expected) => {
    const { lang, menu, about, search } = expected;
    const site = aSite({ lang });
    render(<Masthead hasGlossary={false} site={site} {...aSetting(site)} />);
    const navigation = screen.getByRole('navigation', { name: menu });
    expect(within(navigation).getByRole('link', { name: about })).toHaveAttribute('href', '/about/');
    expect(within(navigation).getByRole('link', { name: search })).toHaveAttribute('href', '/search/');
  });
});
