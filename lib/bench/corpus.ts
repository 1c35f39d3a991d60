import {
  appendFileSync,
  cpSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { fileLanguage } from '../content/translations/file-language.ts';
import type { OnlyKnown } from './known-keys.ts';

/** How many articles of a corpus share an author and a main topic. */
const share = 100;

const firstPublished = Date.UTC(2026, 0, 19, 20, 30);

/** How many wider topics there are: every article has one of them, and every second article has the widest. */
const desks = 10;

/**
 * Writes a content folder with `count` articles, each made from the first article of another content folder: the same
 * structure and length, but some words differ. The same count gives the same corpus.
 *
 * @param source The content folder that has the article.
 * @param onlyKnown Leaves out keys of front matter.
 * @param languages The languages of the corpus after the first, which `source` has as well.
 */
export function writeCorpus(
  source: string,
  dir: string,
  count: number,
  onlyKnown: OnlyKnown = (_kind, text) => text,
  languages: readonly string[] = [],
): void {
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(join(dir, 'glossary'), { recursive: true });
  const copy = (kind: 'site' | 'glossary', file: string) =>
    writeFileSync(join(dir, file), onlyKnown(kind, readFileSync(join(source, file), 'utf8')));
  const texts = (folder: string) =>
    readdirSync(folder).filter((name) => {
      const language = fileLanguage(name)?.language;
      return name.endsWith('.md') && (language === undefined || languages.includes(language));
    });
  copy('site', 'site.md');
  for (const language of languages) copy('site', `site.${language}.md`);
  const site = join(dir, 'site.md');
  writeFileSync(
    site,
    readFileSync(site, 'utf8').replace(/^languages: \[([\w-]+).*\n/m, (_line, first) =>
      languages.length === 0 ? '' : `languages: [${[first, ...languages].join(', ')}]\n`,
    ),
  );
  for (const name of texts(join(source, 'glossary'))) copy('glossary', join('glossary', name));
  for (const folder of ['authors', 'topics']) mkdirSync(join(dir, folder));
  const writeEntry = (path: string, name: string) => {
    for (const ending of ['md', ...languages.map((language) => `${language}.md`)])
      writeFileSync(join(dir, `${path}.${ending}`), `---\nname: ${name}\n---\n`);
  };
  for (let group = 0; group * share < count; group++) {
    writeEntry(`authors/author-${group}`, `Author ${group}`);
    writeEntry(`topics/topic-${group}`, `Topic ${group}`);
  }
  for (let desk = 0; desk < desks; desk++) writeEntry(`topics/desk-${desk}`, `Desk ${desk}`);
  writeEntry('topics/world', 'World');
  const [slug = ''] = readdirSync(join(source, 'articles'));
  const from = join(source, 'articles', slug);
  const files = texts(from).map((name) => {
    const { original = name, language } = fileLanguage(name) ?? {};
    const kind = original === 'index.md' ? 'article' : 'section';
    // Keys of translations are in no schema of originals.
    const known = language === undefined ? onlyKnown : (_kind: string, text: string) => text;
    return { name, kind, language, text: known(kind, readFileSync(join(from, name), 'utf8')) } as const;
  });
  const vocabularies = new Map(
    Map.groupBy(files, ({ language }) => language)
      .entries()
      .map(([language, own]) => [
        language,
        [...new Set(own.flatMap(({ text }) => bodyOf(text).match(plainWord) ?? []))],
      ]),
  );
  for (let number = 0; number < count; number++) {
    const folder = join(dir, 'articles', articleName(number));
    mkdirSync(folder, { recursive: true });
    for (const { name, kind, language, text } of files) {
      const own = kind === 'article' ? renamed(text, number) : text;
      writeFileSync(join(folder, name), varied(own, number, vocabularies.get(language) ?? []));
    }
  }
}

/** Adds an article to a corpus, newer than all others: a copy of the first, named by a negative number. The folder appears in one step. */
export function writeNewest(dir: string, number: number): void {
  const made = join(dir, `new${number}`);
  cpSync(join(dir, 'articles', articleName(0)), made, { recursive: true });
  const index = join(made, 'index.md');
  const published = new Date(firstPublished - number * 3_600_000).toISOString();
  writeFileSync(index, readFileSync(index, 'utf8').replace(/^published: .*/m, `published: ${published}`));
  renameSync(made, join(dir, 'articles', articleName(number)));
}

/** Adds a sentence to an article of a corpus. */
export function editArticle(dir: string, number: number): void {
  appendFileSync(join(dir, 'articles', articleName(number), 'index.md'), 'One more sentence. ');
}

/** The slug of an article of a corpus. */
export function articleName(number: number): string {
  return number < 0 ? `new-article-${-number}` : `article-${number}`;
}

/** A different headline, author, topics and day, an hour apart from the next article. */
function renamed(text: string, number: number): string {
  const group = Math.floor(number / share);
  const published = new Date(firstPublished - number * 3_600_000).toISOString();
  return text
    .replace(/^title: .*/m, `title: Article number ${number} of a corpus that nobody reads`)
    .replace(/^authors: .*/m, `authors: [author-${group}]`)
    .replace(/^topics: .*/m, `topics: [topic-${group}, desk-${number % desks}${number % 2 === 0 ? ', world' : ''}]`)
    .replace(/^published: .*/m, `published: ${published}`)
    .replace(/^translates: .*/m, 'translates: 1');
}

/** A word that another may replace: nothing of a name, an id or an address. */
const plainWord = /\b[a-z]{5,9}\b|(?<![\p{L}\p{M}])\p{Lo}{5,9}(?![\p{L}\p{M}])/gu;

/** Replaces every tenth plain word. */
function varied(text: string, number: number, vocabulary: readonly string[]): string {
  const body = bodyOf(text);
  let at = number;
  const changed = body.replace(plainWord, (word) => {
    at += 7;
    return at % 10 === 0 ? (vocabulary[(at * 31) % vocabulary.length] ?? word) : word;
  });
  return text.slice(0, text.length - body.length) + changed;
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n', 3) + 5);
}
