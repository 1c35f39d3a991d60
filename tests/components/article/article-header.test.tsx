import { render, screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticleHeader } from '@/components/article/article-header.tsx';
import type { Article, Version } from '@/lib/model/model.ts';
import type { Update } from '@/lib/versions/updates.ts';
import { aSetting } from '../../support/a-setting.ts';
import { anArticle, anAuthor, aSection, aSite, aTopic } from '../../support/an-article.ts';

const show = (overrides: Partial<Article> = {}, site = aSite(), latest?: Update) =>
  render(<ArticleHeader latest={latest} article={anArticle(overrides)} {...aSetting(site)} />);

describe('The head of an article', () => {
  it('has the headline as its only heading, of the first level', () => {
    show({ title: 'Quiet on the border' });
    expect(screen.getAllByRole('heading')).toEqual([
      screen.getByRole('heading', { level: 1, name: 'Quiet on the border' }),
    ]);
  });

  it('shows a headline with signs of HTML in it as it was written', () => {
    show({ title: 'Is 3 < 4 & "5" <b>more</b>?' });
    expect(screen.getByRole('heading', { name: 'Is 3 < 4 & "5" <b>more</b>?' })).toBeVisible();
  });

  it('has the standfirst in a paragraph of its own', () => {
    show({ standfirst: 'Everybody is relieved.' });
    expect(screen.getByText('Everybody is relieved.', { selector: 'p' })).toBeVisible();
  });

  it('leads to the main topic, and to no other', () => {
    show({ topics: [aTopic({ id: 'iraq', name: 'Iraq' }), aTopic({ id: 'syria', name: 'Syria' })] });
    expect(screen.getByRole('link', { name: 'Iraq' })).toHaveAttribute('href', '/topics/iraq/');
    expect(screen.queryByText('Syria')).not.toBeInTheDocument();
  });

  it('says which part of its series it is, and leads there', () => {
    show({ series: { id: 'bridges', name: 'Bridges' }, part: 2 });
    expect(screen.getByRole('link', { name: 'Part 2 of Bridges' })).toHaveAttribute('href', '/series/bridges/');
  });

  it('says what readers have to know before they read, and who has paid', () => {
    const sponsor = { name: 'Harbour Bank', url: 'https://bank.example/' };
    show({ labels: { sponsor, satire: true, warning: 'It describes a drowning.' } });
    const link = screen.getByRole('link', { name: 'Sponsored by Harbour Bank' });
    expect([link.getAttribute('href'), link.getAttribute('rel')]).toEqual(['https://bank.example/', 'sponsored']);
    expect(link.closest('p')).toHaveTextContent('Security · Sponsored by Harbour Bank · Satire');
    expect(screen.getByText('It describes a drowning.', { selector: 'p' })).toHaveTextContent(
      'Content warning: It describes a drowning.',
    );
  });

  it('has nothing of labels where there are none', () => {
    const { container } = show();
    expect(container.querySelectorAll('b, .warning')).toHaveLength(0);
  });

  it('says who translated it, and leads to the other languages, each named in its own', () => {
    const translation = { of: 'storm', translates: 1, translator: 'Leila Haddad', behind: [] };
    const languages = [{ lang: 'ar-IQ', dir: 'rtl', label: 'العربية', path: '/ar/articles/storm/' }] as const;
    render(
      <ArticleHeader latest={undefined} article={anArticle({ translation })} languages={languages} {...aSetting()} />,
    );

    expect(screen.getByText(/Translated by Leila Haddad/)).toBeVisible();
    const link = screen.getByRole('link', { name: 'العربية' });
    expect(['href', 'lang', 'hreflang', 'dir'].map((name) => link.getAttribute(name))).toEqual([
      '/ar/articles/storm/',
      'ar-IQ',
      'ar-IQ',
      'rtl',
    ]);
  });

  it('says with whom it was made, and who published it first', () => {
    const partners = [
      { name: 'Sea Institute', url: 'https://sea.example/' },
      { name: 'Tide Radio', url: undefined },
    ];
    show({ partners, firstPublished: { by: 'Coast Weekly', url: 'https://coast.example/storm' } });
    expect(screen.getByText(/In partnership/)).toHaveTextContent('In partnership with Sea Institute and Tide Radio');
    expect(screen.getByRole('link', { name: 'Sea Institute' })).toHaveAttribute('href', 'https://sea.example/');
    expect(screen.getByText(/First published by/)).toHaveTextContent('First published by Coast Weekly');
    expect(screen.getByRole('link', { name: 'Coast Weekly' })).toHaveAttribute('href', 'https://coast.example/storm');
  });

  it('leads to its authors', () => {
    show({ authors: [anAuthor({ id: 'ada-reed', name: 'Ada Reed' })] });
    expect(screen.getByRole('link', { name: 'Ada Reed' })).toHaveAttribute('href', '/authors/ada-reed/');
  });

  it('has the instant of publication in the zone of the site', () => {
    show({ published: Date.parse('2026-01-19T20:30:00Z') });
    const time = screen.getByRole('time');
    expect(time).toHaveTextContent('19 January 2026 at 23:30 GMT+3');
    expect(time).toHaveAttribute('datetime', '2026-01-19T23:30:00+03:00');
  });

  it('says how long reading takes', () => {
    show({ words: 3 * 238 });
    expect(screen.getByText(/3 min read/)).toBeVisible();
  });

  it.each([
    { kind: 'explainer', name: 'Explainer' },
    { kind: 'analysis', name: 'Analysis' },
    { kind: 'opinion', name: 'Opinion' },
  ] as const)('says beside the topic that it is not a report: $name', ({ kind, name }) => {
    const { container } = show({ kind });
    expect(container.querySelector('p')).toHaveTextContent(`Security · ${name}`);
  });

  it('does not say that a report is one', () => {
    show({ kind: 'report' });
    expect(screen.queryByText(/Report/)).not.toBeInTheDocument();
  });

  it('speaks Arabic on an Arabic site', () => {
    show({ kind: 'opinion', words: 2 * 238 }, aSite({ lang: 'ar', dir: 'rtl' }));
    expect(screen.getByText(/رأي/)).toBeVisible();
    expect(screen.getByText(/دقيقتا قراءة/)).toBeVisible();
  });
});

describe('The announcement of the last change in the head of an article', () => {
  const version: Version = {
    number: 2,
    recorded: Date.parse('2026-01-20T09:00:00+03:00'),
    kind: 'correction',
    note: 'We had the wrong name.',
    passages: [],
    redactions: [],
    parts: [],
  };
  const announce = (sections: Update['sections']) => {
    const { container } = show({ versions: 2 }, aSite(), { version, sections });
    return container.querySelector('.updated');
  };

  it('leads to the sections that changed, which say why', () => {
    expect(announce([aSection({ id: 'quay', title: 'The quay' })])).toHaveTextContent(
      /^Corrected 20 January 2026: The quay$/,
    );
    expect(screen.getByRole('link', { name: 'The quay' })).toHaveAttribute('href', '#quay');
  });

  it('says why itself when no section changed, and leads to what changed', () => {
    expect(announce([])).toHaveTextContent(/^Corrected 20 January 2026: We had the wrong name. See what changed$/);
    expect(screen.getByRole('link', { name: 'See what changed' })).toHaveAttribute(
      'href',
      '/articles/quiet-on-the-border/versions/2/',
    );
  });

  it('has the colour of the text', () => {
    expect(announce([])).toHaveClass('text-ink');
  });
});
