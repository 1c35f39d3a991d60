import { cpSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** How many articles of a corpus share a topic, and how many an author. */
const share = 100;

/**
 * Writes a content folder with `count` articles, each made from the first article of another content folder: the same
 * structure and length, other words in other places. The same count gives the same corpus.
 *
 * @param source The content folder to take the article from.
 */
export function writeCorpus(source: string, dir: string, count: number): void {
  rmSync(dir, { recursive: true, force: true });
  for (const part of ['site.md', 'glossary']) cpSync(join(source, part), join(dir, part), { recursive: true });
  for (const folder of ['authors', 'topics']) mkdirSync(join(dir, folder));
  for (let group = 0; group * share < count; group++) {
    writeFileSync(join(dir, 'authors', `author-${group}.md`), `---\nname: Author ${group}\n---\n`);
    writeFileSync(join(dir, 'topics', `topic-${group}.md`), `---\nname: Topic ${group}\n---\n`);
  }
  const [slug = ''] = readdirSync(join(source, 'articles'));
  const from = join(source, 'articles', slug);
  const files = readdirSync(from)
    .filter((name) => name.endsWith('.md'))
    .map((name) => ({ name, text: readFileSync(join(from, name), 'utf8') }));
  const vocabulary = [...new Set(files.flatMap(({ text }) => bodyOf(text).match(/\b[a-z]{5,9}\b/g) ?? []))];
  for (let number = 0; number < count; number++) {
    const folder = join(dir, 'articles', articleName(number));
    mkdirSync(folder, { recursive: true });
    for (const { name, text } of files) {
      writeFileSync(join(folder, name), varied(name === 'index.md' ? renamed(text, number) : text, number, vocabulary));
    }
  }
}

/** The slug of an article of a corpus. */
export function articleName(number: number): string {
  return `article-${number}`;
}

/** Another headline, author, topic and day, an hour apart from the next article's. */
function renamed(text: string, number: number): string {
  const group = Math.floor(number / share);
  const published = new Date(Date.UTC(2026, 0, 19, 20, 30) - number * 3_600_000).toISOString();
  return text
    .replace(/^title: .*/m, `title: Article number ${number} of a corpus that nobody reads`)
    .replace(/^authors: .*/m, `authors: [author-${group}]`)
    .replace(/^topics: .*/m, `topics: [topic-${group}]`)
    .replace(/^published: .*/m, `published: ${published}`);
}

/** Every tenth plain word is another one. */
function varied(text: string, number: number, vocabulary: readonly string[]): string {
  const body = bodyOf(text);
  let at = number;
  const changed = body.replace(/\b[a-z]{5,9}\b/g, (word) => {
    at += 7;
    return at % 10 === 0 ? (vocabulary[(at * 31) % vocabulary.length] ?? word) : word;
  });
  return text.slice(0, text.length - body.length) + changed;
}

function bodyOf(text: string): string {
  return text.slice(text.indexOf('\n---\n', 3) + 5);
}
