import { render, screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ComparedText } from '@/components/versions/compared-text.tsx';
import { arabic } from '@/lib/languages/arabic.ts';
import { english } from '@/lib/languages/english.ts';
import type { Part } from '@/lib/model/recorded-part.ts';
import { compareVersions } from '@/lib/versions/compare.ts';

const first: Part[] = [
  { name: 'headline', markdown: '# The pier' },
  { name: 'lead', markdown: 'It stands.' },
  { name: 'section oak', markdown: '## Oak\n\nIt is old.\n\nIt is strong.\n\nIt held in 1891.\n\nIt is dry.' },
  { name: 'section sand', markdown: '## Sand\n\nIt is fine.' },
];
/** The first version in which a part has another text. */
const changed = (name: Part['name'], markdown: string) =>
  first.map((part) => (part.name === name ? { name, markdown } : part));

const show = (after: Part[], words = english, before = first, reasons: string[] = []) =>
  render(<ComparedText parts={compareVersions(before, after, 'en', reasons)} words={words} />).container;

const headings = (of: ParentNode) => [...of.querySelectorAll('h2')].map(({ textContent }) => textContent);

describe('The text of a version beside the one before', () => {
  it('begins with what changed, and has the other parts folded in their order', () => {
    const container = show(changed('section oak', first[2]?.markdown.replace('1891', '1897') ?? ''));
    expect(headings(container)).toEqual(['Oak', 'Headline', 'Opening', 'Sand']);
    const [, folded] = screen.getAllByRole('group');
    expect(folded).not.toHaveAttribute('open');
    expect(folded && headings(folded)).toEqual(['Headline', 'Opening', 'Sand']);
    expect(
      within(folded as HTMLElement).getByText('The rest of the article, unchanged', { selector: 'summary' }),
    ).toBeVisible();
  });

  it('folds paragraphs beside those that changed, where two or more follow each other', () => {
    const container = show(changed('section oak', first[2]?.markdown.replace('1891', '1897') ?? ''));
    const lines = [...container.querySelectorAll('#section-oak > *, #section-oak details > p')];
    expect(lines.map(({ tagName }) => tagName)).toEqual(['H2', 'DETAILS', 'P', 'P', 'P', 'P']);
    expect(container.querySelector('#section-oak details')).toHaveTextContent('Unchanged paragraphsIt is old.');
    expect(container.querySelector('#section-oak > p:last-child')).toHaveTextContent('It is dry.');
  });

  it('says in Arabic what is folded', () => {
    show(changed('lead', 'It fell.'), arabic);
    expect(screen.getByText('بقية المقال، بلا تغيير', { selector: 'summary' })).toBeVisible();
  });

  it('is all open where nothing changed, as in the first version', () => {
    const container = show(first);
    expect(screen.queryByRole('group')).not.toBeInTheDocument();
    expect(headings(container)).toEqual(['Headline', 'Opening', 'Oak', 'Sand']);
  });

  it('has the title of a section once, and what changed in it there', () => {
    const container = show(changed('section sand', '## Fine sand\n\nIt is fine.'));
    const texts = [...container.querySelectorAll('#section-sand p')].map(({ textContent }) => textContent);
    expect(texts).toEqual(['It is fine.']);
    expect(container.querySelector('#section-sand h2 ins')).toHaveTextContent('Fine');
  });

  it('has the title that a section had before it was taken out', () => {
    const container = show(first.slice(0, 3));
    expect(container.querySelector('#section-sand h2 del')).toHaveTextContent('Sand');
  });

  it('shows what was taken out of the record as a notice, and not as a text that is struck out', () => {
    const before = changed('lead', 'It stands, \\[Removed on 1 May: by law\\].');
    const container = show(changed('lead', 'It stands.'), english, before, ['by law']);
    expect(container.querySelector('.notice')).toHaveTextContent('[Removed on 1 May: by law]');
    expect(container.querySelector(':is(ins, del) .notice, .notice :is(ins, del)')).toBeNull();
    for (const mark of container.querySelectorAll('ins, del')) expect(mark).not.toHaveTextContent('by law');
  });
});
