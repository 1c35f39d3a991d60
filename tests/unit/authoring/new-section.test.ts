import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { newSection } from '@/lib/authoring/new-section.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { aContentFolder, anIndex } from '../../support/content-folder.ts';
import { runs } from '../../support/runs.ts';

const tide = { slug: 'storm', title: 'The tide', id: 'tide' };
const section = (title: string) => `---\ntitle: ${title}\n---\n\nWords of ${title}.\n`;

/** The files of the storm's sections, as the file system lists them. */
function files(content: string): string[] {
  return readdirSync(join(content, 'articles/storm')).filter((name) => name !== 'index.md');
}

/** The ids of the storm's sections in the order of the page. */
function order(content: string): string[] | undefined {
  return loadWholeContent(content)
    .articles[0]?.read()
    .sections.map(({ id }) => id);
}

describe('A new section', () => {
  test('stands behind the others, and says what its key is', () => {
    const content = aContentFolder();

    const { file, renamed } = newSection(content, tide);

    expect([file, renamed]).toEqual([join(content, 'articles/storm/2-tide.md'), []]);
    expect(order(content)).toEqual(['pier', 'tide']);
    expect(readFileSync(file, 'utf8')).toBe(
      '---\n# The heading of the section\ntitle: The tide\n# Other keys: aliases (docs/keys.md)\n---\n\n<!-- The text of the section -->\n',
    );
  });

  test('stands at the place that is asked for, and those behind it keep ids, titles and texts', () => {
    const content = aContentFolder({
      'articles/storm/2-sea.md': section('The sea'),
      'articles/storm/003-sky.md': section('The sky'),
    });

    newSection(content, { ...tide, at: 2 });

    expect(files(content)).toEqual(['004-sky.md', '1-pier.md', '2-tide.md', '3-sea.md']);
    expect(order(content)).toEqual(['pier', 'tide', 'sea', 'sky']);
    expect(readFileSync(join(content, 'articles/storm/004-sky.md'), 'utf8')).toBe(section('The sky'));
  });

  test('leaves alone what need not move', () => {
    const content = aContentFolder({
      'articles/storm/2-sea.md': section('The sea'),
      'articles/storm/9-sky.md': section('The sky'),
    });

    expect(newSection(content, { ...tide, at: 1 }).renamed).toEqual([
      { from: '2-sea.md', to: '3-sea.md' },
      { from: '1-pier.md', to: '2-pier.md' },
    ]);
    expect(newSection(content, { ...tide, id: 'wind', at: 4 }).renamed).toEqual([]);
    expect(order(content)).toEqual(['tide', 'pier', 'sea', 'wind', 'sky']);
  });

  test('leaves the sections in their order, each with its own number, after every single renaming', () => {
    const numbers = fc.uniqueArray(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(numbers, fc.nat(), (orders, place) => {
        const sections = orders.map((number) => [`articles/storm/${number}-s${number}.md`, section('S')]);
        const content = aContentFolder({ 'articles/storm/1-pier.md': undefined, ...Object.fromEntries(sections) });
        const before = order(content) ?? [];
        const names = new Set(files(content));
        const at = 1 + (place % (before.length + 1));

        const { renamed } = newSection(content, { ...tide, at });

        for (const { from, to } of renamed) {
          expect(names.has(to)).toBe(false);
          names.delete(from);
          names.add(to);
          const inOrder = [...names].sort((a, b) => Number.parseInt(a, 10) - Number.parseInt(b, 10));
          expect(new Set(inOrder.map((name) => Number.parseInt(name, 10))).size).toBe(before.length);
          expect(inOrder.map((name) => name.replace(/^\d+-|\.md$/g, ''))).toEqual(before);
        }
        expect(order(content)).toEqual(before.toSpliced(at - 1, 0, 'tide'));
      }),
      { numRuns: runs(5) },
    );
  });

  test.each([0, 3])('has no place %d among one other', (at) => {
    const content = aContentFolder();

    expect(() => newSection(content, { ...tide, at })).toThrow(
      `storm has no place ${at} for a section. --at takes 1 to 2.`,
    );
    expect(files(content)).toEqual(['1-pier.md']);
  });

  test.each([
    ['another section', 'pier', '1-pier.md already has the id "pier"'],
    ['a former section', 'quay', '1-pier.md already has the id "quay"'],
    ['the page itself', 'timeline', 'The page itself uses the id "timeline"'],
  ])('does not take an id of %s', (_what, id, message) => {
    const content = aContentFolder({ 'articles/storm/1-pier.md': '---\ntitle: The pier\naliases: [quay]\n---\n' });

    expect(() => newSection(content, { ...tide, id })).toThrow(message);
    expect(files(content)).toEqual(['1-pier.md']);
  });

  test('does not rename a file that a link names, and says where it stands', () => {
    const content = aContentFolder({
      'articles/storm/index.md': anIndex({ lead: 'It [held](1-pier.md).' }),
    });

    expect(() => newSection(content, { ...tide, at: 1 })).toThrow(
      /storm\/index\.md:10 names 1-pier\.md, which would be renumbered\. Make the link lead to #pier instead/,
    );
    expect(files(content)).toEqual(['1-pier.md']);
  });

  test('needs an article', () => {
    expect(() => newSection(aContentFolder(), { ...tide, slug: 'strom' })).toThrow('Did you mean "storm"?');
  });
});
