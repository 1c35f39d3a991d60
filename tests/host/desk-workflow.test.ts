import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { recordChanges } from '@/lib/authoring/from-changes.ts';
import { commandLine } from '../support/command-script.ts';
import { aContentFolder, anIndex } from '../support/content-folder.ts';
import { change } from '../support/recorded-storm.ts';
import { longTest } from '../support/runs.ts';
import { aTemporaryFolder } from '../support/temporary-folder.ts';
import { twoLanguages } from '../support/two-languages.ts';
import { committing, withGit } from '../support/with-git.ts';

const workflow = z.object({
  jobs: z.record(
    z.string(),
    z.looseObject({
      steps: z.array(z.looseObject({ id: z.string().optional(), run: z.string().optional() })).default([]),
    }),
  ),
});
const { jobs } = workflow.parse(parse(readFileSync('.github/workflows/desk.yml', 'utf8')));
const script = (job: string, id: string) => jobs[job]?.steps.find((step) => step.id === id)?.run ?? 'exit 99';

const index = 'articles/storm/index.md';
const pier = 'articles/storm/1-pier.md';
const start = Date.UTC(2026, 0, 20, 12);
const hour = 3_600_000;

/** Says of a changed text how to record it, as the form does. */
function say(content: string, note: string, kind = 'update'): void {
  change(content, index, '---\n\n', `change:\n  kind: ${kind}\n  note: ${note}\n---\n\n`);
}

/**
 * A repository with a recorded article on main, and a branch desk; the folder of the content, on main.
 *
 * @param files Further files of the content.
 * @param isContentAlone Whether the repository is the content folder.
 */
function aRepository({
  files = {},
  isContentAlone = false,
}: {
  files?: Record<string, string>;
  isContentAlone?: boolean;
} = {}): { content: string; git: (line: string) => string; origin: string } {
  const content = aContentFolder({
    [index]: anIndex({ lead: 'The wind fell at dawn.\n\nThe ferries sail.' }),
    [pier]: '---\ntitle: The pier\n---\n\nEvery plank held.\n\nThe quay stood.\n',
    ...files,
  });
  const dir = isContentAlone ? content : dirname(content);
  const scripts = { revise: commandLine('revise') };
  writeFileSync(join(dir, 'package.json'), JSON.stringify({ private: true, scripts }));
  say(content, 'First.', 'publish');
  recordChanges(content, start);
  const origin = join(aTemporaryFolder(), 'origin.git');
  const git = (line: string) => withGit(dir, line);
  git(`git init --quiet && ${committing} && git branch desk && git clone --quiet --bare . "${origin}"`);
  git(`git remote add origin "${origin}" && git fetch --quiet`);
  return { content, git, origin };
}

/** What the editor changes on a branch, committed and pushed. */
function edit({ content, git }: ReturnType<typeof aRepository>, branch: string, work: (content: string) => void): void {
  git(`git switch --quiet ${branch}`);
  work(content);
  git(`${committing} && git push --quiet origin ${branch}`);
}

type Job = { status: number | null; output: string; given: Record<string, string> };

/** Runs a step in a fresh clone of the branch desk. */
function run(origin: string, step: string, env: Record<string, string> = {}): Job {
  const clone = join(dirname(origin), 'clone');
  rmSync(clone, { recursive: true, force: true });
  withGit(dirname(origin), `git clone --quiet --branch desk "${origin}" clone`);
  const handed = join(dirname(origin), 'handed');
  writeFileSync(handed, '');
  const { status, stdout, stderr } = spawnSync('bash', ['-eo', 'pipefail', '-c', step], {
    cwd: clone,
    env: { ...process.env, GITHUB_OUTPUT: handed, CONTENT: 'content', ENGINE: '.', ...env },
    encoding: 'utf8',
  });
  const given = Object.fromEntries(
    readFileSync(handed, 'utf8')
      .split('\n')
      .flatMap((line) => {
        const [, name, value] = /^(\w+)=(.*)$/.exec(line) ?? [];
        return name === undefined ? [] : [[name, value ?? '']];
      }),
  );
  return { status, output: `${stdout}${stderr}`, given };
}

/** Both jobs, one after the other. */
function both(origin: string, CONTENT = 'content'): { prepared: Job; written: Job } {
  const prepared = run(origin, script('prepare', 'take'), { CONTENT });
  const { recorded = '', numbered = '', behind = '' } = prepared.given;
  const written = run(origin, script('record', 'commit'), {
    RECORDED: recorded,
    NUMBERED: numbered,
    MERGE: String(behind === 'true' && prepared.status === 0),
    REMOTE: origin,
    CONTENT,
  });
  return { prepared, written };
}

const shown = (origin: string, path: string) => withGit(origin, `git show desk:content/${path}`);
const noteOf = (origin: string, number: number) =>
  /^note: (.*)$/m.exec(shown(origin, `articles/storm/versions/${number}.md`))?.[1];

describe('The workflow of the desk', () => {
  test('turns a stated change into a version, takes the key out, and touches nothing else', () => {
    const repository = aRepository();
    edit(repository, 'desk', (content) => {
      change(content, pier, 'Every plank', 'Each plank');
      say(content, 'We counted.');
    });
    const { origin } = repository;
    const { prepared, written } = both(origin);

    expect(prepared.output).toContain('Recorded: version 2 of storm, update.');
    expect([prepared.status, written.status]).toEqual([0, 0]);
    expect(withGit(origin, 'git show --name-status --format=%s desk').trim()).toBe(
      `Record what the desk has changed\n\nM\tcontent/${index}\nA\tcontent/articles/storm/versions/2.md`,
    );
    expect(noteOf(origin, 2)).toBe('We counted.');
    expect(shown(origin, index)).toBe(anIndex({ lead: 'The wind fell at dawn.\n\nThe ferries sail.' }));
    expect(both(origin).prepared.given).toEqual({ recorded: '' });
  });

  longTest('numbers two versions with one number anew: that of main stays, that of the desk follows', () => {
    const repository = aRepository();
    edit(repository, 'desk', (content) => {
      change(content, pier, 'Every plank', 'Each plank');
      say(content, 'From the desk.');
    });
    const { origin } = repository;
    both(origin);
    edit(repository, 'main', (content) => {
      change(content, pier, 'The quay stood.', 'The quay fell.');
      say(content, 'From the shell.');
      recordChanges(content, start + hour);
    });
    const main = withGit(origin, 'git show main:content/articles/storm/versions/2.md');
    const { prepared, written } = both(origin);

    expect([prepared.output, written.output, prepared.status, written.status].slice(2)).toEqual([0, 0]);
    expect(shown(origin, 'articles/storm/versions/2.md')).toBe(main);
    expect(noteOf(origin, 3)).toBe('From the desk.');
    expect(shown(origin, pier)).toContain('Each plank held.\n\nThe quay fell.');
    withGit(origin, 'git merge-base --is-ancestor main desk');
  });

  longTest('moves the rest of an article that was given another slug, and records what else has changed in it', () => {
    const picture = 'articles/storm/pier.png';
    const repository = aRepository({ files: { ...twoLanguages, [picture]: 'GIF\0 or anything' } });
    edit(repository, 'desk', (content) => {
      mkdirSync(join(content, 'articles/gale'));
      change(content, index, 'topics:', 'aliases: [storm]\ntopics:');
      say(content, 'We counted.');
      change(content, pier, 'Every plank', 'Each plank');
      renameSync(join(content, index), join(content, 'articles/gale/index.md'));
    });
    const { origin } = repository;
    const { prepared, written } = both(origin);

    expect([prepared.output, written.output, prepared.status, written.status].slice(2)).toEqual([0, 0]);
    expect(prepared.output).toContain('Moved: the rest of storm to gale, its new slug.');
    const files = withGit(origin, 'git ls-tree -r --name-only desk content/articles').trim().split('\n');
    expect(files.map((file) => file.replace('content/articles/', ''))).toEqual([
      'gale/1-pier.ar.md',
      'gale/1-pier.md',
      'gale/index.ar.md',
      'gale/index.md',
      'gale/pier.png',
      'gale/versions/1.md',
      'gale/versions/2.md',
    ]);
    expect(shown(origin, 'articles/gale/versions/2.md')).toContain('note: We counted.');
  });

  longTest('works where the repository is the content alone', () => {
    const repository = aRepository({ isContentAlone: true });
    edit(repository, 'desk', (content) => {
      change(content, pier, 'Every plank', 'Each plank');
      say(content, 'We counted.');
    });
    const { prepared, written } = both(repository.origin, '.');
    expect([prepared.status, written.status]).toEqual([0, 0]);
    expect(withGit(repository.origin, 'git show --name-status --format= desk').trim()).toBe(
      `M\t${index}\nA\tarticles/storm/versions/2.md`,
    );
  });

  longTest('merges main if there is nothing to number', () => {
    const repository = aRepository();
    edit(repository, 'main', (content) => writeFileSync(join(content, 'topics/sea.md'), '---\nname: Sea\n---\n'));
    const { written } = both(repository.origin);
    expect(written.status).toBe(0);
    expect(shown(repository.origin, 'topics/sea.md')).toContain('Sea');
  });

  longTest('says in plain words that two people have changed one passage, and records the rest', () => {
    const repository = aRepository();
    edit(repository, 'desk', (content) => {
      change(content, pier, 'Every plank', 'Each plank');
      say(content, 'From the desk.');
    });
    edit(repository, 'main', (content) => change(content, pier, 'Every plank', 'No plank'));
    const { prepared, written } = both(repository.origin);
    expect(prepared.status).toBe(1);
    expect(prepared.output).toContain(
      `::error file=content/${pier}::Somebody else has changed the same passage, and their text is published.`,
    );
    expect(written.status).toBe(0);
    expect(noteOf(repository.origin, 2)).toBe('From the desk.');
  });

  /** What somebody could put into a patch, by what it would touch: a path with its text, or a command of git. */
  const evil: [what: string, path: string, text: string][] = [
    ['a version that is recorded', 'content/articles/storm/versions/1.md', 'Rewritten\n'],
    ['the words of a text', `content/${index}`, 'Other words\n'],
    ['a section', `content/${pier}`, ''],
    ['another file', '.github/workflows/evil.yml', 'on: push\n'],
    ['a folder like that of versions', 'evil/versions/2.md', 'A version\n'],
    ['a link', 'content/articles/storm/versions/2.md', '->/etc/passwd'],
    [
      'a file of an article that is where it was',
      'content/articles/calm/x',
      `git mv content/${pier} content/articles/calm`,
    ],
    ['an article', 'content/articles/calm/x', `git mv content/${index} content/articles/calm`],
  ];
  test('takes over no patch that touches what it may not', () => {
    const { origin } = aRepository();
    const before = withGit(origin, 'git rev-parse desk');
    for (const [what, path, text] of evil) {
      const clone = join(dirname(origin), 'evil');
      rmSync(clone, { recursive: true, force: true });
      withGit(dirname(origin), `git clone --quiet --branch desk "${origin}" evil`);
      mkdirSync(dirname(join(clone, path)), { recursive: true });
      if (text.startsWith('git mv')) withGit(clone, text);
      else if (text.startsWith('->')) symlinkSync(text.slice(2), join(clone, path));
      else writeFileSync(join(clone, path), text);
      const RECORDED = Buffer.from(withGit(clone, 'git add --all && git diff --cached')).toString('base64');
      const { status, output } = run(origin, script('record', 'commit'), {
        RECORDED,
        NUMBERED: '',
        MERGE: 'false',
        REMOTE: origin,
      });
      expect([what, status]).toEqual([what, 1]);
      expect(output).toMatch(/would be .*\. Nothing was committed/);
      expect([what, withGit(origin, 'git rev-parse desk')]).toEqual([what, before]);
    }
  });
});
