import { tests } from 'commonmark-spec';
import { describe, expect, test } from 'vitest';
import { createUrls } from '@/lib/article/urls.ts';
import type { Report } from '@/lib/content/problem.ts';
import { readMarkdown } from '@/lib/content/read-markdown.ts';
import { reviewWith } from '@/lib/desk/review-texts.ts';
import { aRenderer } from '../../support/a-renderer.ts';
import { dangersIn } from '../../support/dangers.ts';

const { parse, render } = aRenderer();
const review = reviewWith(() => ({ all: new Set(), speakers: [] }));
const anywhere = { line: 1, column: 1 };

describe('Each example of the CommonMark specification', () => {
  test.each(tests)('$number, $section: comes out with nothing that could harm a reader', ({ markdown }) => {
    expect(dangersIn(render(parse(markdown)))).toEqual([]);
  });

  test.each(tests)('$number, $section: is read and reviewed, with its problems inside the text', ({ markdown }) => {
    const frontMatter = {
      file: 'content/a.md',
      data: {},
      bodyLine: 4,
      lines: ['---', '---', '', ...markdown.split('\n')],
      placeOf: () => anywhere,
      placeOfKey: () => anywhere,
    };
    const lines: number[] = [];

    const report: Report = ({ line }) => lines.push(line);
    const text = readMarkdown(
      { ...frontMatter, body: markdown },
      { parse, render },
      { dir: 'content', topHeading: 2, route: '/a/', urls: createUrls('https://example.org') },
      report,
    );
    review([{ kind: 'lead', frontMatter: { ...frontMatter, body: markdown }, text }], 'en', report);

    const last = 3 + markdown.split('\n').length;
    expect(lines.filter((line) => line < 4 || line > last)).toEqual([]);
  });
});
