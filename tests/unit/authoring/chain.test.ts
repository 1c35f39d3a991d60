import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { redact } from '@/lib/authoring/redact.ts';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { aContentFolder, problemLines } from '../../support/content-folder.ts';

const start = Date.UTC(2026, 0, 20, 12);
const hour = 3_600_000;
const pier = 'articles/storm/1-pier.md';

/** A content folder with three versions of the storm: every, each, and most planks held. */
function threeVersions(): string {
  const content = aContentFolder({ [pier]: '---\ntitle: The pier\n---\n\nEvery plank held, says Ada.\n' });
  const record = (kind: 'publish' | 'update', at: number) =>
    prepareVersion(content, { slug: 'storm', kind, note: 'x' }, at).write();
  record('publish', start);
  change(content, pier, 'Every plank', 'Each plank');
  record('update', start + hour);
  change(content, pier, 'Each plank', 'Most planks');
  record('update', start + 2 * hour);
  return content;
}

const version = (content: string, number: number) => join(content, `articles/storm/versions/${number}.md`);
const textOf = (content: string, number: number) => readFileSync(version(content, number), 'utf8');
const previousOf = (content: string, number: number) =>
  /^previous: ([0-9a-f]{64})$/m.exec(textOf(content, number))?.[1];

function change(content: string, path: string, from: string | RegExp, to: string): void {
  const file = join(content, path);
  const text = readFileSync(file, 'utf8');
  const changed = text.replace(from, to);
  if (changed === text) throw new Error(`no ${from}`);
  writeFileSync(file, changed);
}

describe('The chain of versions', () => {
  test('names in each version but the first the digest of the words of the one before', () => {
    const content = threeVersions();
    expect(previousOf(content, 1)).toBeUndefined();
    expect(previousOf(content, 2)).toBeDefined();
    expect(previousOf(content, 3)).not.toBe(previousOf(content, 2));
    expect(problemLines(content)).toEqual([]);
  });

  test('is faulty if the words of a version were rewritten', () => {
    const content = threeVersions();
    change(content, 'articles/storm/versions/1.md', 'Every plank', 'Ten planks');
    expect(problemLines(content)).toEqual([
      'content/articles/storm/versions/1.md:1:1  error  version-digest  The words of this version were changed after it was recorded: version 2 has another digest of them. Restore the file; this finds it in git: git log --oneline -- content/articles/storm/versions/1.md',
    ]);
  });

  test('is faulty if a version was taken out and the others have other numbers', () => {
    const content = threeVersions();
    rmSync(version(content, 2));
    renameSync(version(content, 3), version(content, 2));
    change(content, 'articles/storm/versions/2.md', 'version: 3', 'version: 2');
    expect(problemLines(content).join('\n')).toContain('versions/1.md:1:1  error  version-digest');
  });

  test('is faulty if a version does not name the one before any more', () => {
    const content = threeVersions();
    change(content, 'articles/storm/versions/3.md', /previous: .*\n/, '');
    expect(problemLines(content)).toEqual([
      'content/articles/storm/versions/3.md:1:1  error  version-digest  This version has no digest of the previous one, but version 2 has one. Restore the file; this finds it in git: git log --oneline -- content/articles/storm/versions/3.md',
    ]);
  });

  test('is faulty if the first version names one before it, or a digest is none', () => {
    const content = threeVersions();
    change(content, 'articles/storm/versions/1.md', 'note:', `previous: ${'f'.repeat(64)}\nnote:`);
    expect(problemLines(content).join('\n')).toContain('versions/1.md:5:11  error  version-digest');
    change(content, 'articles/storm/versions/1.md', /previous: .*/, 'previous: abc');
    expect(problemLines(content).join('\n')).toContain('versions/1.md:5:11  error  value-format');
  });

  test('has neither notes nor kinds, nor line ends in it', () => {
    const content = threeVersions();
    change(content, 'articles/storm/versions/2.md', 'note: x', 'note: Another note.');
    change(content, 'articles/storm/versions/2.md', 'kind: update', 'kind: minor');
    writeFileSync(version(content, 1), textOf(content, 1).replaceAll('\n', '\r\n'));
    expect(problemLines(content)).toEqual([]);
  });

  test('sees no change in a text that loses its line ends of Windows, or gets them', () => {
    const content = aContentFolder();
    const files = ['index.md', '1-pier.md'].map((name) => join(content, 'articles/storm', name));
    const unix = files.map((file) => readFileSync(file, 'utf8'));
    const write = (end: string) =>
      files.forEach((file, at) => void writeFileSync(file, (unix[at] ?? '').replaceAll('\n', end)));
    write('\r\n');
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, start).write();
    write('\n');
    expect(problemLines(content)).toEqual([]);
    expect(() => prepareVersion(content, { slug: 'storm', kind: 'minor', note: 'x' }, start + hour)).toThrow(
      'Nothing has changed',
    );
    write('\r\n');
    expect(problemLines(content)).toEqual([]);
  });

  test('begins with the first version that names a digest', () => {
    const content = threeVersions();
    change(content, 'articles/storm/versions/2.md', /previous: .*\n/, '');
    change(content, 'articles/storm/versions/1.md', 'Every plank', 'Ten planks');
    expect(problemLines(content)).toEqual([]);
    change(content, 'articles/storm/versions/2.md', 'Each plank', 'Ten planks');
    expect(problemLines(content).join('\n')).toContain('versions/2.md:1:1  error  version-digest');
  });

  test('goes on over a redaction, which names the digest that it replaces', () => {
    const content = threeVersions();
    const before = previousOf(content, 2);
    change(content, pier, ', says Ada', '');
    prepareVersion(content, { slug: 'storm', kind: 'minor', note: 'x' }, start + 3 * hour).write();
    const order = { slug: 'storm', passage: 'Every plank', reason: 'safety', notice: '[Removed: safety]' };
    expect(redact(content, order, start + 4 * hour)).toEqual([1]);
    expect(textOf(content, 1)).toContain(`replaces: ${before}`);
    expect(previousOf(content, 2)).not.toBe(before);
    expect(problemLines(content)).toEqual([]);
    change(content, 'articles/storm/versions/1.md', 'Removed: safety', 'Removed: nothing');
    expect(problemLines(content).join('\n')).toContain('versions/1.md:1:1  error  version-digest');
  });

  test('goes on after a section has another id', () => {
    const content = threeVersions();
    renameSync(join(content, pier), join(content, 'articles/storm/1-quay.md'));
    change(content, 'articles/storm/1-quay.md', 'title: The pier', 'title: The quay\naliases: [pier]');
    prepareVersion(content, { slug: 'storm', kind: 'minor', note: 'x' }, start + 3 * hour).write();
    expect(problemLines(content)).toEqual([]);
  });
});
