import { describe, expect, test } from 'vitest';
import { pagesOf } from '@/lib/press/page-list.ts';
import { anArticle, aPublication } from '../../support/an-article.ts';

describe('The pages of a publication', () => {
  test('are one for each article, former address, notice, topic and author, with the front page, about and not found', () => {
    const storm = anArticle({ slug: 'storm' });
    const publication = aPublication({
      articles: [storm],
      moved: [{ from: 'gale', to: storm }],
      expired: [{ slug: 'drought' }],
    });

    expect(pagesOf(publication).map(({ route, status, file }) => ({ route, status, file }))).toEqual([
      { route: '/', status: 200, file: 'index.html' },
      { route: '/about/', status: 200, file: 'about/index.html' },
      { route: '/articles/storm/', status: 200, file: 'articles/storm/index.html' },
      { route: '/articles/gale/', status: 200, file: 'articles/gale/index.html' },
      { route: '/articles/drought/', status: 200, file: 'articles/drought/index.html' },
      { route: '/topics/security/', status: 200, file: 'topics/security/index.html' },
      { route: '/authors/ada-reed/', status: 200, file: 'authors/ada-reed/index.html' },
      { route: '/_not-found/', status: 404, file: '404.html' },
    ]);
  });

  test('are three where nothing is published', () => {
    expect(pagesOf(aPublication({ articles: [] })).map(({ file }) => file)).toEqual([
      'index.html',
      'about/index.html',
      '404.html',
    ]);
  });
});
