import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aPng } from './a-png.ts';

/** Headlines of different lengths, and the subjects of their articles. */
const stories = [
  ['Council votes to reopen the river path', 'city'],
  ['Why the harvest came two weeks early, and what it means for the price of bread this winter', 'farming'],
  ['Night trains return', 'travel'],
  ['A library, a lighthouse and the long argument about who pays for them', 'city'],
  ['Teachers accept the offer after eleven days', 'schools'],
] as const;

const topics = ['city', 'farming', 'travel', 'schools'];

/**
 * Writes a content folder with `count` articles of different lengths, one an hour, for pages that list many. All are on
 * the topic `tests` and by `ada`; every third is also by `ben`. The first day is in the previous year. Every seventh
 * has a picture, and so do the newest of very many: every fourth of these has a map.
 */
export function writePlenty(dir: string, count: number): void {
  rmSync(dir, { recursive: true, force: true });
  cpSync('tests/fixtures/sites/features', dir, { recursive: true });
  rmSync(join(dir, 'articles'), { recursive: true });
  for (const entry of ['nobody', 'town']) rmSync(join(dir, 'glossary', `${entry}.md`));
  for (const file of ['site.md', 'redirects.md']) rmSync(join(dir, file));
  write(join(dir, 'site.md'), [
    'name: The Example',
    'tagline: A site with plenty of articles',
    'url: https://example.org',
    'lang: en-GB',
    'timeZone: Europe/London',
    'publisher: { name: Example Press }',
    'contact: desk@example.org',
  ]);
  for (const topic of topics) {
    write(join(dir, 'topics', `${topic}.md`), [`name: ${topic.slice(0, 1).toUpperCase()}${topic.slice(1)}`]);
  }
  for (let index = 0; index < count; index++) {
    const [title, topic] = stories[index % stories.length] ?? stories[0];
    const day = index < 24 ? '2025-12-30' : `2026-01-${10 + Math.floor(index / 24)}`;
    const hour = String(index % 24).padStart(2, '0');
    write(join(dir, 'articles', `article-${index + 1}`, 'index.md'), [
      `title: ${title}`,
      `standfirst: ${'What happened, who says so, and what comes next. '.repeat((index % 3) + 1)}`,
      `authors: [ada${index % 3 === 2 ? ', ben' : ''}]`,
      `published: ${day}T${hour}:00:00+00:00`,
      `topics: [${topic}, tests]`,
      `kind: ${index % 4 === 1 ? 'analysis' : 'report'}`,
      ...pictureOf(index),
    ]);
    if (pictureOf(index).includes(fromFile)) {
      writeFileSync(join(dir, 'articles', `article-${index + 1}`, 'field.png'), aPng({ width: 480, height: 300 }));
    }
  }
}

/** Adds a second language to such a folder, with the first `count` of the articles and all that they name. */
export function addArabic(dir: string, count: number): void {
  const site = join(dir, 'site.md');
  writeFileSync(site, readFileSync(site, 'utf8').replace('lang: en-GB', 'lang: en-GB\nlanguages: [en-GB, ar]'));
  write(join(dir, 'site.ar.md'), ['name: المثال', 'tagline: موقع فيه مقالات كثيرة']);
  for (const folder of ['authors', 'topics', 'glossary']) {
    for (const name of readdirSync(join(dir, folder)).filter((one) => one.endsWith('.md'))) {
      write(join(dir, folder, name.replace(/md$/, 'ar.md')), [`name: اسم ${name.slice(0, -3)}`]);
    }
  }
  for (let number = 1; number <= count; number++) {
    const slug = `article-${number}`;
    const picture = readFileSync(join(dir, 'articles', slug, 'index.md'), 'utf8').includes('picture:');
    write(join(dir, 'articles', slug, 'index.ar.md'), [
      'translates: 1',
      'translator: نور',
      `title: المقال ${number}`,
      `standfirst: ${'ما حدث، ومن قاله، وما يأتي. '.repeat(2)}`,
      ...(picture ? ['picture: { alt: صورة, credit: نور }'] : []),
    ]);
  }
}

const fromFile = '  image: field.png';

/** The picture of an article as front matter has it; nothing if it has none. */
function pictureOf(index: number): string[] {
  if (index % 7 !== 6 && index < 55) return [];
  const file = index % 4 === 0 ? '  map: { places: [geneva] }' : fromFile;
  return ['picture:', file, '  alt: A field, and nothing in it', '  credit: Example Press'];
}

function write(file: string, keys: readonly string[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `---\n${keys.join('\n')}\n---\n\nThe text.\n`);
}
