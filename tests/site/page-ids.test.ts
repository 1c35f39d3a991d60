import { describe, expect, test } from 'vitest';
import { idPattern } from '@/lib/content/files/schema.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { isPageId } from '@/lib/markdown/page-ids.ts';
import { all, builtSite } from '../support/built-site.ts';
import { sites } from '../support/sites.ts';

const { pages } = builtSite('features');
const articles = loadWholeContent(sites.features.content).articles.map(({ teaser: { slug }, read }) => {
  const ids = read().sections.flatMap(({ id, aliases }) => [id, ...aliases]);
  const page = pages.find(({ route }) => route === `/articles/${slug}/`);
  // The notice for one that was taken down has no sections, but its own search form.
  return { page: page?.document.querySelector('.article') ? page : undefined, ids };
});

describe('On the page of an article', () => {
  test('every id that is not of a section is one that no section may have', () => {
    const own = articles.flatMap(({ page, ids }) =>
      page ? all(page.document, '[id]').flatMap(({ id }) => (ids.includes(id) ? [] : id)) : [],
    );

    expect(own).toEqual(expect.arrayContaining(['text', 'timeline', 'sources', 'note-1', 'cite-1-1']));
    expect(own.filter((id) => id.startsWith('who-'))).not.toEqual([]);
    expect(own.filter((id) => idPattern.test(id) && !isPageId(id))).toEqual([]);
  });

  test('no two parts have one id', () => {
    const twice = articles.flatMap(({ page }) => {
      const ids = page ? all(page.document, '[id]').map(({ id }) => id) : [];
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    });

    expect(twice).toEqual([]);
  });
});
