import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { commitNamed, upstreamOf } from '@/lib/authoring/git-files.ts';
import { renumber } from '@/lib/authoring/renumber.ts';
import { prepareVersion, type Revision } from '@/lib/authoring/revise.ts';
import { setRight } from '@/lib/authoring/set-right.ts';
import { undoVersion } from '@/lib/authoring/undo.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { unrecordedChanges } from '@/lib/content/unrecorded.ts';
import { aContentFolder, problemLines, someday } from '../../support/content-folder.ts';
import { longTest } from '../../support/runs.ts';
import { committing, withGit } from '../../support/with-git.ts';

const start = Date.UTC(2026, 0, 20, 12);
const hour = 3_600_000;
const pier = 'articles/storm/1-pier.md';
const versions = 'articles/storm/versions';

function aRecord(): string {
  const content = aContentFolder({ [pier]: '---\ntitle: The pier\n---\n\nEvery plank held.\n\nThe quay held.\n' });
  record(content, { kind: 'publish', note: 'First published.' }, start);
  return content;
}

function record(content: string, revision: Omit<Revision, 'slug'>, now: number): string {
  return prepareVersion(content, { slug: 'storm', ...revision }, now).write();
}

function change(content: string, from: string, to: string): void {
  const file = join(content, pier);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

const git = (content: string, line: string) => withGit(dirname(content), line);
const beginning = `git init -q && ${committing}`;
const conflict = 'if git merge -q theirs; then exit 1; fi';

/** The problems of the content, including an unrecorded text. */
function faults(content: string): string[] {
  const problems = problemLines(content);
  if (problems.length > 0) return problems;
  return unrecordedChanges(loadWholeContent(content).articles, someday).map(({ message }) => message);
}

const recordOf = (content: string) => loadWholeContent(content).articles[0]?.read().record ?? [];

/** A merge in progress of two branches, each of which has recorded a version 2. */
function aMerge(theirs: (content: string) => void, ours: (content: string) => void): string {
  const content = aRecord();
  git(content, `${beginning} && git switch -qc theirs`);
  theirs(content);
  git(content, `${committing} && git switch -q main`);
  ours(content);
  git(content, `${committing} && ${conflict}`);
  return content;
}

const plank =
  (at: number, kind: 'update' | 'correction' = 'update') =>
  (content: string) => {
    change(content, 'Every plank held.', 'Most planks held.');
    record(content, { kind, note: 'The planks.' }, at);
  };
const quay = (at: number) => (content: string) => {
  change(content, 'The quay held.', 'The quay stands.');
  record(content, { kind: 'update', note: 'The quay.' }, at);
};

describe('The last version', () => {
  test('is taken back, and the text stays as it is', () => {
    const content = aRecord();
    change(content, 'Every', 'Each');
    record(content, { kind: 'update', note: 'x' }, start + hour);
    expect(undoVersion({ content, slug: 'storm' }, undefined).number).toBe(2);
    expect(readdirSync(join(content, versions))).toEqual(['1.md']);
    expect(faults(content).join()).toContain('version 1 differs');
    expect(undoVersion({ content, slug: 'storm' }, undefined).number).toBe(1);
    expect(existsSync(join(content, versions))).toBe(false);
    expect(() => undoVersion({ content, slug: 'storm' }, undefined)).toThrow('No version of storm is recorded');
    expect(() => undoVersion({ content, slug: 'strom' }, undefined)).toThrow('There is no article "strom"');
  });

  test('is not taken back if it is published, and its number is, if another one has it', () => {
    const content = aRecord();
    git(content, beginning);
    const since = commitNamed(content, 'main');
    expect(() => undoVersion({ content, slug: 'storm' }, since)).toThrow(
      'Version 1 of storm is already in main, so readers may have seen it. Keep it, and record the right text',
    );
    expect(existsSync(join(content, versions, '1.md'))).toBe(true);
    change(content, 'Every', 'Each');
    record(content, { kind: 'update', note: 'x' }, start + hour);
    expect(undoVersion({ content, slug: 'storm' }, since).number).toBe(2);
    undoVersion({ content, slug: 'storm' }, undefined);
    record(content, { kind: 'publish', note: 'x' }, start + 2 * hour);
    expect(undoVersion({ content, slug: 'storm' }, since).number).toBe(1);
  });

  test('is published as far as the branch was pushed', () => {
    const content = aRecord();
    expect(upstreamOf(content)).toBeUndefined();
    git(content, beginning);
    expect(upstreamOf(content)).toBeUndefined();
    git(content, 'git switch -qc mine --track main');
    expect(() => undoVersion({ content, slug: 'storm' }, upstreamOf(content))).toThrow('is already in main');
    expect(commitNamed(content, 'no-such-branch')).toBeUndefined();
    expect(commitNamed(content, '--all')).toBeUndefined();
  });
});

describe('A version', () => {
  test('gets another note and another kind, and keeps its words and its place in the chain', () => {
    const content = aRecord();
    plank(start + hour)(content);
    quay(start + 2 * hour)(content);
    const before = readFileSync(join(content, versions, '3.md'), 'utf8');
    setRight(content, { slug: 'storm', number: 2, kind: 'correction', note: 'We had not counted.' });
    expect(recordOf(content)[1]).toMatchObject({
      kind: 'correction',
      note: 'We had not counted.',
      passages: [{ section: 'pier', was: 'Every plank held.', is: 'Most planks held.' }],
    });
    setRight(content, { slug: 'storm', number: 2, note: 'Not counted.' });
    expect(recordOf(content)[1]?.passages).toHaveLength(1);
    expect(faults(content)).toEqual([]);
    setRight(content, { slug: 'storm', number: 2, kind: 'minor' });
    expect(recordOf(content)[1]).toMatchObject({ kind: 'minor', note: 'Not counted.', passages: [] });
    expect(faults(content)).toEqual([]);
    expect(readFileSync(join(content, versions, '3.md'), 'utf8')).toBe(before);
  });

  test('stays as it is if the number, the kind or the passage does not fit, or nothing changes', () => {
    const content = aRecord();
    plank(start + hour)(content);
    const set = (amendment: object, number = 2) => setRight(content, { slug: 'storm', number, ...amendment });
    expect(() => set({ note: 'x' }, 3)).toThrow('There is no version 3 of storm. Its last is version 2.');
    expect(() => set({ kind: 'publish' })).toThrow('Only the first version is the publication');
    expect(() => set({ kind: 'minor' }, 1)).toThrow('its kind stays publish');
    expect(() => set({ kind: 'update' })).toThrow('already has this kind and this note');
    expect(() => set({ kind: 'correction', passages: [{ was: 'No', is: 'x' }] })).toThrow(
      'The previous version does not say "No"',
    );
    expect(recordOf(content)[1]).toMatchObject({ kind: 'update', note: 'The planks.' });
  });
});

describe('Two versions with one number', () => {
  test.each([
    ['theirs was recorded first', start + hour, start + 2 * hour, undefined, ['The planks.', 'The quay.']],
    ['ours was recorded first', start + 2 * hour, start + hour, undefined, ['The quay.', 'The planks.']],
    ['ours is published', start + hour, start + 2 * hour, 'main', ['The quay.', 'The planks.']],
    ['theirs is published', start + 2 * hour, start + hour, 'theirs', ['The planks.', 'The quay.']],
  ])('get a number each: %s', (_what, at, other, since, notes) => {
    const content = aMerge(plank(at), quay(other));
    const commit = since === undefined ? undefined : commitNamed(content, since);
    const [result] = renumber({ content, slug: 'storm', since: commit }, start + 9 * hour);
    expect(result).toMatchObject({ from: 2, to: 3 });
    expect(recordOf(content).map(({ note }) => note)).toEqual(['First published.', ...notes]);
    expect(faults(content)).toEqual([]);
  });

  longTest('leave the one that stays byte for byte', () => {
    let theirs = '';
    const content = aMerge(
      (content) => {
        plank(start + hour)(content);
        theirs = readFileSync(join(content, versions, '2.md'), 'utf8');
      },
      quay(start + 2 * hour),
    );
    renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour);
    expect(readFileSync(join(content, versions, '2.md'), 'utf8')).toBe(theirs);
  });

  test('are both first ones: the second becomes an update', () => {
    const content = aRecord();
    undoVersion({ content, slug: 'storm' }, undefined);
    git(content, `${beginning} && git switch -qc theirs`);
    record(content, { kind: 'publish', note: 'Theirs.' }, start);
    git(content, `${committing} && git switch -q main`);
    change(content, 'Every', 'Each');
    record(content, { kind: 'publish', note: 'Ours.' }, start + hour);
    git(content, `${committing} && ${conflict}`);
    renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour);
    expect(recordOf(content).map(({ kind, note }) => [kind, note])).toEqual([
      ['publish', 'Theirs.'],
      ['update', 'Ours.'],
    ]);
    expect(faults(content)).toEqual([]);
  });

  longTest('get numbers although one branch has recorded more', () => {
    const content = aMerge(
      (content) => {
        plank(start + hour)(content);
        change(content, 'title: The pier', 'title: The old pier');
        record(content, { kind: 'minor', note: 'The title.' }, start + 2 * hour);
      },
      quay(start + 3 * hour),
    );
    renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour);
    expect(recordOf(content).map(({ note }) => note)).toEqual([
      'First published.',
      'The planks.',
      'The title.',
      'The quay.',
    ]);
    expect(faults(content)).toEqual([]);
  });

  longTest('get numbers although the branch that moves has recorded more', () => {
    const content = aMerge(
      (content) => {
        plank(start + 2 * hour)(content);
        change(content, 'title: The pier', 'title: The old pier');
        record(content, { kind: 'minor', note: 'The title.' }, start + 3 * hour);
      },
      quay(start + hour),
    );
    renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour);
    expect(recordOf(content).map(({ note }) => note)).toEqual([
      'First published.',
      'The quay.',
      'The planks.',
      'The title.',
    ]);
    expect(faults(content)).toEqual([]);
  });

  longTest('get numbers after one file has been given another number by hand', () => {
    const content = aRecord();
    plank(start + hour)(content);
    const aside = join(dirname(content), 'aside.md');
    renameSync(join(content, versions, '2.md'), aside);
    change(content, 'Most planks held.', 'Every plank held.');
    quay(start + 2 * hour)(content);
    change(content, 'Every plank held.', 'Most planks held.');
    renameSync(aside, join(content, versions, '3.md'));
    renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour);
    expect(recordOf(content).map(({ note }) => note)).toEqual(['First published.', 'The quay.', 'The planks.']);
    expect(faults(content)).toEqual([]);
  });

  test('stay as they are if the text is faulty, or has nothing of the second', () => {
    const content = aMerge(plank(start + hour), quay(start + 2 * hour));
    const merged = readFileSync(join(content, pier), 'utf8');
    const file = join(content, versions, '2.md');
    const conflict = readFileSync(file, 'utf8');
    writeFileSync(join(content, pier), '---\ntitle: The pier\n---\n\nMost planks held.\n\nThe quay held.\n');
    expect(() => renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour)).toThrow(
      'has nothing that version 2 does not have',
    );
    writeFileSync(join(content, pier), '---\nnonsense: x\n---\n');
    expect(() => renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour)).toThrow('key-unknown');
    expect(readFileSync(file, 'utf8')).toBe(conflict);
    expect(readdirSync(join(content, versions))).toEqual(['1.md', '2.md']);
    writeFileSync(join(content, pier), merged);
    renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour);
    expect(faults(content)).toEqual([]);
  });

  test('are reported with the command that mends them', () => {
    const content = aMerge(plank(start + hour), quay(start + 2 * hour));
    expect(problemLines(content)).toContainEqual(
      expect.stringContaining(
        '/versions/2.md:3:1  error  conflict-marker  Two branches have recorded this version. Resolve the conflicts in the text first; then, before you commit the merge, give each version its own number: npm run revise -- storm --renumber',
      ),
    );
  });

  test('are none without a merge, and none that is published moves', () => {
    const content = aRecord();
    expect(() => renumber({ content, slug: 'storm', since: undefined }, start)).toThrow(
      'No two versions of storm share a number',
    );
    plank(start + hour)(content);
    renameSync(join(content, versions, '2.md'), join(content, versions, '3.md'));
    git(content, beginning);
    const since = commitNamed(content, 'HEAD');
    expect(() => renumber({ content, slug: 'storm', since }, start)).toThrow('is already in HEAD');
  });

  longTest('are not mended if a correction no longer fits', () => {
    const content = aMerge(
      (content) => {
        change(content, 'Every plank held.', 'Two planks held.');
        record(content, { kind: 'update', note: 'x' }, start + hour);
      },
      plank(start + 2 * hour, 'correction'),
    );
    writeFileSync(join(content, pier), '---\ntitle: The pier\n---\n\nMost planks held.\n\nThe quay held.\n');
    expect(() => renumber({ content, slug: 'storm', since: undefined }, start + 9 * hour)).toThrow(
      'record the correction again',
    );
  });
});
