import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, test } from 'vitest';
import { articleSchema, siteSchema } from '@/lib/content/files/schema.ts';
import { loadContent } from '@/lib/content/load-content.ts';
import { type DeskSite, deskConfig, deskHosts } from '@/lib/desk/desk-config.ts';
import type { Desk } from '@/lib/model/desk.ts';
import { aContentFolder, fixtures, problemLines } from '../../support/content-folder.ts';

const nothing = { host: undefined, app: undefined, signIn: undefined };
const github: Desk = { backend: 'github', repo: 'harbour/news', branch: 'desk', folder: 'content', ...nothing };
const aSite = (languages = ['en-GB'], desk: Partial<Desk> = {}): DeskSite => ({
  name: 'The Harbour',
  url: 'https://harbour.example',
  languages,
  timeZone: 'Europe/London',
  desk: { ...github, ...desk },
});

type Named = { name: string; fields?: Named[]; [key: string]: unknown };
type Config = { collections: Named[]; singletons: Named[]; backend: object };
const configOf = (site: DeskSite) => deskConfig(site).config as unknown as Config;

const schema = JSON.parse(readFileSync('node_modules/@sveltia/cms/schema/sveltia-cms.json', 'utf8'));
const isValid = new Ajv({ strict: false, allErrors: true, formats: { regex: true, uri: true } }).compile(schema);

describe('The configuration of the desk', () => {
  test.each([
    ['in one language, on GitHub', aSite()],
    ['in two languages', aSite(['en-GB', 'ar'])],
    ['with a worker that signs in', aSite(['ar'], { signIn: 'https://sign-in.example' })],
    ['on GitLab', aSite(['en'], { backend: 'gitlab', app: 'abc' })],
    ['on a GitLab of its own', aSite(['en'], { backend: 'gitlab', app: 'abc', host: 'https://git.example/' })],
    ['on Forgejo', aSite(['en'], { backend: 'forgejo', app: 'abc', host: 'https://git.example' })],
    ['in a repository of content alone', aSite(['en'], { folder: '.' })],
  ])('is what the CMS accepts: %s', (_what, site) => {
    isValid(configOf(site));
    expect(isValid.errors ?? []).toEqual([]);
  });

  test('is refused by the same test if it is wrong', () => {
    expect(isValid({ ...configOf(aSite()), publish_mode: 'loud' })).toBe(false);
  });

  test('has every key of the content, in the words of the schema', () => {
    const { collections, singletons } = configOf(aSite());
    const namesOf = (one: Named | undefined) => one?.fields?.map(({ name }) => name).sort();
    expect(namesOf(collections.find(({ name }) => name === 'articles'))).toEqual(
      [...Object.keys(articleSchema.shape), 'body'].sort(),
    );
    expect(namesOf(singletons.find(({ name }) => name === 'site'))).toEqual(
      [...Object.keys(siteSchema.shape), 'body'].sort(),
    );
    const title = collections[0]?.fields?.find(({ name }) => name === 'title');
    expect(title).toEqual({
      name: 'title',
      label: 'Title',
      required: true,
      hint: 'The headline, 110 characters at most',
      widget: 'string',
    });
  });

  test('asks for dates in the time zone of the site, and never with a format, which would hang the CMS', () => {
    const dates: Named[] = [];
    const walk = (fields: readonly Named[] = []) => {
      for (const field of fields) {
        if (field['widget'] === 'datetime') dates.push(field);
        walk(field.fields);
      }
    };
    for (const { fields } of configOf(aSite()).collections) walk(fields);
    expect(dates.map(({ name }) => name)).toEqual(expect.arrayContaining(['published', 'expires', 'when']));
    expect(dates.every((field) => field['input_timezone'] === 'Europe/London' && !('format' in field))).toBe(true);
  });

  test('lets editors change a slug where a former one is noted or demanded, and delete what leaves no gap', () => {
    const { collections } = configOf(aSite(['en-GB', 'ar']));
    const may = (what: (one: Named) => boolean) => collections.filter(what).map(({ name }) => name);
    expect(may(({ slug }) => (slug as { editable: string[] }).editable.includes('update'))).toEqual([
      'articles',
      'series',
      'pages',
    ]);
    expect(may((one) => one['aliases_field'] !== false)).toEqual(['articles', 'series']);
    expect(may((one) => one['delete'] !== false)).toEqual(['sections', 'sections-ar', 'series', 'glossary', 'pages']);
  });

  test('is in the language of the publication, every label and hint of it', () => {
    const words: string[] = [];
    const walk = (part: unknown) => {
      if (typeof part !== 'object' || part === null) return;
      for (const [key, value] of Object.entries(part)) {
        if (['label', 'label_singular', 'hint'].includes(key) && typeof value === 'string') words.push(value);
        else if (key === 'pattern') words.push(value[1]);
        else walk(value);
      }
    };
    walk(configOf(aSite(['ar', 'en'])));
    expect(words.length).toBeGreaterThan(200);
    expect(words.filter((one) => !/\p{Script=Arabic}/u.test(one))).toEqual([]);
    expect(words).toContain('المقالات (en)');
  });

  test('demands of a picture what it shows and who made it', () => {
    const picture = configOf(aSite()).collections[0]?.fields?.find(({ name }) => name === 'picture');
    const required = picture?.fields?.filter((field) => field['required'] === true).map(({ name }) => name);
    expect(required).toEqual(['alt', 'credit']);
  });

  test('has a collection and files for each further language', () => {
    const { collections, singletons } = configOf(aSite(['en-GB', 'ar']));
    expect(collections.find(({ name }) => name === 'articles-ar')).toMatchObject({ path: '{{slug}}/index.ar' });
    expect(singletons.map(({ file }) => file)).toEqual([
      'content/site.md',
      'content/site.ar.md',
      'content/front.md',
      'content/front.ar.md',
      'content/redirects.md',
    ]);
  });

  test('connects to the git host alone', () => {
    expect(deskHosts(github)).toEqual(['https://api.github.com']);
    expect(deskHosts({ ...github, signIn: 'https://sign.example/in' })).toEqual([
      'https://api.github.com',
      'https://sign.example',
    ]);
    expect(deskHosts({ ...github, backend: 'forgejo', host: 'https://git.example/' })).toEqual(['https://git.example']);
  });
});

describe('The key desk', () => {
  const minimal = readFileSync(`${fixtures}/minimal-content/site.md`, 'utf8');
  const withDesk = (desk: string) => aContentFolder({ 'site.md': minimal.replace('lang:', `desk: ${desk}\nlang:`) });

  test('is read with its defaults', () => {
    const { content } = loadContent(withDesk('{ backend: github, repo: harbour/news }'));
    expect(content?.site.desk).toEqual(github);
    expect(loadContent(aContentFolder()).content?.site).not.toHaveProperty('desk');
  });

  test.each([
    ['{ backend: svn, repo: harbour/news }', 'value-unknown', 'desk.backend is "svn"'],
    ['{ backend: github, repo: news }', 'value-invalid', 'Write its owner and its name'],
    ['{ backend: github }', 'key-missing', 'desk.repo is missing'],
    ['{ backend: gitlab, repo: harbour/news }', 'value-invalid', 'desk.app is missing'],
    ['{ backend: forgejo, repo: harbour/news, app: a }', 'value-invalid', 'desk.host is missing'],
    ['{ backend: github, repo: harbour/news, token: x }', 'key-unknown', 'There is no key "token" here'],
  ])('is checked, with the place of what is wrong: %s', (desk, code, message) => {
    const [line = '', ...others] = problemLines(withDesk(desk));
    expect(others).toEqual([]);
    expect(line).toMatch(/^content\/site\.md:\d+:\d+ /);
    expect(line).toContain(`  ${code}  `);
    expect(line).toContain(message);
  });
});
