import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PageHeading } from '@/components/furniture/page-heading.tsx';

describe('The head of a page', () => {
  it('has the title as its only heading, of the first level', () => {
    render(<PageHeading title="About" />);
    expect(screen.getAllByRole('heading')).toEqual([screen.getByRole('heading', { level: 1, name: 'About' })]);
  });

  it('shows a title with signs of HTML in it as it was written', () => {
    render(<PageHeading title={'A < B & "C"'} />);
    expect(screen.getByRole('heading', { name: 'A < B & "C"' })).toBeVisible();
  });

  it('has what a page adds under the title', () => {
    render(
      <PageHeading title="About">
        <p>Who we are.</p>
      </PageHeading>,
    );
    expect(screen.getByRole('heading').nextElementSibling).toHaveTextContent('Who we are.');
  });
});
