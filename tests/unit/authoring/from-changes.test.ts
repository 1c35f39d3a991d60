import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordChanges, renumberConflicts } from '@/lib/authoring/from-changes.ts';
import { commitNamed } from '@/lib/authoring/git-files.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { unrecordedChanges } from '@/lib/content/unrecorded.ts';
import { aContentFolder, anIndex, problemLines, someday } from '../../support/content-folder.ts';
import { change, record } from '../../support/recorded-storm.ts';
import { callCommand } from '../../support/run-command.ts';
import { longTest } from '../../support/runs.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';
import { committing, withGit } from '../../support/with-git.ts';

const index = 'articles/storm/index.md';
const pier = 'articles/storm/1-pier.md';
const start = Date.UTC(2026, 0, 20, 12);
const hour = 3_600_000;

const stated = 'change:\n  kind: update\n  note: We counted the planks.\n';

/** A content folder with a recorded storm, whose pier has changed since, and what its editor says of that. */
function aChange(said = stated, files: Record<string, string> = {}): string {
  const content = aContentFolder(files);
  record(content, { kind: 'publish', note: 'First published.' }, start);
  change(content, pier, 'Every plank', 'Each plank');
  if (said !== '') change(content, index, '---\n\n', `${said}---\n\n`);
  return content;
}

function recordOf(content: string, lang?: string) {
  const whole = loadWholeContent(content);
  const { articles = [] } = (lang === undefined ? whole : whole.others[0]) ?? {};
  return (articles.find(({ teaser }) => teaser.slug === 'storm')?.read().record ?? []).map(
    ({ number, kind, note, passages }) => ({ number, kind, note, passages }),
  );
}

const text = (content: string, path: string) => readFileSync(join(content, path), 'utf8');

describe('A stated change', () => {
  test('is recorded as the next version, and its key is removed', () => {
    const content = aChange();
    const before = text(content, index);

    expect(recordChanges(content, start + hour)).toMatchObject([{ slug: 'storm', is: 'recorded', number: 2 }]);

    expect(recordOf(content)).toMatchObject([
      { number: 1, kind: 'publish' },
      { number: 2, kind: 'update', note: 'We counted the planks.' },
    ]);
    expect(text(content, index)).toBe(before.replace(stated, ''));
    expect(problemLines(content)).toEqual([]);
    expect(recordChanges(content, start + 2 * hour)).toEqual([]);
  });

  test('of a correction finds its passage, or takes the one that is given', () => {
    const alone = aChange('change: { kind: correction, note: We had not counted. }\n');
    recordChanges(alone, start + hour);
    expect(recordOf(alone)[1]?.passages).toEqual([
      { section: 'pier', was: 'Every plank held.', is: 'Each plank held.' },
    ]);

    const several = aChange('change: { kind: correction, note: Wrong., was: Every plank, is: Each plank }\n');
    change(several, index, 'at dawn', 'at noon');
    recordChanges(several, start + hour);
    expect(recordOf(several)[1]?.passages).toEqual([{ section: 'pier', was: 'Every plank', is: 'Each plank' }]);
  });

  test('may be the first publication', () => {
    const content = aContentFolder({ [index]: anIndex({ keys: 'change: { kind: publish, note: First published. }' }) });
    recordChanges(content, start);
    expect(recordOf(content)).toMatchObject([{ number: 1, kind: 'publish', note: 'First published.' }]);
  });

  test('of a draft waits', () => {
    const content = aContentFolder({
      [index]: anIndex({ keys: 'draft: true\nchange: { kind: publish, note: First published. }' }),
    });
    const before = text(content, index);
    expect(recordChanges(content, start)).toMatchObject([{ is: 'waiting' }]);
    expect(text(content, index)).toBe(before);
    expect(problemLines(content)).toEqual([]);
  });

  longTest('of a translation is a version of the translation', () => {
    const content = aChange(stated, twoLanguages);
    record(content, { kind: 'update', note: 'x' }, start + hour);
    record(content, { lang: 'ar', kind: 'publish', note: 'نشرت.' }, start + hour);
    const arabic = 'articles/storm/index.ar.md';
    writeFileSync(
      join(content, arabic),
      anIndexInArabic({ keys: 'change: { kind: minor, note: فاصلة. }', lead: 'هدأت الريح، عند الفجر.' }),
    );
    change(content, index, 'We counted the planks.', 'We counted.');
    change(content, index, 'at dawn', 'at noon');

    expect(recordChanges(content, start + 2 * hour)).toMatchObject([
      { lang: undefined, is: 'recorded', number: 3 },
      { lang: 'ar', is: 'recorded', number: 2 },
    ]);
    expect(recordOf(content, 'ar')).toMatchObject([{ number: 1 }, { number: 2, kind: 'minor', note: 'فاصلة.' }]);
    expect(text(content, arabic)).not.toContain('change');
  });

  test('is recorded once, although a run was interrupted before the key was removed', () => {
    const content = aChange();
    const before = text(content, index);
    recordChanges(content, start + hour);
    writeFileSync(join(content, index), before);

    expect(recordChanges(content, start + 2 * hour)).toMatchObject([{ is: 'recorded', number: 2 }]);
    expect(recordOf(content)).toHaveLength(2);
    expect(text(content, index)).toBe(before.replace(stated, ''));
  });

  test('at fault does not stop the others, and leaves its files as they are', () => {
    const content = aChange('change: { kind: publish, note: Again. }\n', {
      'articles/a-calm/index.md': anIndex({ keys: 'change: { kind: publish, note: First published. }' }),
      'articles/z-calm/index.md': anIndex({ keys: 'change: { kind: publish, note: First published. }' }),
    });
    const before = text(content, index);
    expect(recordChanges(content, start + hour)).toMatchObject([
      { slug: 'a-calm', is: 'recorded' },
      { slug: 'storm', is: 'at fault', problems: [{ line: 7, code: 'change-unfit' }] },
      { slug: 'z-calm', is: 'recorded' },
    ]);
    expect(text(content, index)).toBe(before);
    expect(recordOf(content)).toBeDefined();
  });

  test('is only shown in a rehearsal', () => {
    const content = aChange();
    const before = text(content, index);
    expect(recordChanges(content, start + hour, false)).toMatchObject([{ is: 'recorded', number: 2 }]);
    expect(text(content, index)).toBe(before);
    expect(recordOf(content)).toHaveLength(1);
  });

  test.each([
    ['with line ends of Windows', (whole: string) => whole.replaceAll('\n', '\r\n')],
    ['with a byte-order mark', (whole: string) => `\ufeff${whole}`],
    [
      'between other keys, with comments',
      (whole: string) => whole.replace(stated, '').replace('topics:', `# Ours\n${stated}# Theirs\ntopics:`),
    ],
    ['with a note of several lines', (whole: string) => whole.replace('We counted', '|\n    We\n\n    counted')],
    ['as a flow of two lines', (whole: string) => whole.replace(stated, 'change: { kind: update,\n  note: x }\n')],
    ['with quotes around its name', (whole: string) => whole.replace('change:', '"change":')],
  ])('is removed from a file %s, and every other byte stays', (_what, written) => {
    const content = aChange();
    const bare = written(text(content, index)).replace(/^"?change"?:.*\r?\n(?: .*\r?\n|\r?\n(?= ))*/m, '');
    writeFileSync(join(content, index), written(text(content, index)));
    expect(text(content, index)).not.toBe(bare);
    expect(recordChanges(content, start + hour)).toMatchObject([{ is: 'recorded', number: 2 }]);
    expect(text(content, index)).toBe(bare);
  });

  test('that shares its line with other keys is left alone', () => {
    const content = aChange('');
    writeFileSync(
      join(content, index),
      `---\n{ title: The storm passes, standfirst: "The pier stands, and the ferries sail again.", authors: [ada-reed], published: "2026-01-19T18:00:00+00:00", topics: [weather], change: { kind: update, note: x } }\n---\n\nThe wind fell at dawn.\n`,
    );
    const before = text(content, index);
    expect(recordChanges(content, start + hour)).toMatchObject([
      { is: 'at fault', problems: [{ message: expect.stringContaining('lines of its own') }] },
    ]);
    expect(text(content, index)).toBe(before);
  });
});

describe('The check of a stated change', () => {
  test('says that it is not recorded yet, and the build does not publish it', () => {
    const content = aChange();
    expect(problemLines(content)).toEqual([
      expect.stringMatching(/index\.md:7:1 {2}error {2}change-pending {2}This change \(update\) is not recorded yet\./),
    ]);
    expect(unrecordedChanges(loadWholeContent(content).articles, someday)).toHaveLength(1);
  });

  test.each([
    ['8:9', 'kind: publish\n  note: x', 'already published'],
    ['10:8', 'kind: minor\n  note: x\n  was: y', 'Only a correction'],
    ['10:8', 'kind: correction\n  note: x\n  was: Every plank', 'belong together'],
    ['10:8', 'kind: correction\n  note: x\n  was: No plank\n  is: Each plank', 'does not say this. Copy'],
    ['11:7', 'kind: correction\n  note: x\n  was: Every plank\n  is: No plank', 'does not say this now'],
  ])('says at its key what does not fit: %s %s', (at, said, message) => {
    expect(problemLines(aChange(`change:\n  ${said}\n`))).toEqual([
      expect.stringMatching(new RegExp(`index\\.md:${at} {2}error {2}change-unfit {2}.*${message}`)),
    ]);
  });

  test('says which keys to fill in if several passages have changed', () => {
    const content = aChange('change: { kind: correction, note: x }\n');
    change(content, index, 'at dawn', 'at noon');
    expect(problemLines(content)).toEqual([expect.stringContaining('"was" is the passage as readers saw it')]);
  });

  test('warns of one that is about nothing', () => {
    const content = aChange();
    change(content, pier, 'Each plank', 'Every plank');
    expect(problemLines(content)).toEqual([expect.stringMatching(/:7:1 {2}warning {2}change-idle/)]);
  });

  test('says what to do in a form, at the line, to editors who work in a browser', () => {
    const content = aChange('');
    expect(problemLines(content)).toEqual([expect.stringContaining('Record the change with npm run revise')]);
    change(content, 'site.md', 'lang:', 'desk: { backend: github, repo: harbour/news }\nlang:');
    expect(problemLines(content)).toEqual([
      'content/articles/storm/1-pier.md:5:1  error  unrecorded  Readers saw another text: version 1 differs in section pier. "Every" became "Each". Open the form of the article, say under "What changed?" what this is and why, and save; or restore the text.',
    ]);
  });

  test('says nothing under embargo, when readers see nothing yet', () => {
    const content = aChange();
    change(content, index, 'published: 2026-01', 'published: 2027-01');
    expect(problemLines(content)).toEqual([]);
  });
});

describe('Two branches that recorded one number', () => {
  /** Branches that have each changed two articles and recorded it, in a merge that is not finished. */
  function aMerge(): string {
    const content = aContentFolder({
      'articles/calm/index.md': anIndex(),
      [pier]: '---\ntitle: The pier\n---\n\nEvery plank held.\n\nThe quay stood.\n',
    });
    for (const slug of ['storm', 'calm'])
      change(content, `articles/${slug}/index.md`, '---\n\n', 'change: { kind: publish, note: First. }\n---\n\n');
    recordChanges(content, start);
    const git = (line: string) => withGit(dirname(content), line);
    git(`git init --quiet && ${committing} && git switch -qc desk`);
    change(content, pier, 'Every plank held.', 'Each plank held.');
    change(content, index, '---\n\n', 'change: { kind: update, note: From the desk. }\n---\n\n');
    recordChanges(content, start + 2 * hour);
    git(`${committing} && git switch -q main`);
    change(content, pier, 'The quay stood.', 'The quay fell.');
    change(content, index, '---\n\n', 'change: { kind: update, note: From the shell. }\n---\n\n');
    recordChanges(content, start + 3 * hour);
    git(`${committing} && git switch -q desk && ! git merge main`);
    return content;
  }

  longTest('get a number each, those of the published branch first', () => {
    const content = aMerge();
    const since = commitNamed(content, 'main');
    expect(renumberConflicts(content, since, start + 9 * hour)).toMatchObject([{ slug: 'storm', from: 2, to: 3 }]);
    expect(recordOf(content).map(({ note }) => note)).toEqual(['First.', 'From the shell.', 'From the desk.']);
  });

  test('are both done by the command, which says so', async () => {
    const content = aMerge();
    const { status, stdout } = await callCommand('revise', ['--from-changes', '--since', 'main', '--content', content]);
    expect(stdout).toContain('The version 2 of storm that was recorded second is now version 3');
    expect(status).toBe(0);
  });
});

describe('npm run revise -- --from-changes', () => {
  test('reports what it recorded, and what is at fault at its line', async () => {
    const content = aChange('change: { kind: publish, note: Again. }\n', {
      'articles/a-calm/index.md': anIndex({ keys: 'change: { kind: publish, note: First published. }' }),
    });
    const { status, stdout, stderr } = await callCommand('revise', ['--from-changes', '--content', content]);
    expect(stdout).toBe('Recorded: version 1 of a-calm, publish.\n');
    expect(stderr).toMatch(/storm\/index\.md:7:\d+ {2}error {2}change-unfit {2}This article is already published/);
    expect(status).toBe(1);
  });

  test('has nothing to do in most content', async () => {
    const { status, stdout } = await callCommand('revise', ['--from-changes', '--content', aContentFolder()]);
    expect(stdout).toBe('No article has the key change.\n');
    expect(status).toBe(0);
  });
});
