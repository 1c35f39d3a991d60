import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Prose } from '@/components/article/prose.tsx';

describe('Rendered Markdown', () => {
  it('enters the page as the HTML that it is', () => {
    render(<Prose html={'<p>See <a href="/about/">who we are</a>.</p>'} />);
    expect(screen.getByRole('link', { name: 'who we are' })).toHaveAttribute('href', '/about/');
  });

  it.each([
    { html: '<p>Fish &amp; chips</p>', text: 'Fish & chips' },
    { html: '<p>3 &lt; 4</p>', text: '3 < 4' },
    { html: '<p>&quot;Quiet&quot;</p>', text: '"Quiet"' },
    { html: '<p>&amp;amp;</p>', text: '&amp;' },
  ])('is not escaped a second time: $html', ({ html, text }) => {
    render(<Prose html={html} />);
    expect(screen.getByText(text)).toBeVisible();
  });
});
