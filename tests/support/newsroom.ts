import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';

/** What may happen to a content folder between two builds. */
export type Edit =
  | {
      kind: 'write';
      article: number;
      words: number;
      published: number;
      draft: boolean;
      expires: boolean;
      link: number;
      map?: boolean;
    }
  | { kind: 'delete'; article: number }
  | { kind: 'rename'; article: number; to: number; alias: boolean }
  | { kind: 'section'; article: number; section: number; words: number }
  | { kind: 'dropSection'; article: number; section: number }
  | { kind: 'topic' | 'author' | 'site' | 'glossary'; words: number };

const article = fc.integer({ min: 0, max: 5 });
const words = fc.integer({ min: 1, max: 400 });

/** Edits of every kind, mostly of a few articles, so that they meet. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      article,
      words,
      published: fc.integer({ min: -3, max: 3 }),
      draft: fc.boolean(),
      expires: fc.boolean(),
      link: article,
      map: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('delete' as const), article }),
  fc.record({ kind: fc.constant('rename' as const), article, to: article, alias: fc.boolean() }),
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('section' as const),
      article,
      section: fc.integer({ min: 1, max: 3 }),
      words,
    }),
  },
  fc.record({ kind: fc.constant('dropSection' as const), article, section: fc.integer({ min: 1, max: 3 }) }),
  fc.record({
    kind: fc.constantFrom('topic' as const, 'author' as const, 'site' as const, 'glossary' as const),
    words,
  }),
);

/** The instant at which the newsroom's sites are built; articles are published, and expire, hours before and after. */
export const builtAt = Date.parse('2026-02-01T12:00:00Z');

const hour = 3_600_000;

/** A content folder on which edits are carried out, all of whose states can be published. */
export class Newsroom {
  readonly dir: string;
  readonly #articles = new Map<number, { sections: Set<number>; aliases: Set<string>; link: number | undefined }>();

  constructor(dir: string) {
    this.dir = dir;
    for (const folder of ['articles', 'authors', 'topics', 'glossary'])
      mkdirSync(join(dir, folder), { recursive: true });
    for (const kind of ['topic', 'author', 'site', 'glossary'] as const) this.do({ kind, words: 3 });
    const plain = { kind: 'write', words: 5, published: -1, draft: false, expires: false } as const;
    for (const number of [0, 1]) this.do({ ...plain, article: number, link: number });
  }

  /** Carries out an edit; one that has nothing to work on does nothing. */
  do(edit: Edit): void {
    switch (edit.kind) {
      case 'write':
        this.#write(edit);
        break;
      case 'delete':
        this.#delete(edit.article);
        break;
      case 'rename':
        this.#rename(edit.article, edit.to, edit.alias);
        break;
      case 'section':
        if (!this.#articles.has(edit.article)) break;
        this.#articles.get(edit.article)?.sections.add(edit.section);
        this.#file(`articles/a${edit.article}/${edit.section}-s${edit.section}.md`, ['title: A part'], edit.words);
        break;
      case 'dropSection':
        if (this.#articles.get(edit.article)?.sections.delete(edit.section)) {
          rmSync(join(this.dir, `articles/a${edit.article}/${edit.section}-s${edit.section}.md`));
        }
        break;
      case 'topic':
        this.#file('topics/t.md', ['name: Topic', `description: ${prose(edit.words)}`], 0);
        break;
      case 'author':
        this.#file('authors/a.md', [`name: Author ${edit.words}`], edit.words);
        break;
      case 'glossary':
        this.#file(
          'glossary/g.md',
          ['name: Somewhere', 'kind: place', `latitude: ${edit.words / 10}`, 'longitude: 10'],
          edit.words,
        );
        break;
      case 'site':
        this.#file(
          'site.md',
          [
            'name: The Example',
            `tagline: ${prose(edit.words % 7)}`,
            'url: https://example.org',
            'lang: en-GB',
            'timeZone: Europe/London',
            'publisher: { name: Example Press }',
            'contact: desk@example.org',
          ],
          edit.words,
        );
        break;
    }
  }

  #write(edit: Extract<Edit, { kind: 'write' }>): void {
    const { article: number, words: count, published, draft, expires, link, map } = edit;
    const before = this.#articles.get(number);
    // A link to an article that is not there would be a problem in the content.
    const target = this.#articles.has(link) ? link : undefined;
    this.#articles.set(number, {
      sections: before?.sections ?? new Set(),
      aliases: before?.aliases ?? new Set(),
      link: target,
    });
    const at = builtAt + published * hour - hour / 2;
    this.#file(
      `articles/a${number}/index.md`,
      [
        `title: Article ${number}, ${count} words`,
        `standfirst: ${prose(count % 11)}`,
        'authors: [a]',
        'topics: [t]',
        `published: ${new Date(at).toISOString()}`,
        ...(draft ? ['draft: true'] : []),
        ...(map ? ['picture: { map: { places: [g] }, alt: A map, credit: Example Press }'] : []),
        ...(expires ? [`expires: ${new Date(at + hour).toISOString()}`] : []),
        `aliases: [${[...(before?.aliases ?? [])].join(', ')}]`,
      ],
      count,
      target === undefined ? '' : `\n\nMore in [another article](../a${target}/index.md).`,
    );
  }

  #delete(number: number): void {
    const isLinked = [...this.#articles].some(([other, { link }]) => other !== number && link === number);
    if (isLinked || !this.#articles.delete(number)) return;
    rmSync(join(this.dir, `articles/a${number}`), { recursive: true });
  }

  #rename(from: number, to: number, alias: boolean): void {
    const article = this.#articles.get(from);
    const isLinked = [...this.#articles.values()].some(({ link }) => link === from);
    if (!article || this.#articles.has(to) || isLinked) return;
    renameSync(join(this.dir, `articles/a${from}`), join(this.dir, `articles/a${to}`));
    this.#articles.delete(from);
    this.#articles.set(to, article);
    if (!alias) return;
    article.aliases.add(`former-${from}-${to}-${article.aliases.size}`);
    this.#write({ kind: 'write', article: to, words: 9, published: -1, draft: false, expires: false, link: -1 });
  }

  #file(path: string, keys: readonly string[], count: number, end = ''): void {
    mkdirSync(join(this.dir, path, '..'), { recursive: true });
    writeFileSync(join(this.dir, path), `---\n${keys.join('\n')}\n---\n\n${prose(count)}${end}\n`);
  }
}

function prose(words: number): string {
  return `Text ${'and more of it '.repeat(words)}here`;
}
