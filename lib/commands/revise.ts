import { join } from 'node:path';
import { styleText } from 'node:util';
import { finishMoves } from '../authoring/finish-moves.ts';
import { recordChanges, renumberConflicts } from '../authoring/from-changes.ts';
import { type Commit, commitNamed, upstreamOf } from '../authoring/git-files.ts';
import { leftBehind } from '../authoring/left-behind.ts';
import {
  type InLanguage,
  namedInCommand,
  openArticle,
  openContent,
  otherLanguage,
  readArticle,
} from '../authoring/load-article.ts';
import { recordDue } from '../authoring/record-due.ts';
import { redact } from '../authoring/redact.ts';
import { type Numbering, renumber } from '../authoring/renumber.ts';
import { prepareVersion } from '../authoring/revise.ts';
import { setRight } from '../authoring/set-right.ts';
import { undoVersion } from '../authoring/undo.ts';
import { english } from '../languages/english.ts';
import { wordsFor } from '../languages/languages.ts';
import { dateStyleOf, showDay } from '../model/dates.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { formatProblem } from '../model/problem.ts';
import { shellWord, suggestedCommand } from '../model/suggested-command.ts';
import { buildCacheFolder } from '../press/cache/out-folder.ts';
import { readAppearances } from '../versions/appearances.ts';
import type { ComparedPart, Piece } from '../versions/compare.ts';
import { exit, runCommand, UsageError } from './command-line.ts';

const kinds = ['publish', 'update', 'correction', 'minor'] as const;

const help = `
Records the text of an article as readers will see it: npm run revise -- <slug> --kind <kind> --note "…"

  --kind <kind>      publish     the first version
                     update      news: readers are told beside the headline
                     correction  something was wrong: readers are told where, what it said and what it says
                     minor       a comma, a link: in the list of versions alone
  --note <text>      what has changed and why, for readers
  --was <text>       of a correction: the passage as it was, where more than one has changed
  --is <text>        the same passage as it is now; for several passages give --was and --is for each, in one order
  --section <id>     the section in which they stand, where they stand in several
  --lang <tag>       the language of the text, such as ar, if it is not the first of the publication; each has its own
                     versions
  --dry-run          show what would be recorded, and write nothing

Takes a passage out of all versions, where law or safety demands it:
npm run revise -- <slug> --redact "…" --reason "…"

  --redact <text>    the passage as readers saw it; the files of the article must not have it any more
  --reason <text>    why it had to go; stands with the date in its place

Sets the kind or the note of a version right; its words stay: npm run revise -- <slug> --set <number> --note "…"

  --set <number>     the version; give --kind, --note or both, and for a correction --was and --is if they cannot be found

Takes back the last version, which was recorded by mistake: npm run revise -- <slug> --undo
Gives two versions that two branches recorded under one number a number each, before the merge is committed:
npm run revise -- <slug> --renumber

  --since <git ref>  what is published: --undo and --renumber refuse a version that is in this commit (the upstream
                     branch, if there is one)

Writes the missing versions of articles whose embargo has ended, as the last build has shown them:
npm run revise -- --due

  --out <dir>        the folder of the finished site (out)

Records every change that is stated under the key change of an index.md, and removes the key. Before that, moves the rest of
an article that was given another slug in the browser, and in a merge gives versions that two branches recorded under one
number a number each: npm run revise -- --from-changes

  --since <git ref>  what is published: its versions keep their numbers
  --dry-run          show what would be recorded, and write nothing

  --content <dir>    the content folder (content)
  -h, --help         this text

Exit status: 0 recorded; 1 the content is at fault, or nothing has changed; 2 the call is at fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  kind: { type: 'string' },
  note: { type: 'string' },
  was: { type: 'string', multiple: true },
  is: { type: 'string', multiple: true },
  section: { type: 'string' },
  lang: { type: 'string' },
  'dry-run': { type: 'boolean', default: false },
  redact: { type: 'string' },
  reason: { type: 'string' },
  set: { type: 'string' },
  undo: { type: 'boolean', default: false },
  renumber: { type: 'boolean', default: false },
  since: { type: 'string' },
  due: { type: 'boolean', default: false },
  'from-changes': { type: 'boolean', default: false },
  out: { type: 'string', default: 'out' },
  help: { type: 'boolean', short: 'h' },
} as const;

/** These are not about one article. */
const positionals = ['--due', '--from-changes'].some((one) => process.argv.includes(one)) ? [] : ['slug'];

await runCommand({ name: 'npm run revise', help, options, positionals }, async (values, [slug = '']) => {
  const { content, kind, note, was = [], is = [], section, reason, lang } = values;
  const now = Math.floor(Date.now() / 1000) * 1000;
  if (values.due) {
    tellDue(content, values.out, now);
    return;
  }
  if (values['from-changes']) {
    tellFromChanges(content, values, now);
    return;
  }
  const asked = (['redact', 'set', 'undo', 'renumber'] as const).filter((name) => values[name]);
  if (asked.length > 1) throw new UsageError(`--${asked.join(' and --')} cannot be combined. Give one of them.`);
  if (values.redact !== undefined) {
    if (!reason) throw new UsageError('--redact needs a --reason, which readers will see.');
    takeOut({ content, slug, lang }, values.redact, reason, now);
    return;
  }
  if (was.length !== is.length) throw new UsageError('--was and --is belong together. Give both for each passage.');
  const passages = was.map((text, index) => ({ was: text, is: is[index] ?? '' }));
  const known = kinds.find((one) => one === kind);
  if (kind && !known) throw new UsageError(`There is no kind "${kind}". ${didYouMean(kind, kinds)}`);
  if (values.set !== undefined) {
    if (!/^[1-9]\d*$/.test(values.set)) throw new UsageError(`--set "${values.set}" is not the number of a version.`);
    if (!known && !note?.trim()) throw new UsageError('--set needs the right --kind or --note.');
    const amendment = {
      slug,
      lang,
      number: Number(values.set),
      kind: known,
      note: note?.trim() || undefined,
      passages,
      section,
    };
    const version = setRight(content, amendment);
    console.log(`Set right: version ${version.number} of ${slug}, ${version.kind}: ${version.note}`);
    return;
  }
  if (values.undo || values.renumber) {
    openArticle(content, slug);
    const numbering = {
      content,
      slug,
      lang: otherLanguage({ content, slug, lang }),
      since: publishedUpTo(content, values.since),
    };
    if (values.undo) tellUndone(numbering);
    else tellRenumbered(numbering, now);
    return;
  }
  if (!known) throw new UsageError('--kind is missing: publish, update, correction or minor.');
  if (!note?.trim()) throw new UsageError('--note is missing: what has changed and why, for readers.');

  const prepared = prepareVersion(content, { slug, lang, kind: known, note, passages, section }, now);
  const { number, changes } = prepared;
  if (number > 1) for (const change of changes) showChange(change);
  for (const passage of prepared.passages) console.log(`corrected  ${passage.was}\n       to  ${passage.is}\n`);
  const added = sum(changes.map((change) => change.added));
  const removed = sum(changes.map((change) => change.removed));
  const size = number === 1 ? `${added} words` : english.wordsChanged(added, removed);
  const facts = `version ${number} of ${slug}, ${size}`;
  if (values['dry-run']) console.log(`This would be ${facts}. Nothing was written.`);
  else {
    console.log(`Recorded in ${prepared.write()}: ${facts}.`);
    if (known === 'update' || known === 'correction') tellBehind({ content, slug, lang }, number);
  }
});

/** Tells which translations a version of an original leaves behind. */
function tellBehind(article: InLanguage, number: number): void {
  for (const { lang, translates, parts } of leftBehind(article, number)) {
    console.log(`Behind now: ${article.slug} in ${lang}, which translates version ${translates}: ${parts.join(', ')}.`);
  }
}

/** An article and its language, if that is not the first of the publication. */
function inWords({ slug, lang }: Pick<InLanguage, 'slug' | 'lang'>): string {
  return lang === undefined ? slug : `${slug} in ${lang}`;
}

function tellDue(content: string, out: string, now: number): void {
  const due = recordDue(content, readAppearances(buildCacheFolder(out)), now);
  for (const one of due) {
    const name = inWords(one);
    if (one.is === 'recorded') {
      console.log(`Recorded in ${one.file}: version ${one.number} of ${name}, as it appeared.`);
      tellBehind({ content, ...one }, one.number);
    }
    if (one.is === 'not recorded') console.error(`Not recorded: ${name}, because ${one.why}.`);
  }
  if (!due.some(({ is }) => is === 'recorded')) console.log('No version is due.');
}

function tellFromChanges(
  content: string,
  { since, 'dry-run': isDry }: { since?: string | undefined; 'dry-run': boolean },
  now: number,
): void {
  openContent(content);
  const moved = isDry ? [] : renumberConflicts(content, publishedUpTo(content, since), now);
  for (const { slug, from, to, file } of moved)
    console.log(`The version ${from} of ${slug} that was recorded second is now version ${to}: ${file}`);
  const moves = finishMoves(content, !isDry);
  for (const { from, to, taken } of moves) {
    if (taken === undefined)
      console.log(`${isDry ? 'Would move' : 'Moved'}: the rest of ${from} to ${to}, its new slug.`);
    else {
      const folder = join(content, 'articles', from);
      console.error(
        `${folder} has no index.md, and ${to} is to replace it. Both have ${taken}. Restore or delete ${folder}.`,
      );
    }
  }
  const changes = recordChanges(content, now, !isDry);
  for (const change of changes) {
    const name = inWords(change);
    if (change.is === 'recorded')
      console.log(`${isDry ? 'Would record' : 'Recorded'}: version ${change.number} of ${name}, ${change.kind}.`);
    if (change.is === 'waiting') console.log(`Not recorded: ${name}, which is a draft. Its change waits.`);
    if (change.is === 'at fault') for (const problem of change.problems) console.error(formatProblem(problem));
  }
  if ([...changes, ...moved, ...moves].length === 0) console.log('No article has the key change.');
  if (changes.some(({ is }) => is === 'at fault') || moves.some(({ taken }) => taken !== undefined))
    process.exitCode = exit.siteAtFault;
}

/** What is published: the given commit, or the upstream branch. */
function publishedUpTo(content: string, since: string | undefined): Commit | undefined {
  if (since === undefined) return upstreamOf(content);
  const commit = commitNamed(content, since);
  if (commit) return commit;
  throw new UsageError(
    `git knows no commit "${since}" in the repository of ${content}. Name a branch, a tag or a commit.`,
  );
}

function tellUndone(numbering: Numbering): void {
  const { content, slug, since } = numbering;
  const { number, file } = undoVersion(numbering, since);
  console.log(`Undone: version ${number} of ${slug}. ${file} is deleted; the text is unchanged.`);
  const kind = number === 1 ? 'publish' : 'update';
  console.log(
    `Record the right version: ${suggestedCommand('revise', [...namedInCommand(numbering), `--kind ${kind} --note "…"`], { content })}`,
  );
}

function tellRenumbered(numbering: Numbering, now: number): void {
  const { content, slug } = numbering;
  for (const { from, to, file } of renumber(numbering, now)) {
    console.log(`The version ${from} of ${slug} that was recorded second is now version ${to}: ${file}`);
  }
  console.log(
    `Look at them, then tell git that they are merged: git add ${shellWord(join(content, 'articles', slug, 'versions'))}`,
  );
}

function takeOut(article: InLanguage, passage: string, reason: string, now: number): void {
  const { content, slug, lang } = article;
  const { site } = readArticle(content, slug, lang);
  const style = dateStyleOf(site);
  const notice = wordsFor(style.lang).redacted(showDay(now, style).text, reason);
  const numbers = redact(content, { slug, lang, passage, reason, notice }, now);
  console.log(`Removed from version ${numbers.join(', ')} of ${slug} and replaced by: ${notice}`);
  console.log(
    `If the text now differs from the latest version, record it: ${suggestedCommand('revise', [...namedInCommand(article), '--kind update --note "…"'], { content })}`,
  );
}

/** Prints the changed paragraphs of a part as word diffs do: [-out-]{+in+}. */
function showChange({ name, change, title, paragraphs }: ComparedPart): void {
  console.log(styleText('bold', name));
  if (change === 'markup') console.log('  Only links or emphasis have changed.');
  for (const pieces of [title, ...paragraphs]) {
    if (pieces.some(({ kind }) => kind !== 'same')) console.log(`  ${pieces.map(shown).join('')}`);
  }
  console.log();
}

function shown({ kind, text }: Piece): string {
  if (kind === 'same' || kind === 'notice') return text;
  return kind === 'added' ? styleText('green', `{+${text}+}`) : styleText('red', `[-${text}-]`);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
