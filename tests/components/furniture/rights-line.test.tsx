import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Footer } from '@/components/furniture/footer.tsx';
import { licenceOf } from '@/lib/model/licences.ts';
import { aSetting } from '../../support/a-setting.ts';
import { aSite } from '../../support/an-article.ts';

const nothingMore = { has: { glossary: false, corrections: false }, topics: { listed: [], hasMore: false } };

describe('The foot of a page', () => {
  it('says the rights, each name in its own direction', () => {
    const site = aSite({ lang: 'ar', rights: { holder: 'Harbour', licence: licenceOf('CC-BY-4.0'), ai: 'deny' } });
    const setting = aSetting(site);
    const { container } = render(<Footer {...nothingMore} site={site} {...setting} />);
    expect([...container.querySelectorAll('bdi')].map((one) => one.textContent)).toEqual(['Harbour', 'CC BY 4.0']);
    expect(screen.getByRole('link', { name: 'CC BY 4.0' })).toHaveAttribute('rel', 'license');
    expect(container).toHaveTextContent(setting.words.rights.aiDenied);
  });

  it('says them without more where all is read in one direction', () => {
    const site = aSite({ rights: { holder: 'Harbour', licence: licenceOf('CC-BY-4.0'), ai: 'allow' } });
    const { container } = render(<Footer {...nothingMore} site={site} {...aSetting(site)} />);
    expect(container.querySelector('bdi')).toBeNull();
    expect(container).toHaveTextContent('© Harbour · CC BY 4.0 · ');
  });

  it('says nothing of rights where the publication does not', () => {
    const { container } = render(<Footer {...nothingMore} site={aSite()} {...aSetting()} />);
    expect(container).not.toHaveTextContent('©');
  });

  it('leads to the chosen pages, to those of every site once, and to the publication elsewhere', () => {
    const site = aSite({ social: ['https://www.social.example/@harbour'] });
    const menu = [
      { label: 'About us', path: '/about/' },
      { label: 'Contact', path: '/contact/' },
    ];
    render(<Footer {...nothingMore} site={site} menu={menu} {...aSetting(site)} />);
    expect(screen.getAllByRole('listitem').map((item) => item.textContent)).toEqual([
      'About us',
      'Contact',
      'RSS',
      'social.example',
    ]);
  });
});
