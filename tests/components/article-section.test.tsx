import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleSection } from '@/components/article-section.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';
import { aSetting } from '../support/a-setting.ts';
import { aSection } from '../support/an-article.ts';

describe('A section of an article', () => {
  it('has its title as a heading of the second level', () => {
    render(
      <ArticleSection
        version={undefined}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={aSection({ title: 'The border' })}
        words={english}
      />,
    );
    expect(screen.getByRole('heading', { level: 2, name: 'The border' })).toBeVisible();
  });

  it('shows a title with signs of HTML in it as it was written', () => {
    render(
      <ArticleSection
        version={undefined}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={aSection({ title: 'A < B & "C"' })}
        words={english}
      />,
    );
    expect(screen.getByRole('heading', { name: 'A < B & "C"' })).toBeVisible();
  });

  it('holds its text at the address of its id', () => {
    const { container } = render(
      <ArticleSection
        version={undefined}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={aSection({ id: 'the-border', html: '<p>It was quiet.</p>' })}
        words={english}
      />,
    );
    expect(container.querySelector('#the-border')).toContainElement(screen.getByText('It was quiet.'));
  });

  it('can be found at its former ids', () => {
    const section = aSection({ id: 'the-border', aliases: ['frontier', 'at-the-frontier'] });
    const { container } = render(
      <ArticleSection
        version={undefined}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={section}
        words={english}
      />,
    );
    const ids = [...container.querySelectorAll('#the-border [id]')].map(({ id }) => id);
    expect(ids).toEqual(['frontier', 'at-the-frontier']);
  });
});

describe('The permalink of a section', () => {
  it.each([
    { language: 'English', words: english, title: 'The border', name: 'Link to the section “The border”' },
    { language: 'English', words: english, title: 'A < B & "C"', name: 'Link to the section “A < B & "C"”' },
    { language: 'Arabic', words: arabic, title: 'الحدود', name: 'رابط إلى القسم «الحدود»' },
  ])('is named by the section, in $language: $title', ({ words, title, name }) => {
    render(
      <ArticleSection
        version={undefined}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={aSection({ id: 'the-border', title })}
        words={words}
      />,
    );
    expect(screen.getByRole('link', { name })).toHaveAttribute('href', '#the-border');
  });

  it('is no part of the heading', () => {
    render(
      <ArticleSection
        version={undefined}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={aSection()}
        words={english}
      />,
    );
    expect(screen.getByRole('heading')).not.toContainElement(screen.getByRole('link'));
  });
});
