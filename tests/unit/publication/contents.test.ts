import { describe, expect, test } from 'vitest';
import { english } from '@/lib/languages/english.ts';
import { contentsOf, notesTitle } from '@/lib/publication/contents.ts';
import { anArticle, aSection, aSourceNote, aTextNote } from '../../support/an-article.ts';

const timeline = [{ when: { precision: 'month', value: '2026-01' }, text: 'Silence.', section: undefined }] as const;

describe('The contents of an article', () => {
  test('are its sections, then timeline and sources, which are no text', () => {
    const sections = [aSection({ id: 'one', title: 'One' }), aSection({ id: 'two', title: 'Two' })];
    const article = anArticle({ sections, timeline: [...timeline], notes: [aSourceNote()] });
    expect(contentsOf(article, english)).toEqual([
      { id: 'one', title: 'One', isText: true },
      { id: 'two', title: 'Two', isText: true },
      { id: 'timeline', title: 'How it unfolded', isText: false },
      { id: 'sources', title: 'How we know', isText: false },
    ]);
  });

  test('list nothing that is not there', () => {
    expect(contentsOf(anArticle(), english)).toEqual([]);
  });
});

describe('The title of the notes', () => {
  test.each([
    { what: 'sources', notes: [aSourceNote()], title: 'How we know' },
    { what: 'texts and sources', notes: [aTextNote(), aSourceNote()], title: 'How we know' },
    { what: 'texts', notes: [aTextNote()], title: 'Notes' },
  ])('says what they are: $what', ({ notes, title }) => {
    expect(notesTitle(notes, english)).toBe(title);
  });
});
