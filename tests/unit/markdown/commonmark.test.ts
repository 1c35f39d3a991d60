import type { Root } from 'mdast';
import { remark } from 'remark';
import { describe, expect, test } from 'vitest';
import { readMarkdown } from '@/lib/content/article/read-markdown.ts';
import { readYaml } from '@/lib/content/files/read-yaml.ts';
import { eachNode } from '@/lib/markdown/nodes-of.ts';
import { parseMarkdown } from '@/lib/markdown/parse-markdown.ts';
import { syntaxOf } from '@/lib/markdown/syntax.ts';
import type { Report } from '@/lib/model/problem.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { reviewTexts } from '@/lib/review/review-texts.ts';
import { aRenderer } from '../../support/a-renderer.ts';
import { examples, faultsOf } from '../../support/commonmark-examples.ts';
import { comparableHtml } from '../../support/comparable-html.ts';
import { dangersIn } from '../../support/dangers.ts';
import { longTest } from '../../support/runs.ts';

const { parse, render } = aRenderer();
const anywhere = { line: 1, column: 1 };

/** The examples whose HTML differs from the specification, and why. */
const differences: readonly { because: string; examples: readonly number[] }[] = [
  {
    because: 'HTML in a text is left out: what readers get is made from Markdown alone.',
    examples: [
      ...[21, 31, 148, 149, 150, 151, 152, 153, 154, 155, 159, 160, 161, 162, 163, 164, 165, 166, 167, 168, 169, 170],
      ...[171, 172, 173, 174, 175, 176, 177, 178, 179, 180, 182, 183, 184, 185, 186, 187, 188, 189, 190, 191, 201],
      ...[308, 309, 344, 475, 476, 477, 491, 494, 524, 536, 613, 614, 615, 616, 617, 625, 626, 627, 628, 629, 630],
      ...[631, 642, 643],
    ],
  },
  {
    because: 'A picture is shown from a file beside the text; of any other one its description remains.',
    examples: [517, 520, 531, 572, 574, 575, 578, 579, 580, 581],
  },
  {
    because: 'A link leads to the site, to the web or to an e-mail address; one with another protocol leads nowhere.',
    examples: [500, 596, 597, 598, 599, 601],
  },
];

/** HTML without what the site adds for readers: code that the keyboard can scroll, and marks of external links. */
function withoutAdditions(html: string): string {
  return html
    .replaceAll('<pre tabindex="0">', '<pre>')
    .replaceAll(' class="external" rel="external noopener"', '')
    .replaceAll('<span class="hidden-text"> (external site)</span>', '');
}

/** Every node with its place, as a line each. */
function places(tree: Root): string[] {
  const lines: string[] = [];
  eachNode(tree, ({ type, position }) => {
    const { start, end } = position ?? {};
    lines.push(`${type} ${start?.line}:${start?.column}-${end?.line}:${end?.column}`);
  });
  return lines;
}

describe('Each example of the CommonMark specification', () => {
  test('is one of 652', () => {
    expect(examples.map(({ number }) => number)).toEqual(Array.from({ length: 652 }, (_, index) => index + 1));
  });

  test('becomes the HTML of the specification, but for the differences above', () => {
    const found = faultsOf(({ markdown, html }) => {
      const [ours, theirs] = [comparableHtml(withoutAdditions(render(parse(markdown)))), comparableHtml(html)];
      return ours === theirs ? undefined : { markdown, ours, theirs };
    });
    const listed = differences.flatMap((difference) => difference.examples);
    const unlisted = Object.entries(found).filter(([number]) => !listed.includes(Number(number)));

    expect(Object.fromEntries(unlisted)).toEqual({});
    expect(listed.filter((number) => !(number in found))).toEqual([]);
  });

  test('comes out with nothing that could harm a reader', () => {
    const found = faultsOf(({ markdown }) => {
      const dangers = dangersIn(render(parse(markdown)));
      return dangers.length > 0 ? dangers : undefined;
    });
    expect(found).toEqual({});
  });

  longTest('is read and reviewed, with its problems inside the text', () => {
    const found = faultsOf(({ markdown }) => {
      const frontMatter = {
        file: 'content/a.md',
        data: {},
        yaml: readYaml('', () => {}),
        bodyLine: 4,
        lines: ['---', '---', '', ...markdown.split('\n')],
        placeOf: () => anywhere,
        placeOfKey: () => anywhere,
      };
      const lines: number[] = [];
      // A text without words is reported for its file.
      const report: Report = ({ line, code }) => code !== 'text-empty' && lines.push(line);
      const text = readMarkdown(
        { ...frontMatter, body: markdown },
        { parse, render },
        { dir: 'content', topHeading: 2, route: '/a/', urls: createUrls('https://example.org') },
        report,
      );
      reviewTexts([{ kind: 'lead', frontMatter: { ...frontMatter, body: markdown }, text }], 'en', report);

      const last = 3 + markdown.split('\n').length;
      const outside = lines.filter((line) => line < 4 || line > last);
      return outside.length > 0 ? outside : undefined;
    });
    expect(found).toEqual({});
  });

  longTest('is read with the pieces of syntax that it has signs of as with all of them', () => {
    const withAllPieces = remark().data(syntaxOf('^ ~ | [ ] :a')).freeze();
    for (const { number, markdown } of examples) {
      expect(parseMarkdown(markdown), `example ${number}`).toEqual(withAllPieces.parse(markdown));
    }
  });

  test('has its lines in the file', () => {
    for (const { number, markdown } of examples) {
      const [, ...expected] = places(parseMarkdown(`\n\n\n${markdown}`));
      const [, ...found] = places(parseMarkdown(markdown, 4));
      expect(found, `example ${number}`).toEqual(expected);
    }
  });
});
