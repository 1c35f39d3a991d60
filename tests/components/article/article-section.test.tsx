import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleSection } from '@/components/article/article-section.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';
import type { Version } from '@/lib/model/model.ts';
import { aSetting } from '../../support/a-setting.ts';
import { aSection } from '../../support/an-article.ts';

describe('A section of an article', () => {
  it('has its title as a heading of the second level', () => {
    render(
      <ArticleSection
        version={undefined}
        isLatest={false}
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
        isLatest={false}
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
        isLatest={false}
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
        isLatest={false}
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

describe('The announcement of a change at its section', () => {
  const version: Version = {
    number: 2,
    recorded: Date.parse('2026-01-20T09:00:00+03:00'),
    kind: 'update',
    note: 'A sentence is clearer.',
    passages: [],
    redactions: [],
    parts: [],
  };
  const announce = (kind: Version['kind'], isLatest: boolean) => {
    const { container } = render(
      <ArticleSection
        version={{ ...version, kind }}
        isLatest={isLatest}
        changes={(number) => `/versions/${number}/`}
        dateStyle={aSetting().dateStyle}
        section={aSection()}
        words={english}
      />,
    );
    return container.querySelector('.part-update');
  };

  it.each([
    { kind: 'update', text: 'Updated 20 January 2026: A sentence is clearer. See what changed' },
    { kind: 'correction', text: 'Corrected 20 January 2026: A sentence is clearer. See what changed' },
  ] as const)('says of the kind $kind when and why', ({ kind, text }) => {
    expect(announce(kind, true)).toHaveTextContent(text);
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute('href', '/versions/2/');
  });

  it('has the colour of the text when it is the last one, and a quieter one after that', () => {
    expect(announce('update', true)).toHaveAttribute('class', 'part-update');
    expect(announce('update', false)).toHaveClass('text-soft');
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
        isLatest={false}
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
        isLatest={false}
        changes={String}
        dateStyle={aSetting().dateStyle}
        section={aSection()}
        words={english}
      />,
    );
    expect(screen.getByRole('heading')).not.toContainElement(screen.getByRole('link'));
  });
});
