import { globSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { describe, expect, test } from 'vitest';
import { newSite, refuseFolder } from '@/lib/authoring/new-site.ts';
import { faultOf, type SiteAnswers } from '@/lib/authoring/site-answers.ts';
import { checkContent } from '@/lib/check/check-content.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { knownLanguages } from '@/lib/languages/languages.ts';
import { formatProblem } from '@/lib/model/problem.ts';
import { harbour, hope } from '../../support/site-answers.ts';
import { aTemporaryFolder } from '../../support/temporary-folder.ts';

const now = Date.UTC(2026, 10, 28, 20, 30);

/** Every problem of a content folder, warnings too. */
async function problemsOf(content: string): Promise<string[]> {
  const problems = await checkContent(content, { now });
  return problems.map((problem) => formatProblem(problem));
}

describe('A new publication', () => {
  test.each([
    ['in English', harbour],
    ['in Arabic', hope],
    ['in the Arabic of a country', { ...hope, lang: 'ar-IQ' }],
  ])('%s passes the check, warnings included', async (_what, answers) => {
    const content = join(aTemporaryFolder(), 'news');

    newSite(content, answers, now);

    expect(await problemsOf(content)).toEqual([]);
  });

  test.each(knownLanguages)('begins in the words of its language: %s', (lang) => {
    const content = aTemporaryFolder();

    newSite(content, { ...harbour, lang }, now);

    const letters = lang === 'ar' ? /\p{Script=Arabic}/u : /\p{Script=Latin}/u;
    for (const { teaser, read } of loadWholeContent(content).articles) {
      expect([teaser.title, teaser.standfirst, ...read().sections.map(({ title }) => title)].join()).toMatch(letters);
    }
    expect(loadWholeContent(content).articles).toHaveLength(1);
  });

  test('says what was answered, and has an author, a topic, a page and an article', () => {
    const content = join(aTemporaryFolder(), 'news');

    const files = newSite(content, harbour, now);

    const { site, authors, topics, articles } = loadWholeContent(content);
    expect(site).toMatchObject({ ...harbour, tagline: 'News from The Harbour Gazette' });
    expect([authors.length, topics.length, articles.length]).toEqual([1, 1, 1]);
    expect(globSync('**/*.md', { cwd: content }).sort()).toEqual(
      files.map((file) => file.slice(content.length + 1)).sort(),
    );
    expect(readdirSync(content).sort()).toEqual(['articles', 'authors', 'pages', 'site.md', 'topics']);
  });

  test('shows its first article to nobody but the newsroom', () => {
    const content = aTemporaryFolder();

    newSite(content, harbour, now);

    expect(loadWholeContent(content).articles.map(({ teaser }) => teaser.draft)).toEqual([true]);
  });

  test('names itself in the commands of the first article, as a shell takes it', () => {
    const content = join(aTemporaryFolder(), "the harbour's");

    newSite(content, harbour, now);

    const text = readFileSync(join(content, 'articles/how-to-write-an-article/1-publish.md'), 'utf8');
    expect(text).toContain(`npm run check -- --content "${content}"\n`);
    expect(text).toContain(
      `npm run revise -- how-to-write-an-article --kind publish --note "…" --content "${content}"\n`,
    );
  });

  test.each(['R&D *News* <b>', 'A: "b" # c', '- one', 'yes', '[x](y)'])(
    'takes the name %j as it is written',
    (name) => {
      const content = aTemporaryFolder();

      newSite(content, { ...harbour, name, publisher: name }, now);

      const { site } = loadWholeContent(content);
      expect([site.name, site.publisher]).toEqual([name, name]);
      expect(new JSDOM(site.about).window.document.body.textContent).toContain(`${name} publishes this site.`);
    },
  );

  test('leaves alone what a new repository has in it', () => {
    const content = aTemporaryFolder();
    mkdirSync(join(content, '.git'));
    writeFileSync(join(content, 'README.md'), 'Ours');

    refuseFolder(content, process.cwd());
    newSite(content, harbour, now);

    expect(readFileSync(join(content, 'README.md'), 'utf8')).toBe('Ours');
    expect(readdirSync(content)).toContain('.git');
  });
});

describe('No publication begins', () => {
  test('in a folder that has anything in it, or in the place of a file', () => {
    const dir = aTemporaryFolder();
    writeFileSync(join(dir, 'letter.txt'), 'mine');

    expect(() => refuseFolder(dir, process.cwd())).toThrow(`${dir} is not empty. Name another folder`);
    expect(() => refuseFolder(join(dir, 'letter.txt'), process.cwd())).toThrow(/is a file/);
  });

  test('in the engine, but in the folder content/', () => {
    const root = aTemporaryFolder();
    const link = join(aTemporaryFolder(), 'link');
    symlinkSync(root, link);

    expect(() => refuseFolder(join(root, 'lib/news'), root)).toThrow('Name one beside it, such as ../news, or content');
    expect(() => refuseFolder(join(link, 'news'), root)).toThrow('in the folder of Standfirst itself');
    expect(() => refuseFolder(join(root, 'content'), root)).not.toThrow();
    expect(() => refuseFolder(`${root}-news`, root)).not.toThrow();
  });

  test('where no folder can be, and nothing is left behind', () => {
    const file = join(aTemporaryFolder(), 'notes');
    writeFileSync(file, 'Call Ada.');

    expect(() => newSite(join(file, 'news'), harbour, now)).toThrow(/ENOTDIR/);
    expect(readFileSync(file, 'utf8')).toBe('Call Ada.');
  });

  test('half-way: if one file cannot be put in its place, nothing is left', () => {
    const content = aTemporaryFolder();
    mkdirSync(join(content, 'topics/sea'), { recursive: true });

    expect(() => newSite(content, harbour, now)).toThrow();
    expect(readdirSync(content)).toEqual(['topics']);
    expect(readdirSync(join(content, 'topics'))).toEqual(['sea']);
  });
});

describe('An answer', () => {
  test.each([
    ['name', '', 'name is empty. Write its text, or remove the key.'],
    ['url', 'harbour.example', 'url is "harbour.example". Write a whole address that begins with https://.'],
    ['lang', 'fr', 'The interface has no words for "fr". Known: en, ar.'],
    ['lang', 'British English', '"British English" is not a language tag. Write one such as en-GB or ar.'],
    [
      'timeZone',
      'GMT+1',
      '"GMT+1" is not a time zone of the IANA database. Write one such as Europe/London or Asia/Baghdad.',
    ],
    ['publisher', '', 'publisher.name is empty. Write its text, or remove the key.'],
    ['contact', 'the desk', 'contact is "the desk". Write an e-mail address.'],
  ] as const)('%s: %j gets the words of the check of site.md', (key, answer, fault) => {
    expect(faultOf(key, answer)).toBe(fault);
  });

  test.each(Object.entries({ ...harbour, name: '2026', publisher: '- #: "' }))('%s: %j is taken', (key, answer) => {
    expect(faultOf(key as keyof SiteAnswers, answer)).toBeUndefined();
  });
});
