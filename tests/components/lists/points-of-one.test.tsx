import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { PointsOfOne } from '@/components/lists/points-of-one.tsx';
import { aSetting } from '../../support/a-setting.ts';

describe('The key points of the only article of a list', () => {
  it('are a list under a heading below that of the article, without links', () => {
    const points = [
      { text: 'The pier holds.', section: 'pier' },
      { text: 'The harbour is open.', section: undefined },
    ];
    render(<PointsOfOne points={points} {...aSetting()} />);
    expect(screen.getByRole('heading', { level: 3, name: 'Key points' })).toBeVisible();
    const items = within(screen.getByRole('list')).getAllByRole('listitem');
    expect(items.map(({ textContent }) => textContent)).toEqual(['The pier holds.', 'The harbour is open.']);
    expect(screen.queryByRole('link')).not.toBeInTheDocument();
  });
});
