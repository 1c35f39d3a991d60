import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Notes } from '@/components/article/notes.tsx';
import type { Note } from '@/lib/model/model.ts';
import { aSetting } from '../../support/a-setting.ts';
import { aSite, aSource, aSourceNote, aTextNote } from '../../support/an-article.ts';

const show = (notes: readonly Note[], site = aSite()) => render(<Notes notes={notes} {...aSetting(site)} />);

describe('The notes of an article', () => {
  it.each([
    { holds: 'sources', notes: [aSourceNote()], title: 'How we know' },
    { holds: 'sources and texts', notes: [aTextNote(), aSourceNote({ number: 2 })], title: 'How we know' },
    { holds: 'texts', notes: [aTextNote()], title: 'Notes' },
  ])('are headed by what they are: $holds', ({ notes, title }) => {
    show(notes);
    expect(screen.getByRole('heading', { level: 2, name: title })).toBeVisible();
  });

  it('stand in the order of their numbers, each where the text finds it', () => {
    show([aSourceNote({ number: 1 }), aTextNote({ number: 2 }), aSourceNote({ number: 3 })]);
    expect(screen.getAllByRole('listitem').map(({ id }) => id)).toEqual(['note-1', 'note-2', 'note-3']);
  });
});

describe('In Arabic', () => {
  it('notes have the digits of the site and its comma', () => {
    const source = aSource({ kind: 'statement', date: { precision: 'day', value: '2026-01-18' } });
    show([aSourceNote({ source, mentions: 2 })], aSite({ lang: 'ar', dir: 'rtl', digits: 'arab' }));
    expect(screen.getByText(/^بيان/)).toHaveTextContent('بيان، الأحد، ١٨ يناير ٢٠٢٦');
    expect(screen.getAllByRole('link', { hidden: true, name: /العودة/ }).map((link) => link.textContent)).toEqual([
      '↑١',
      '↑٢',
    ]);
  });
});

describe('A source', () => {
  it('is a link where it has an address', () => {
    show([aSourceNote({ source: aSource({ name: 'The decree', url: 'https://example.com/decree?a=1&b=2' }) })]);
    expect(screen.getByRole('link', { name: 'The decree', hidden: true })).toHaveAttribute(
      'href',
      'https://example.com/decree?a=1&b=2',
    );
  });

  it('is its name alone where it has no address', () => {
    show([aSourceNote({ source: aSource({ name: 'The < Ministry & "Co"', url: undefined }) })]);
    expect(screen.getByText('The < Ministry & "Co"', { selector: 'p > span' })).toBeInTheDocument();
  });

  it.each([
    { kind: 'statement', name: 'Statement' },
    { kind: 'post', name: 'Post' },
    { kind: 'document', name: 'Document' },
    { kind: 'interview', name: 'Interview' },
    { kind: 'report', name: 'Report' },
  ] as const)('says that it is a $kind', ({ kind, name }) => {
    show([aSourceNote({ source: aSource({ kind }) })]);
    expect(screen.getByText(name)).toBeInTheDocument();
  });

  it.each([
    { precision: 'day', value: '2026-01-18', machine: '2026-01-18', text: 'Sunday, 18 January 2026' },
    { precision: 'month', value: '2024-09', machine: '2024-09', text: 'September 2024' },
    {
      precision: 'instant',
      value: '2026-01-19T20:30:00Z',
      machine: '2026-01-19T23:30:00+03:00',
      text: '19 January 2026 at 23:30 GMT+3',
    },
  ] as const)('has its date as precise as it is known, to the $precision', ({ precision, value, machine, text }) => {
    show([aSourceNote({ source: aSource({ kind: 'post', date: { precision, value } }) })]);
    expect(screen.getByText('Post', { exact: false, selector: 'span' })).toHaveTextContent(`Post, ${text}`);
    expect(screen.getByRole('time', { hidden: true })).toHaveAttribute('datetime', machine);
  });

  it('is what its marks in the text lead to, and holds the card that a script opens', () => {
    show([aSourceNote({ number: 3, source: aSource({ name: 'The decree' }) })]);
    expect(document.querySelector('#note-3 > .card')).toHaveTextContent('The decree');
  });

  it('has no date where none is known', () => {
    show([aSourceNote({ source: aSource({ kind: 'post', date: undefined }) })]);
    expect(screen.queryByRole('time', { hidden: true })).not.toBeInTheDocument();
    expect(screen.getByText('Post')).toHaveTextContent(/^Post$/);
  });
});

describe('An article whose sources are all statements', () => {
  const remark = 'Every source of this article is a statement.';

  it('says so', () => {
    show([aSourceNote({ number: 1 }), aTextNote({ number: 2 }), aSourceNote({ number: 3 })]);
    expect(screen.getByText(remark)).toBeVisible();
  });

  it.each([
    {
      what: 'a source of another kind',
      notes: [aSourceNote(), aSourceNote({ source: aSource({ kind: 'document' }) })],
    },
    { what: 'notes alone', notes: [aTextNote()] },
  ])('is not one with $what', ({ notes }) => {
    show(notes.map((note, index) => ({ ...note, number: index + 1 })));
    expect(screen.queryByText(remark)).not.toBeInTheDocument();
  });
});

describe('A note of text', () => {
  it('is the HTML of its Markdown', () => {
    show([aTextNote({ html: '<p>Now <em>Quiet</em> &amp; Co.</p>' })]);
    expect(screen.getByText('Quiet', { selector: 'em' })).toBeInTheDocument();
    expect(screen.getByRole('listitem')).toHaveTextContent('Now Quiet & Co.');
  });
});

describe('The links back from a note', () => {
  it.each([
    { kind: 'source', note: aSourceNote({ number: 4, mentions: 3 }) },
    { kind: 'text', note: aTextNote({ number: 4, mentions: 3 }) },
  ])('are as many as the mentions, each named and numbered: $kind', ({ note }) => {
    show([note]);
    const links = screen.getAllByRole('link', { name: /^Back to mention/ });
    expect(links.map((link) => [link.getAttribute('aria-label'), link.textContent, link.getAttribute('href')])).toEqual(
      [
        ['Back to mention 1 of note 4', '↑1', '#cite-4-1'],
        ['Back to mention 2 of note 4', '↑2', '#cite-4-2'],
        ['Back to mention 3 of note 4', '↑3', '#cite-4-3'],
      ],
    );
  });

  it('have no number to see where there is one mention', () => {
    show([aSourceNote({ number: 1, mentions: 1 })]);
    expect(screen.getByRole('link', { name: 'Back to mention 1 of note 1' })).toHaveTextContent(/^↑$/);
  });

  it('leave no empty line at a source that is never mentioned', () => {
    show([aSourceNote({ mentions: 0 })]);
    const item = screen.getByRole('listitem');
    expect(within(item).queryByRole('link')).not.toBeInTheDocument();
    expect([...item.children].filter(({ textContent }) => textContent === '')).toEqual([]);
  });

  it('are named in Arabic on an Arabic site', () => {
    show([aSourceNote({ number: 2 })], aSite({ lang: 'ar', dir: 'rtl' }));
    expect(screen.getByRole('link', { name: 'العودة إلى الإشارة 1 للهامش 2' })).toBeVisible();
  });
});
