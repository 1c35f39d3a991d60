import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Footer } from '@/components/footer.tsx';
import { aSetting } from '../support/a-setting.ts';
import { aSite } from '../support/an-article.ts';

describe('The foot of a page', () => {
  it('is the one that assistive technology finds', () => {
    render(<Footer hasCorrections={false} site={aSite()} {...aSetting()} />);
    expect(screen.getByRole('contentinfo')).toBeVisible();
  });

  it('leads home, below the path of the site', () => {
    const site = aSite({ name: 'The Example', url: 'https://example.org/news' });
    render(<Footer hasCorrections={false} site={site} {...aSetting(site)} />);
    expect(screen.getByRole('link', { name: 'The Example' })).toHaveAttribute('href', '/news/');
  });

  it('says what the publication is', () => {
    render(<Footer hasCorrections={false} site={aSite({ tagline: 'News of nowhere.' })} {...aSetting()} />);
    expect(screen.getByText(/News of nowhere\./)).toBeVisible();
  });

  it('says where to report an error', () => {
    render(<Footer hasCorrections={false} site={aSite({ contact: 'desk@example.org' })} {...aSetting()} />);
    const link = screen.getByRole('link', { name: 'desk@example.org' });
    expect(link).toHaveAttribute('href', 'mailto:desk@example.org');
    expect(link.parentElement).toHaveTextContent('Something wrong? Write to desk@example.org');
  });

  it('leads to the feed, below the path of the site', () => {
    const site = aSite({ url: 'https://example.org/news' });
    render(<Footer hasCorrections={false} site={site} {...aSetting(site)} />);
    expect(screen.getByRole('link', { name: 'RSS' })).toHaveAttribute('href', '/news/feed.xml');
  });

  it('has the choice of how the page looks', () => {
    render(<Footer hasCorrections={false} site={aSite()} {...aSetting()} />);
    expect(screen.getByRole('group', { name: 'Appearance' })).toBeVisible();
  });
});
