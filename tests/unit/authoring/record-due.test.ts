import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { recordDue } from '@/lib/authoring/record-due.ts';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { memoryStore } from '@/lib/content/article-store.ts';
import { type ReadContent, readContent } from '@/lib/content/load-content.ts';
import { isError, type Problem } from '@/lib/model/problem.ts';
import { suggestedCommand } from '@/lib/model/suggested-command.ts';
import { appearing } from '@/lib/press/appearing.ts';
import { textNow } from '@/lib/press/text-now.ts';
import { type Appearances, appearancesFile, readAppearances } from '@/lib/versions/appearances.ts';
import { aContentFolder, fixtures, problemLines } from '../../support/content-folder.ts';
import { anIndexInArabic, twoLanguages } from '../../support/two-languages.ts';

const published = Date.UTC(2026, 0, 19, 18);
const hour = 3_600_000;
const pier = 'articles/storm/1-pier.md';
const nothing: Appearances = { embargoed: {}, appeared: {} };
const versionOne = 'articles/storm/versions/1.md';

function change(content: string, from: string, to: string): void {
  const file = join(content, pier);
  const text = readFileSync(file, 'utf8');
  if (!text.includes(from)) throw new Error(`no ${from}`);
  writeFileSync(file, text.replace(from, to));
}

/** What a build at an instant stores and refuses, after one that has stored something. */
function build(content: string, now: number, kept: Appearances = nothing) {
  const command = suggestedCommand('revise', ['--due'], { out: "Ada's out" });
  return buildIn(readContent(content, memoryStore()), undefined);

  function buildIn(read: ReadContent, language: string | undefined): { kept: Appearances; problems: Problem[] } {
    const articles = read.articles.map(({ parsed }) => parsed);
    const textOf = (slug: string) => textNow(content, slug, language);
    const own = appearing(articles, now, kept, language, textOf, command);
    const others = read.others.map((other) => buildIn(other, other.lang));
    const all: Appearances = {
      embargoed: Object.assign(own.kept.embargoed, ...others.map((other) => other.kept.embargoed)),
      appeared: Object.assign(own.kept.appeared, ...others.map((other) => other.kept.appeared)),
    };
    const problems = [...own.problems.values()].filter(isError);
    return { kept: all, problems: [...problems, ...others.flatMap((other) => other.problems)] };
  }
}

/** A site that requires a record, with an article under embargo. */
function required(): string {
  const site = readFileSync(join(fixtures, 'minimal-content/site.md'), 'utf8');
  return aContentFolder({ 'site.md': site.replace('lang:', 'record: required\nlang:') });
}

describe('An article whose embargo ends', () => {
  test('may change until then, and appears without a version', () => {
    const content = required();
    const before = build(content, published - 1);
    expect(before).toEqual({ kept: { embargoed: { storm: published }, appeared: {} }, problems: [] });
    change(content, 'Every', 'Each');
    const { kept, problems } = build(content, published, before.kept);
    expect(problems).toEqual([]);
    expect(JSON.stringify(kept.appeared['storm'])).toContain('Each plank held.');
    expect(kept.appeared['storm']?.at).toBe(published);
  });

  test('appears with words of its own although others were recorded under embargo', () => {
    const content = required();
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, published - hour).write();
    change(content, 'Every', 'Each');
    const { kept, problems } = build(content, published, build(content, published - 1).kept);
    expect(problems).toEqual([]);
    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([
      { slug: 'storm', is: 'recorded', number: 2 },
    ]);
    const text = readFileSync(join(content, 'articles/storm/versions/2.md'), 'utf8');
    expect(text).toMatch(/kind: minor\n(.+\n)*scheduled: true\n/);
    expect(problemLines(content)).toEqual([]);
  });

  test('counts as published from then on: its words must not change before a version has them', () => {
    const content = required();
    const { kept } = build(content, published, build(content, published - 1).kept);
    change(content, 'Every', 'Each');
    const later = build(content, published + hour, kept);
    expect(later.problems).toMatchObject([{ code: 'unrecorded' }]);
    expect(later.problems[0]?.message).toContain(
      'what appeared on 2026-01-19T18:00:00Z differs in section pier, and no version has it. Record what appeared with npm run revise -- --due --out "Ada\'s out", then',
    );
    expect(JSON.stringify(later.kept)).toContain('Every plank held.');
  });

  test('is refused without a version if no build has seen its embargo', () => {
    const { kept, problems } = build(required(), published);
    expect(problems).toMatchObject([{ code: 'record-required' }]);
    expect(kept).toEqual(nothing);
  });

  test('is refused without a version if an editor took the embargo off', () => {
    const content = required();
    const { kept } = build(content, published - 3 * hour);
    const index = join(content, 'articles/storm/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('T18:00', 'T16:00'));
    expect(build(content, published - hour, kept).problems).toMatchObject([{ code: 'record-required' }]);
  });

  test('may change on, with a warning, if it has no version and needs none', () => {
    const content = aContentFolder();
    const { kept } = build(content, published, build(content, published - 1).kept);
    change(content, 'Every', 'Each');
    const later = build(content, published + hour, kept);
    expect(later.problems).toEqual([]);
    expect(JSON.stringify(later.kept)).toContain('Every plank held.');
  });

  test('is no concern any more once its words are recorded', () => {
    const content = required();
    const { kept } = build(content, published, build(content, published - 1).kept);
    recordDue(content, kept, published + 9 * hour);
    expect(build(content, published + hour, kept)).toEqual({ kept: nothing, problems: [] });
  });

  test('is no concern either if it has expired since', () => {
    const content = required();
    const { kept } = build(content, published, build(content, published - 1).kept);
    recordDue(content, kept, published + 9 * hour);
    const index = join(content, 'articles/storm/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('topics:', 'expires: 2026-01-19T19:00:00+00:00\ntopics:'));
    expect(build(content, published + 9 * hour, kept)).toEqual({ kept: nothing, problems: [] });
  });

  test('keeps its words while it is a draft again', () => {
    const content = required();
    const { kept } = build(content, published, build(content, published - 1).kept);
    const index = join(content, 'articles/storm/index.md');
    writeFileSync(index, readFileSync(index, 'utf8').replace('topics:', 'draft: true\ntopics:'));
    expect(build(content, published + hour, kept).kept).toEqual(kept);
  });
});

describe('The version that is due', () => {
  const appeared = (content: string) => build(content, published + 1, build(content, published - 1).kept).kept;

  test('has the words that readers saw and the instant of the build, also after the text has changed', () => {
    const content = required();
    const kept = appeared(content);
    change(content, 'Every', 'Each');
    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([
      { slug: 'storm', is: 'recorded', number: 1 },
    ]);
    const text = readFileSync(join(content, versionOne), 'utf8');
    expect(text).toContain(
      'version: 1\nrecorded: 2026-01-19T18:00:00+00:00\nkind: publish\nnote: Published on schedule.\n',
    );
    expect(text).toContain('Every plank held.');
    expect(problemLines(content)).toEqual([expect.stringContaining('"Every" became "Each"')]);
  });

  test('is written once, and not if a later one is there or the article is gone', () => {
    const content = required();
    const kept = appeared(content);
    recordDue(content, kept, published + 9 * hour);
    expect(recordDue(content, kept, published + 9 * hour)).toEqual([{ slug: 'storm', is: 'there already' }]);
    rmSync(join(content, versionOne));
    change(content, 'Every', 'Each');
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, published + hour).write();
    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([
      { is: 'not recorded', why: expect.stringContaining('version 1') },
    ]);
    rmSync(join(content, 'articles/storm'), { recursive: true });
    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([{ is: 'not recorded' }]);
  });

  test('is not written before its instant, which a build with --as-of may have shown', () => {
    const content = required();
    expect(recordDue(content, appeared(content), published)).toMatchObject([{ is: 'not recorded' }]);
  });

  test('is read from what a build has kept; nothing is due if it cannot be read', () => {
    const content = required();
    const buildCache = join(dirname(content), 'out.press');
    expect(readAppearances(buildCache)).toEqual(nothing);
    mkdirSync(buildCache);
    const kept = appeared(content);
    writeFileSync(appearancesFile(buildCache), JSON.stringify(kept));
    expect(readAppearances(buildCache)).toEqual(kept);
    writeFileSync(appearancesFile(buildCache), '{"embargoed": {');
    expect(readAppearances(buildCache)).toEqual(nothing);
  });
});

describe('A translation whose embargo ends with that of its original', () => {
  const inArabic = 'articles/storm/index.ar.md';
  const translated = () =>
    aContentFolder({
      ...twoLanguages,
      'site.md': twoLanguages['site.md'].replace('lang:', 'record: required\nlang:'),
    });
  const write = (content: string, text: string) => writeFileSync(join(content, inArabic), text);

  test('may change until then, appears without a version, and counts as published from then on', () => {
    const content = translated();
    const before = build(content, published - 1);
    expect(before).toEqual({
      kept: { embargoed: { storm: published, 'ar/storm': published }, appeared: {} },
      problems: [],
    });
    write(content, anIndexInArabic({ lead: 'هدأت الريح ليلاً.' }));

    const { kept, problems } = build(content, published, before.kept);
    expect(problems).toEqual([]);
    expect(Object.keys(kept.appeared)).toEqual(['storm', 'ar/storm']);
    expect(kept.appeared['ar/storm']).toMatchObject({ at: published, translates: 1 });
    expect(JSON.stringify(kept.appeared['ar/storm']?.parts)).toContain('هدأت الريح ليلاً.');

    write(content, anIndexInArabic());
    const later = build(content, published + hour, kept);
    expect(later.problems).toMatchObject([{ code: 'unrecorded', file: expect.stringContaining(inArabic) }]);
    expect(later.problems[0]?.message).toContain('what appeared on 2026-01-19T18:00:00Z differs in lead');
    expect(later.kept).toEqual(kept);
  });

  test('is refused without a version if it came after the embargo', () => {
    const content = translated();
    rmSync(join(content, inArabic));
    rmSync(join(content, 'articles/storm/1-pier.ar.md'));
    const { kept } = build(content, published - 1);
    writeFileSync(join(content, 'articles/storm/1-pier.ar.md'), twoLanguages['articles/storm/1-pier.ar.md']);
    write(content, anIndexInArabic());

    expect(build(content, published, kept).problems).toMatchObject([
      { code: 'record-required', file: expect.stringContaining(inArabic) },
    ]);
  });

  test('is recorded in a version of its language, with the version of the original that it translated then', () => {
    const content = translated();
    const { kept } = build(content, published, build(content, published - 1).kept);
    write(content, anIndexInArabic({ lead: 'هدأت الريح ليلاً.' }));

    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([
      { slug: 'storm', lang: undefined, is: 'recorded', number: 1 },
      { slug: 'storm', lang: 'ar', is: 'recorded', number: 1, file: expect.stringMatching(/versions\/1\.ar\.md$/) },
    ]);
    const text = readFileSync(join(content, 'articles/storm/versions/1.ar.md'), 'utf8');
    expect(text).toContain('recorded: 2026-01-19T18:00:00+00:00\nkind: publish\nnote: نُشر');
    expect(text).toContain('translates: 1\n');
    expect(text).toContain('هدأت الريح عند الفجر.');
    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([
      { is: 'there already' },
      { lang: 'ar', is: 'there already' },
    ]);
  });

  test('is not recorded if the translation is gone since', () => {
    const content = translated();
    const { kept } = build(content, published, build(content, published - 1).kept);
    rmSync(join(content, inArabic));

    expect(recordDue(content, kept, published + 9 * hour)).toMatchObject([
      { slug: 'storm', is: 'recorded' },
      { slug: 'storm', lang: 'ar', is: 'not recorded', why: expect.stringContaining('no longer exists') },
    ]);
  });
});
