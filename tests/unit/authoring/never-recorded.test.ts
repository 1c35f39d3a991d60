import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { loadContent, loadWholeContent } from '@/lib/content/load-content.ts';
import { unrecordedChanges } from '@/lib/content/unrecorded.ts';
import { isError } from '@/lib/model/problem.ts';
import { previewUnpublished } from '@/lib/publication/publish.ts';
import { aContentFolder, anIndex, fixtures } from '../../support/content-folder.ts';

const published = Date.UTC(2026, 0, 19, 18);
const minimalSite = readFileSync(join(fixtures, 'minimal-content/site.md'), 'utf8').replace(/checks:\n.*\n/, '');

/** The minimal content, whose site warns of articles that were never recorded. */
function aSite({ record = '', keys = '' } = {}): string {
  return aContentFolder({
    'site.md': minimalSite.replace('lang:', `${record}\nlang:`),
    'articles/storm/index.md': anIndex({ keys }),
  });
}

function found(content: string, now: number): string[] {
  return loadContent(content, undefined, undefined, now).problems.map(({ code }) => code);
}

describe('An article that was never recorded', () => {
  test('is reported from the instant of its publication on', () => {
    const content = aSite();
    expect(found(content, published - 1)).toEqual([]);
    expect(found(content, published)).toEqual(['never-recorded']);
  });

  test('is reported neither as a draft nor once it has expired', () => {
    expect(found(aSite({ keys: 'draft: true' }), published)).toEqual([]);
    const expiring = aSite({ keys: 'expires: 2026-01-20T18:00:00+00:00' });
    expect(found(expiring, Date.UTC(2026, 0, 20, 18))).toEqual([]);
  });

  test('is an error if the site requires a record, for the build as well', () => {
    const content = aSite({ record: 'record: required' });
    expect(found(content, published)).toEqual(['record-required']);
    const { articles } = loadWholeContent(content);
    expect(unrecordedChanges(articles, published).filter(isError)).toHaveLength(1);
    expect(previewUnpublished(loadWholeContent(content), published).remarks.size).toBe(1);
  });

  test('does not stop a build, and has no mark in the preview, if the site does not require it', () => {
    const whole = loadWholeContent(aSite());
    expect(unrecordedChanges(whole.articles, published).filter(isError)).toEqual([]);
    expect(previewUnpublished(whole, published).remarks.size).toBe(0);
  });

  test('is not one any more as soon as its first version is there; an empty folder is no version', () => {
    const content = aSite({ record: 'record: required' });
    mkdirSync(join(content, 'articles/storm/versions'));
    expect(found(content, published)).toEqual(['record-required']);
    prepareVersion(content, { slug: 'storm', kind: 'publish', note: 'x' }, published).write();
    expect(found(content, published)).toEqual([]);
  });

  test('is reported with a command that names the content folder, as a shell needs it', () => {
    const content = aSite();
    const [problem] = loadContent(content, undefined, undefined, published).problems;
    expect(problem?.message).toContain(
      `npm run revise -- storm --kind publish --note "First published." --content ${content}.`,
    );
  });

  test('is not reported beside a site whose settings cannot be read', () => {
    const content = aSite();
    writeFileSync(join(content, 'site.md'), minimalSite.replace('lang: en-GB', 'lang: xx'));
    expect(found(content, published)).toEqual(['language-unknown']);
  });
});
