import { describe, expect, test } from 'vitest';
import { newArticle } from '@/lib/authoring/new-article.ts';
import { newSection } from '@/lib/authoring/new-section.ts';
import { checkContent } from '@/lib/check/check-content.ts';
import { aContentFolder, anIndex, checkedLines, someday } from '../../support/content-folder.ts';

const article = 'articles/sea/index.md';

/** The codes that are reported for a file with this text. */
async function codes(path: string, text: string): Promise<string[]> {
  const dir = aContentFolder({ [path]: text });
  return (await checkContent(dir, { now: someday })).filter(({ file }) => file.endsWith(path)).map(({ code }) => code);
}

describe('A text in which there is nothing to read is told of', () => {
  test.each([
    ['nothing', ''],
    ['white space', ' \n\n\t\n'],
    ['a comment', '<!-- To come -->'],
    ['a rule', '---'],
    ['a space that does not break', '\u00a0'],
  ])('with %s', async (_what, text) => {
    expect(await codes(article, anIndex({ lead: text }))).toEqual(['text-empty']);
    expect(await codes('articles/storm/2-sea.md', `---\ntitle: The sea\n---\n\n${text}\n`)).toEqual(['text-empty']);
    expect(await codes('glossary/sea.md', `---\nname: The sea\nkind: place\n---\n\n${text}\n`)).toEqual(['text-empty']);
  });

  test.each([
    ['a lead before sections', 'articles/storm/index.md', anIndex({ lead: '' })],
    ['an author', 'authors/zoe.md', '---\nname: Zoe\n---\n'],
    ['a topic', 'topics/sea.md', '---\nname: The sea\n---\n'],
    ['code', 'articles/storm/2-sea.md', '---\ntitle: The sea\n---\n\n```\nx\n```\n'],
    ['a list', 'articles/storm/2-sea.md', '---\ntitle: The sea\n---\n\n- Salt\n'],
  ])('but not %s', async (_what, path, text) => {
    expect(await codes(path, text)).toEqual([]);
  });
});

describe('A heading without words is told of', () => {
  test.each(['###', '### ', '### ###', '### <!-- later -->', '### &nbsp;'])('%s', async (line) => {
    expect(
      await codes('articles/storm/2-sea.md', `---\ntitle: The sea\n---\n\nIt fell.\n\n${line}\n\nIt rose.\n`),
    ).toEqual(['heading-empty']);
  });
});

test('What npm run new has written is told of until it has been replaced', async () => {
  const content = aContentFolder();
  newArticle(content, { title: 'The bridge', slug: 'bridge' }, Date.UTC(2026, 0, 20));
  newSection(content, { slug: 'bridge', title: 'The river', id: 'river' });

  expect(await checkedLines(content)).toEqual([
    'content/articles/bridge/1-river.md:1:1  warning  text-empty  This section has a title and no text. Write it, or delete the file.',
    'content/articles/bridge/index.md:5:13  warning  template-text  This is what npm run new wrote. Replace it with the standfirst of the article.',
  ]);
});
