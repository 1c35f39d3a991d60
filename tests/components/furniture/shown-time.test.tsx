import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ShownTime } from '@/components/furniture/shown-time.tsx';

describe('A date', () => {
  it('has a form for readers and one for machines', () => {
    render(<ShownTime date={{ text: '19 January 2026', machine: '2026-01-19' }} />);
    expect(screen.getByRole('time')).toHaveTextContent('19 January 2026');
    expect(screen.getByRole('time')).toHaveAttribute('datetime', '2026-01-19');
  });
});
