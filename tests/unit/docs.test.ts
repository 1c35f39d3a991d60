import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { readFrontMatter } from '@/lib/content/files/front-matter.ts';
import { madeDocs } from '../support/made-docs.ts';
import { sites } from '../support/sites.ts';

const docs = madeDocs();

describe('What is made from the code', () => {
  test.each([...docs])('is current: %s (npm run docs)', (file, text) => {
    expect(readFileSync(file, 'utf8')).toBe(text);
  });

  test('is all that lies among the schemas', () => {
    const names = readdirSync('docs/schema').map((name) => `docs/schema/${name}`);

    expect(names.sort()).toEqual([...docs.keys()].filter((file) => file.startsWith('docs/schema/')).sort());
  });
});

describe('The schema of', () => {
  const { content } = sites.standfirst;
  const articles = `${content}/articles/iraq-syria-border`;
  const section = '1-border-security.md';

  test.each([
    ['site.md', 'site', `${content}/site.md`],
    ['an article', 'article', `${articles}/index.md`],
    ['a section', 'section', `${articles}/${section}`],
    ['a glossary entry', 'glossary', `${content}/glossary/raqqa.md`],
    ['an author', 'author', `${content}/authors/standfirst-desk.md`],
    ['a topic', 'topic', `${content}/topics/iraq.md`],
  ])('%s allows what there is, and no other key', (_what, name, file) => {
    const frontMatter = readFrontMatter({ file, text: readFileSync(file, 'utf8') }, () => {});
    const schema = z.fromJSONSchema(JSON.parse(docs.get(`docs/schema/${name}.json`) ?? ''));
    const data = Object(frontMatter?.data);

    expect(schema.safeParse(data).success).toBe(true);
    expect(schema.safeParse({ ...data, tilte: 'One' }).success).toBe(false);
  });
});

test('Every file of the code that the documentation names is there', () => {
  /** What a recipe adds. */
  const added = ['lib/review/style/exclamation-mark.ts', 'lib/languages/french.ts', 'app/contact/page.tsx'];
  const pages = [...globSync('docs/**/*.md'), 'README.md'];
  const named = pages.flatMap((page) =>
    [...readFileSync(page, 'utf8').matchAll(/`((?:lib|tests|components|app)\/[\w./-]+\.(?:ts|tsx|css))`/g)].map(
      ([, file = '']) => file,
    ),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter((file) => !added.includes(file) && !existsSync(file))).toEqual([]);
});
