import { structuredPatch } from 'diff';
import { type CheckCode, checks, isCheckCode, severityOf } from '../model/checks.ts';
import { commonAcronyms } from '../review/style/acronym-unexplained.ts';

/** A file of an example, wrong and right; `undefined` if it is missing. */
type ExampleFile = { path: string; wrong: string | undefined; right: string | undefined };

/** What docs/checks.md shows for a check: files that readers had, files that differ, and the report about the wrong ones. */
export type CheckExample = { earlier: { path: string; text: string }[]; files: ExampleFile[]; told: string[] };

const head = `# Checks

What \`npm run check\` finds in content, each with an example. [Writing](writing.md) says what belongs in the files.

With an **error** an article does not go out: readers go on seeing its last good pages, and all other articles go out. So it is
with a page in \`pages/\`. An error in an author, a topic, a series or an entry of the glossary counts against the articles
that use it. The whole build stops, and leaves the site as it was, if the error is in \`site.md\`, \`front.md\` or
\`redirects.md\`, or if what is at fault is published and has no earlier pages. A **warning** asks an editor to look again. It can be turned off for the whole site in \`site.md\`, with a reason
for those who come later:

\`\`\`yaml
checks:
  sentence-long: { off: true, reason: We publish the rulings of a court. }
\`\`\`

Examples show the lines that matter. \`⟨U+202E⟩\` stands for an invisible character by its number. This page is made by
\`npm run docs\` from the checks themselves and from the examples that test them.
`;

/** The text of docs/checks.md. */
export function checksPage(exampleOf: (code: CheckCode) => CheckExample): string {
  const codes = Object.keys(checks).filter(isCheckCode);
  const part = (severity: 'error' | 'warning') =>
    codes.filter((code) => severityOf(code) === severity).map((code) => entry(code, exampleOf(code)));
  return [head, ...overview(codes), '## Errors\n', ...part('error'), '## Warnings\n', ...part('warning')].join('\n');
}

/** A table of all checks, each with the first sentence of its description. */
function overview(codes: readonly CheckCode[]): string[] {
  const sentences = new Intl.Segmenter('en', { granularity: 'sentence' });
  const rows = codes
    .toSorted((a, b) => (a < b ? -1 : 1))
    .map((code) => {
      const [first] = sentences.segment(checks[code].about);
      const about = first?.segment.trim().replaceAll('|', '\\|') ?? '';
      return `| [${code}](#${code}) | ${severityOf(code)} | ${about} |`;
    });
  return ['| code | severity | what it finds |', '| --- | --- | --- |', ...rows, ''];
}

function entry(code: CheckCode, { earlier, files, told }: CheckExample): string {
  const { about, languages }: { about: string; languages?: readonly string[] } = checks[code];
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const spoken = languages?.map((language) => names.of(language) ?? language).join(' and ');
  const notes = [
    ...(spoken ? [`Only in ${spoken}.`] : []),
    ...(code === 'acronym-unexplained' ? [`Known to every reader: ${commonAcronyms.join(', ')}.`] : []),
  ];
  return [
    `### ${code}\n`,
    `${[about, ...notes].join(' ')}\n`,
    ...earlier.map(({ path, text }) => `Readers had, in \`${path}\`:\n\n${fenced(beginning(text), 'markdown')}`),
    ...files.map(fileExample),
    `What the check says:\n\n${fenced(told.join('\n'), 'text')}`,
  ].join('\n');
}

function fileExample({ path, wrong, right }: ExampleFile): string {
  if (wrong === undefined) return `Right, with a file \`${path}\`:\n\n${fenced(beginning(right ?? ''), 'markdown')}`;
  if (right === undefined) return `Wrong, with a file \`${path}\`:\n\n${fenced(beginning(wrong), 'markdown')}`;
  const [wrongLines, rightLines] = changedLines(wrong, right);
  return [
    `Wrong, in \`${path}\`:\n\n${fenced(wrongLines, 'markdown')}`,
    `Right:\n\n${fenced(rightLines, 'markdown')}`,
  ].join('\n');
}

/** The beginning of a file. */
function beginning(text: string): string {
  const lines = text.trimEnd().split('\n');
  return lines.length > 14 ? [...lines.slice(0, 12), '…'].join('\n') : lines.join('\n');
}

/** The lines in which two texts differ, with one line of context; dots mark omitted lines. */
function changedLines(wrong: string, right: string): [string, string] {
  const { hunks } = structuredPatch('', '', wrong, right, undefined, undefined, { context: 1 });
  const side = (sign: '-' | '+') =>
    hunks
      .map(({ lines }) => lines.filter((line) => line[0] === ' ' || line[0] === sign).map((line) => line.slice(1)))
      .map((lines) => lines.join('\n'))
      .join('\n…\n');
  return [side('-'), side('+')];
}

/** A block of code whose fence is longer than any in it, with invisible characters made visible. */
function fenced(text: string, language: string): string {
  const shown = text
    .replace(/^\n+|\n+$/g, '')
    .replace(/(?!\n)[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, (sign) => {
      return `⟨U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}⟩`;
    });
  const fence = '`'.repeat(Math.max(3, ...[...shown.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return `${fence}${language}\n${shown}\n${fence}\n`;
}
