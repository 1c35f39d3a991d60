import { render, screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { LeadPicture } from '@/components/article/lead-picture.tsx';
import { createUrls } from '@/lib/model/urls.ts';
import { aLeadPicture } from '../../support/an-article.ts';

const urls = createUrls('https://example.org/news');

describe('A lead picture', () => {
  test('says what it shows, and has caption and credit under it', () => {
    render(<LeadPicture picture={aLeadPicture()} urls={urls} />);

    expect(screen.getByRole('img', { name: 'The pier at dawn' })).toBeVisible();
    expect(screen.getByRole('figure')).toHaveTextContent('Every plank held. Ada Reed');
    expect(screen.getByText('Ada Reed').tagName).toBe('SMALL');
  });

  test('has its credit alone where it has no caption', () => {
    render(<LeadPicture picture={aLeadPicture({ caption: undefined })} urls={urls} />);

    expect(screen.getByRole('figure').querySelector('figcaption')?.textContent).toBe('Ada Reed');
  });

  test('is wanted first, takes its place before it arrives, and comes from the site’s own folder', () => {
    render(<LeadPicture picture={aLeadPicture()} urls={urls} />);

    const picture = screen.getByRole('img');
    expect(picture).toHaveAttribute('fetchpriority', 'high');
    expect(picture).not.toHaveAttribute('loading');
    expect([picture.getAttribute('width'), picture.getAttribute('height')]).toEqual(['1080', '720']);
    expect(picture).toHaveAttribute('src', '/news/pictures/storm/pier-1a2b3c4d-960.jpg');
  });
});
