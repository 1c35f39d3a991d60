import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const headlines = [
  'Council votes to reopen the river path',
  'Why the harvest came two weeks early, and what it means for the price of bread this winter',
  'Night trains return',
  'A library, a lighthouse and the long argument about who pays for them',
  'Teachers accept the offer after eleven days',
];

/** Writes a content folder with `count` articles of differing length, one an hour, for pages that list many. */
export function writePlenty(dir: string, count: number): void {
  rmSync(dir, { recursive: true, force: true });
  cpSync('tests/fixtures/sites/features', dir, { recursive: true });
  for (const folder of ['articles', 'glossary']) rmSync(join(dir, folder), { recursive: true });
  rmSync(join(dir, 'site.md'));
  write(join(dir, 'site.md'), [
    'name: The Example',
    'tagline: A site with plenty of articles',
    'url: https://example.org',
    'lang: en-GB',
    'timeZone: Europe/London',
    'publisher: { name: Example Press }',
    'contact: desk@example.org',
  ]);
  for (let index = 0; index < count; index++) {
    const title = headlines[index % headlines.length];
    const hour = String(index % 24).padStart(2, '0');
    write(join(dir, 'articles', `article-${index + 1}`, 'index.md'), [
      `title: ${title}`,
      `standfirst: ${'What happened, who says so, and what comes next. '.repeat((index % 3) + 1)}`,
      'authors: [ada]',
      `published: 2026-01-${String(10 + Math.floor(index / 24)).padStart(2, '0')}T${hour}:00:00+00:00`,
      'topics: [tests]',
    ]);
  }
}

function write(file: string, keys: readonly string[]): void {
  mkdirSync(join(file, '..'), { recursive: true });
  writeFileSync(file, `---\n${keys.join('\n')}\n---\n\nThe text.\n`);
}
