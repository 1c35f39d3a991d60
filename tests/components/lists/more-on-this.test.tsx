import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { MoreOnThis } from '@/components/lists/more-on-this.tsx';
import { aSetting } from '../../support/a-setting.ts';
import { aLeadPicture, aMapPicture, anArticle, aSite, aTopic } from '../../support/an-article.ts';

const show = ({ topics = [aTopic()], articles = [anArticle()], site = aSite() } = {}) =>
  render(<MoreOnThis topics={topics} articles={articles} {...aSetting(site)} />);

describe('More on what an article is about', () => {
  it('is a part of the page that can be found by its name', () => {
    show();
    expect(screen.getByRole('navigation', { name: 'More on this' })).toBeVisible();
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('More on this');
  });

  it('has the other articles in the order in which it gets them, each with one link', () => {
    show({ articles: [anArticle({ slug: 'b', title: 'B' }), anArticle({ slug: 'a', title: 'A' })] });
    const links = within(screen.getByRole('list')).getAllByRole('link');
    expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
      ['B', '/articles/b/'],
      ['A', '/articles/a/'],
    ]);
  });

  it('has the main topic, the kind and the day of another article, and no standfirst', () => {
    show({ articles: [anArticle({ kind: 'analysis', standfirst: 'All is well.' })] });
    const item = screen.getByRole('listitem');
    expect(item).toHaveTextContent('Security · Analysis');
    expect(within(item).getByRole('time')).toHaveTextContent('19 January 2026');
    expect(item).not.toHaveTextContent('All is well.');
  });

  it('has the picture of another article beside its headline, and no map', () => {
    show({
      articles: [
        anArticle({ slug: 'a', picture: aLeadPicture() }),
        anArticle({ slug: 'b', picture: aMapPicture() }),
        anArticle({ slug: 'c' }),
      ],
    });
    const pictures = screen.getAllByRole('listitem').map((item) => item.querySelector('img')?.getAttribute('src'));
    expect(pictures).toEqual(['/pictures/storm/pier-1a2b3c4d-480.jpg', undefined, undefined]);
    expect(document.querySelector('svg')).toBeNull();
  });

  it('leads to all topics of the article, the main one first', () => {
    show({ topics: [aTopic({ id: 'iraq', name: 'Iraq' }), aTopic({ id: 'syria', name: 'Syria' })] });
    const line = screen.getByText(/^Topics/);
    expect(line).toHaveTextContent('Topics Iraq Syria');
    expect(
      within(line)
        .getAllByRole('link')
        .map((link) => link.getAttribute('href')),
    ).toEqual(['/topics/iraq/', '/topics/syria/']);
  });

  it('has its topics alone where no other article shares anything with this one', () => {
    show({ articles: [] });
    expect(screen.queryByRole('heading')).not.toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Security' })).toBeVisible();
  });

  it('speaks Arabic on an Arabic site', () => {
    show({ site: aSite({ lang: 'ar', dir: 'rtl' }) });
    expect(screen.getByRole('heading', { level: 2 })).toHaveTextContent('المزيد حول هذا الموضوع');
  });
});
