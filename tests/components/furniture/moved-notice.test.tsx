import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MovedNotice } from '@/components/furniture/moved-notice.tsx';
import { aSetting } from '../../support/a-setting.ts';

describe('The notice that an article has moved', () => {
  it('sends the browser on at once', () => {
    render(<MovedNotice title="Quiet on the border" to="/news/articles/quiet-on-the-border/" {...aSetting()} />);
    expect(document.querySelector('meta[http-equiv="refresh"]')).toHaveAttribute(
      'content',
      '0; url=/news/articles/quiet-on-the-border/',
    );
  });

  it('leads whoever is not sent on to the new address', () => {
    render(<MovedNotice title="Quiet on the border" to="/news/articles/quiet-on-the-border/" {...aSetting()} />);
    const link = screen.getByRole('link', { name: 'Quiet on the border' });
    expect(link).toHaveAttribute('href', '/news/articles/quiet-on-the-border/');
    expect(link.parentElement).toHaveTextContent('This page has moved: Quiet on the border');
  });

  it('has the headline of the article as its only heading', () => {
    render(<MovedNotice title="Quiet on the border" to="/news/articles/quiet-on-the-border/" {...aSetting()} />);
    expect(screen.getAllByRole('heading')).toEqual([
      within(screen.getByRole('main')).getByRole('heading', { level: 1, name: 'Quiet on the border' }),
    ]);
  });
});
