import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ExpiredNotice } from '@/components/furniture/expired-notice.tsx';
import { RetractedNotice } from '@/components/furniture/retracted-notice.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, aTakenDown } from '../../support/an-article.ts';

const article = anArticle({
  title: 'Retracted: Quiet',
  standfirst: 'We retracted it. A forgery.',
  slug: 'quiet',
  versions: 2,
});

describe('The page of a retracted article', () => {
  it('has its headline, the reason, when it was published, and the way to its versions', () => {
    render(<RetractedNotice article={article} {...aSetting()} />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Retracted: Quiet');
    expect(screen.getByText('We retracted it. A forgery.')).toBeInTheDocument();
    expect(screen.getByText(/^Published:/)).toHaveTextContent('19 January 2026');
    expect(screen.getByRole('link')).toHaveAttribute('href', '/articles/quiet/versions/');
  });

  it('leads nowhere if no version is recorded', () => {
    render(<RetractedNotice article={{ ...article, versions: 0 }} {...aSetting()} />);
    expect(screen.queryByRole('link')).toBeNull();
  });
});

describe('The page of an expired article', () => {
  it('has its headline, when it was published and when it was taken down', () => {
    render(<ExpiredNotice article={aTakenDown({ title: 'Quiet', expires: Date.UTC(2026, 1, 3) })} {...aSetting()} />);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Quiet');
    expect(screen.getByText(/3 February 2026/)).toHaveTextContent(
      /^This article is no longer available\. It was taken down on/,
    );
    expect(screen.getByText(/^Published:/)).toHaveTextContent('19 January 2026');
  });
});
