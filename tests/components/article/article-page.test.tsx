import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ArticlePage } from '@/components/article/article-page.tsx';
import type { ShownDrift } from '@/components/article/drift-line.tsx';
import { mapOf } from '@/lib/map/locator-map.ts';
import type { Article } from '@/lib/model/model.ts';
import { aSetting } from '../../support/a-setting.ts';
import {
  aLeadPicture,
  aMapPicture,
  anArticle,
  aSection,
  aSite,
  aSourceNote,
  aTextNote,
} from '../../support/an-article.ts';

const show = (overrides: Partial<Article> = {}, site = aSite(), related: Article[] = []) =>
  render(<ArticlePage article={anArticle(overrides)} related={related} {...aSetting(site)} />);

/** An article with everything that a page can show. */
const full: Partial<Article> = {
  title: 'Quiet on the border',
  dateline: 'Baghdad',
  lead: '<p>It was quiet.<sup><a id="cite-1-1" href="#note-1">1</a></sup></p>',
  keyPoints: [
    { text: 'The border is quiet.', section: 'the-border' },
    { text: 'It was not always so.', section: 'earlier' },
  ],
  sections: [
    aSection({ id: 'a-warning', title: 'A warning', html: '<p>Sadr warned.</p><h3>In his words</h3>' }),
    aSection({
      id: 'the-border',
      title: 'The border',
      aliases: ['earlier'],
      html: '<p>Nothing moved.<sup><a id="cite-2-1" href="#note-2">2</a></sup></p>',
    }),
  ],
  timeline: [{ when: { precision: 'day', value: '2026-01-18' }, text: 'Silence.', section: 'a-warning' }],
  notes: [aSourceNote({ number: 1 }), aTextNote({ number: 2 })],
  externalLinks: ['https://example.com/'],
};

const contents = () => [...document.querySelectorAll('nav[aria-label="In this article"]')];

describe('The page of an article', () => {
  it('is the main part of its document', () => {
    show(full);
    expect(within(screen.getByRole('main')).getByRole('article')).toBeVisible();
  });

  it('has one heading of the first level, the headline', () => {
    show(full);
    expect(screen.getByRole('heading', { level: 1 })).toHaveTextContent('Quiet on the border');
  });

  it('goes from the headline over key points, sections and timeline to the sources and on, and skips no level', () => {
    show(full, aSite(), [anArticle({ slug: 'another', title: 'Another one' })]);
    expect(screen.getAllByRole('heading').map(({ tagName, textContent }) => `${tagName} ${textContent}`)).toEqual([
      'H1 Quiet on the border',
      'H2 Key points',
      'H2 A warning',
      'H3 In his words',
      'H2 The border',
      'H2 How it unfolded',
      'H2 How we know',
      'H2 More on this',
      'H3 Another one',
    ]);
  });

  it('says of a translation that is behind what its original has become, last in its head and first in each such section', () => {
    const changed = { change: 'changed', versions: [{ number: 2, kind: 'correction', recorded: 0 }] } as const;
    const drift: ShownDrift = {
      behind: (['section the-border', 'section gone', 'lead'] as const).map((part) => ({
        part,
        ...changed,
        versions: [...changed.versions],
      })),
      translated: 0,
      changes: (version) => `/articles/storm/versions/${version}/`,
      lang: 'en-GB',
    };
    const { container } = render(<ArticlePage article={anArticle(full)} related={[]} drift={drift} {...aSetting()} />);

    const isLine = (element: Element | null | undefined) =>
      element?.textContent?.startsWith('The original was corrected') === true;
    expect([...container.querySelectorAll('p')].filter(isLine)).toHaveLength(2);
    expect(isLine(container.querySelector('.article-head')?.lastElementChild)).toBe(true);
    expect(isLine(container.querySelector('#the-border .part-head')?.nextElementSibling)).toBe(true);
  });

  it('says what is not verified, even where it has no key points', () => {
    show({ ...full, keyPoints: [], unverified: ['Who fired first.'] });
    expect(screen.getByText('Who fired first.').closest('.article-text')).not.toBeNull();
  });

  it('shows its picture between the headline and the text', () => {
    show({ ...full, picture: aLeadPicture() });
    const figure = screen.getByRole('figure');
    expect(figure.previousElementSibling?.tagName).toBe('HEADER');
    expect(screen.getByText('It was quiet.').compareDocumentPosition(figure)).toBe(Node.DOCUMENT_POSITION_PRECEDING);
  });

  it('leads nowhere on itself where there is nothing', () => {
    const { container } = show(full);
    const targets = [...container.querySelectorAll('a[href^="#"]')].map((link) => link.getAttribute('href'));
    expect(targets).toContain('#earlier');
    expect(targets.filter((target) => !container.querySelector(`[id="${target?.slice(1)}"]`))).toEqual([]);
  });

  it('has each id once', () => {
    const { container } = show(full);
    const ids = [...container.querySelectorAll('[id]')].map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('has the text of each section under its title', () => {
    show(full);
    expect(screen.getByText('Nothing moved.').closest('section')).toContainElement(
      screen.getByRole('heading', { name: 'The border' }),
    );
  });

  it('says on paper from which address it was printed', () => {
    show({ slug: 'quiet' }, aSite({ url: 'https://example.org/news' }));
    expect(screen.getByText(/^Printed from/)).toHaveTextContent(
      'Printed from https://example.org/news/articles/quiet/ · 19 January 2026 at 18:00 GMT+3',
    );
  });
});

describe('The map of an article', () => {
  const picture = aMapPicture();

  it('stands between the header and the contents', () => {
    render(
      <ArticlePage
        article={anArticle({ ...full, picture })}
        related={[]}
        map={mapOf(picture, aSite())}
        {...aSetting()}
      />,
    );
    const figure = screen.getByRole('figure');
    expect(figure.previousElementSibling?.tagName).toBe('HEADER');
    expect(figure.nextElementSibling).toHaveAttribute('aria-label', 'In this article');
  });

  it('is left out where the picture is none', () => {
    show(full);
    expect(screen.queryByRole('figure')).not.toBeInTheDocument();
  });
});

describe('The contents of an article', () => {
  it('lead to sections, timeline and sources', () => {
    show(full);
    const links = contents().map((one) => [...one.querySelectorAll('a')].map((link) => link.getAttribute('href')));
    const expected = ['#a-warning', '#the-border', '#timeline', '#sources'];
    expect(links).toEqual([expected]);
  });

  it.each([
    { what: 'sources', notes: [aSourceNote()] },
    { what: 'notes', notes: [aTextNote()] },
  ])('call every part by its heading, with $what at the foot', ({ notes }) => {
    const { container } = show({ ...full, notes });
    for (const link of contents().flatMap((one) => [...one.querySelectorAll('a')])) {
      const heading = container.querySelector(`${link.getAttribute('href')} h2`);
      expect(link).toHaveTextContent(heading?.textContent ?? 'no heading');
    }
  });

  it.each([
    { count: 'no section', sections: [] },
    { count: 'one section', sections: [aSection()] },
  ])('are left out where there is $count', ({ sections }) => {
    show({ ...full, keyPoints: [], timeline: [], sections });
    expect(contents()).toEqual([]);
    expect(screen.queryByText('In this article')).not.toBeInTheDocument();
  });
});

describe('An article without what it may do without', () => {
  it.each([
    { part: 'key points', heading: 'Key points' },
    { part: 'what is not verified', heading: 'What is not verified' },
    { part: 'a timeline', heading: 'How it unfolded' },
    { part: 'notes', heading: 'Notes' },
  ])('has no heading for $part', ({ heading }) => {
    show();
    expect(screen.queryByRole('heading', { name: heading })).not.toBeInTheDocument();
  });

  it('begins with its lead where it has no dateline', () => {
    show({ lead: '<p>It was quiet.</p>', dateline: undefined });
    expect(screen.getByText('It was quiet.').parentElement?.previousElementSibling).toBeNull();
  });
});

describe('The timeline', () => {
  it('leads to the sections of the article by their titles', () => {
    const { container } = show(full);
    const link = container.querySelector('.timeline a');
    expect(link).toHaveTextContent('A warning');
    expect(link).toHaveAttribute('href', '#a-warning');
  });
});

describe('The dateline', () => {
  it('stands before the lead', () => {
    show({ dateline: 'Baghdad', lead: '<p>It was quiet.</p>' });
    expect(screen.getByText('Baghdad').nextElementSibling).toHaveTextContent('It was quiet.');
  });
});
