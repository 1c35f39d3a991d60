import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { FrontList } from '@/components/lists/front-list.tsx';
import { listPages } from '@/lib/model/list-pages.ts';
import type { FrontPage } from '@/lib/publication/front-page.ts';
import { noMaps } from '@/lib/publication/list-maps.ts';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle } from '../../support/an-article.ts';

const now = Date.parse('2026-06-01T00:00:00Z');
const articles = Array.from({ length: 60 }, (_, number) =>
  anArticle({ slug: `a${number}`, title: `Article ${number}` }),
);
const [newest] = listPages(articles);

function show(front: Partial<FrontPage>) {
  const whole = { note: '', top: [], blocks: [], rest: [], ...front };
  return render(<FrontList front={whole} page={newest} maps={noMaps} points={[]} now={now} {...aSetting()} />);
}

describe('The front page', () => {
  it('is one list with its pager if nobody has arranged it', () => {
    show({ top: newest.entries });
    expect(screen.getAllByRole('heading', { level: 2 })).toHaveLength(newest.entries.length);
    expect(screen.getAllByRole('list')).toHaveLength(1);
    expect(screen.getByRole('link', { name: 'Older articles' })).toHaveAttribute('href', '/page/2/');
  });

  it('begins with the words of its editor', () => {
    show({ note: '<p>We are moving.</p>', top: articles.slice(0, 1) });
    const note = screen.getByText('We are moving.');
    expect(note.compareDocumentPosition(screen.getByRole('list'))).toBe(Node.DOCUMENT_POSITION_FOLLOWING);
  });

  it('has blocks under their topics, then the others, and one pager at its end', () => {
    const topic = { id: 'sea', name: 'The sea' };
    show({
      top: articles.slice(0, 2),
      blocks: [{ topic, articles: articles.slice(2, 4) }],
      rest: articles.slice(4, 6),
    });
    const titles = screen.getAllByRole('heading').map(({ tagName, textContent }) => `${tagName} ${textContent}`);
    expect(titles).toEqual([
      'H2 Article 0',
      'H2 Article 1',
      'H2 The sea',
      'H3 Article 2',
      'H3 Article 3',
      'H2 Latest articles',
      'H3 Article 4',
      'H3 Article 5',
    ]);
    const title = screen.getByRole('heading', { name: 'The sea' });
    expect(within(title).getByRole('link')).toHaveAttribute('href', '/topics/sea/');
    expect(screen.getAllByRole('navigation')).toHaveLength(1);
  });
});
