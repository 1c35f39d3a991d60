import { styleText } from 'node:util';
import { showDay } from '../article/dates.ts';
import { suggestion } from '../content/nearest.ts';
import { suggestedCommand } from '../content/suggested-command.ts';
import { readArticle } from '../desk/article-at-desk.ts';
import { redact } from '../desk/redact.ts';
import { prepareVersion } from '../desk/revise.ts';
import { english } from '../languages/english.ts';
import { wordsFor } from '../languages/languages.ts';
import type { ComparedPart, Piece } from '../record/compare.ts';
import { runCommand, UsageError } from './command-line.ts';

const kinds = ['publish', 'update', 'correction', 'minor'] as const;

const help = `
Records the text of an article as readers will see it: npm run revise -- <slug> --kind <kind> --note "…"

  --kind <kind>      publish     the first version
                     update      news: readers are told beside the headline
                     correction  something was wrong: readers are told where, what it said and what it says
                     minor       a comma, a link: in the list of versions alone
  --note <text>      what has changed and why, for readers
  --was <text>       of a correction: the passage as it was, where more than one has changed
  --is <text>        the same passage as it is now
  --section <id>     the section in which it stands, where it stands in several
  --dry-run          show what would be recorded, and write nothing

Takes a passage out of all versions, where law or safety demands it:
npm run revise -- <slug> --redact "…" --reason "…"

  --redact <text>    the passage as readers saw it; the files of the article must not have it any more
  --reason <text>    why it had to go; stands with the date in its place

  --content <dir>    the content folder (content)
  -h, --help         this text

Exit status: 0 recorded; 1 the content is at fault, or nothing has changed; 2 the call is at fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  kind: { type: 'string' },
  note: { type: 'string' },
  was: { type: 'string' },
  is: { type: 'string' },
  section: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  redact: { type: 'string' },
  reason: { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

await runCommand({ name: 'npm run revise', help, options, positionals: ['slug'] }, async (values, [slug = '']) => {
  const { content, kind, note, was, is, section, reason } = values;
  const now = Math.floor(Date.now() / 1000) * 1000;
  if (values.redact !== undefined) {
    if (!reason) throw new UsageError('--redact needs a --reason, which readers will see.');
    takeOut(content, slug, values.redact, reason, now);
    return;
  }
  const known = kinds.find((one) => one === kind);
  if (!kind) throw new UsageError('--kind is missing: publish, update, correction or minor.');
  if (!known) throw new UsageError(`There is no kind "${kind}". ${suggestion(kind, kinds)}`);
  if (!note?.trim()) throw new UsageError('--note is missing: what has changed and why, for readers.');
  if ((was === undefined) !== (is === undefined)) throw new UsageError('--was and --is belong together. Give both.');

  const prepared = prepareVersion(content, { slug, kind: known, note, was, is, section }, now);
  const { number, changes, correction } = prepared;
  if (number > 1) for (const change of changes) showChange(change);
  if (correction) console.log(`corrected  ${correction.was}\n       to  ${correction.is}\n`);
  const added = sum(changes.map((change) => change.added));
  const removed = sum(changes.map((change) => change.removed));
  const size = number === 1 ? `${added} words` : english.wordsChanged(added, removed);
  const facts = `version ${number} of ${slug}, ${size}`;
  if (values['dry-run']) console.log(`This would be ${facts}. Nothing was written.`);
  else console.log(`Recorded in ${prepared.write()}: ${facts}.`);
});

function takeOut(content: string, slug: string, passage: string, reason: string, now: number): void {
  const { site } = readArticle(content, slug);
  const date = showDay(now, { lang: site.lang, timeZone: site.timeZone }).text;
  const notice = wordsFor(site.lang).redacted(date, reason);
  const numbers = redact(content, { slug, passage, reason, notice }, now);
  console.log(`Taken out of version ${numbers.join(', ')} of ${slug}. In its place: ${notice}`);
  console.log(
    `If the text is now another than that of the latest version, record it: ${suggestedCommand('revise', [slug, '--kind …'], { content })}`,
  );
}

/** Prints the paragraphs of a part that have changed, as `diff` tools for words do: [-out-]{+in+}. */
function showChange({ name, change, paragraphs }: ComparedPart): void {
  console.log(styleText('bold', name));
  if (change === 'markup') console.log('  Only links or emphasis have changed.');
  for (const pieces of paragraphs) {
    if (pieces.some(({ kind }) => kind !== 'same')) console.log(`  ${pieces.map(shown).join('')}`);
  }
  console.log();
}

function shown({ kind, text }: Piece): string {
  if (kind === 'same') return text;
  return kind === 'added' ? styleText('green', `{+${text}+}`) : styleText('red', `[-${text}-]`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
