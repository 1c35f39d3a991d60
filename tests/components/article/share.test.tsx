import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Share } from '@/components/article/share.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';

describe('The control that shares an article', () => {
  it('is a button that is hidden until a script can make it work', () => {
    render(<Share words={english} />);
    expect(screen.queryByRole('button')).not.toBeInTheDocument();
    const button = screen.getByRole('button', { hidden: true });
    expect(button).toHaveAttribute('hidden');
    expect(button).toHaveTextContent('Share');
  });

  it('comes with a status that says nothing yet', () => {
    render(<Share words={english} />);
    expect(screen.getByRole('status')).toBeEmptyDOMElement();
  });

  it('speaks the language of the site', () => {
    render(<Share words={arabic} />);
    expect(screen.getByRole('button', { hidden: true })).toHaveTextContent('مشاركة');
    expect(screen.getByRole('status')).toHaveAttribute('data-done', 'نُسخ الرابط');
    expect(screen.getByRole('status')).toHaveAttribute('data-failed', 'تعذّر نسخ الرابط');
  });
});
