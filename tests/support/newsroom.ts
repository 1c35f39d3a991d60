import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { aPng } from './a-png.ts';

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
      /** Of the topics t, u and v, the main one first; t if it is omitted. */
      topics?: readonly string[];
      /** Of the authors a and b; a if it is omitted. */
      authors?: readonly string[];
      map?: boolean;
    }
  | { kind: 'delete'; article: number }
  | { kind: 'rename'; article: number; to: number; alias: boolean }
  | { kind: 'section'; article: number; section: number; words: number }
  | { kind: 'dropSection'; article: number; section: number }
  | { kind: 'picture'; article: number; where: 'lead' | 'text'; width: number; colour: number }
  | { kind: 'dropPicture'; article: number; where: 'lead' | 'text' }
  /** The publication gets a second language, in which nothing is translated yet. */
  | { kind: 'arabic' }
  | { kind: 'translate'; article: number; words: number; draft: boolean; slug: boolean }
  | { kind: 'untranslate'; article: number }
  | { kind: 'topic' | 'topicName' | 'author' | 'authorNote' | 'site' | 'glossary'; words: number };

const article = fc.integer({ min: 0, max: 5 });
const words = fc.integer({ min: 1, max: 400 });
const where = fc.constantFrom('lead' as const, 'text' as const);

const catalogueEdits = ['topic', 'topicName', 'author', 'authorNote', 'site', 'glossary'] as const;

/** Edits of every kind, mostly of a few articles, so that they interact. */
export const anEdit: fc.Arbitrary<Edit> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('write' as const),
      article,
      words,
      // Some are from the previous year, which has another index.
      published: fc.oneof({ weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }) }, fc.constant(-24 * 40)),
      draft: fc.boolean(),
      expires: fc.boolean(),
      link: article,
      topics: fc.shuffledSubarray(['t', 'u', 'v'], { minLength: 1 }),
      authors: fc.subarray(['a', 'b'], { minLength: 1 }),
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
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('picture' as const),
      article,
      where,
      width: fc.constantFrom(8, 500),
      colour: fc.integer({ min: 0, max: 2 }),
    }),
  },
  fc.record({ kind: fc.constant('dropPicture' as const), article, where }),
  fc.record({
    kind: fc.constantFrom(...catalogueEdits),
    words,
  }),
);

/** Edits of a publication in two languages. */
export const anEditInTwo: fc.Arbitrary<Edit> = fc.oneof(
  { weight: 3, arbitrary: anEdit },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constant('translate' as const),
      article,
      words,
      draft: fc.boolean(),
      slug: fc.boolean(),
    }),
  },
  fc.record({ kind: fc.constant('untranslate' as const), article }),
);

/** The instant at which the newsroom's sites are built; articles are published, and expire, hours before and after. */
export const builtAt = Date.parse('2026-02-01T12:00:00Z');

const hour = 3_600_000;

/** The state of an article: its parts, and its last `index.md`. */
type State = {
  sections: Set<number>;
  aliases: Set<string>;
  hasLeadPicture: boolean;
  link: number | undefined;
  isTranslated: boolean;
  written: Extract<Edit, { kind: 'write' }>;
};

/** A content folder to edit, all of whose states can be published. */
export class Newsroom {
  readonly dir: string;
  readonly #articles = new Map<number, State>();
  #hasArabic = false;
  #slugs = 0;

  /** @param stock How many older, unedited articles there are, on the topics t and v and by the author a. */
  constructor(dir: string, stock = 0) {
    this.dir = dir;
    for (const folder of ['articles', 'authors', 'topics', 'glossary'])
      mkdirSync(join(dir, folder), { recursive: true });
    this.#file('topics/v.md', ['name: Topic v'], 0);
    for (const kind of catalogueEdits) this.do({ kind, words: 3 });
    const plain = { kind: 'write', words: 5, published: -1, draft: false, expires: false } as const;
    for (const number of [0, 1]) this.do({ ...plain, article: number, link: number });
    for (let number = 0; number < stock; number++) {
      const published = `published: ${new Date(builtAt - (number + 9) * hour).toISOString()}`;
      const keys = ['title: Of old', 'standfirst: It was so.', 'authors: [a]', 'topics: [t, v]', published];
      this.#file(`articles/old-${number}/index.md`, keys, 1);
    }
  }

  /** Applies an edit; one without a target does nothing. */
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
          const path = `articles/a${edit.article}/${edit.section}-s${edit.section}`;
          for (const end of ['.md', '.ar.md']) rmSync(join(this.dir, path + end), { force: true });
        }
        break;
      case 'arabic':
        this.#hasArabic = true;
        this.#file('site.ar.md', ['name: مثال', 'tagline: موقع للتجربة'], 0);
        for (const entry of ['authors/a', 'authors/b', 'topics/t', 'topics/u', 'topics/v', 'glossary/g']) {
          this.#file(`${entry}.ar.md`, [`name: اسم ${entry.slice(-1)}`], 0);
        }
        this.do({ kind: 'site', words: 3 });
        break;
      case 'translate':
        this.#translate(edit);
        break;
      case 'untranslate': {
        const before = this.#articles.get(edit.article);
        if (!before?.isTranslated) break;
        before.isTranslated = false;
        for (const name of ['index', ...[...before.sections].map((section) => `${section}-s${section}`)]) {
          rmSync(join(this.dir, `articles/a${edit.article}/${name}.ar.md`), { force: true });
        }
        break;
      }
      case 'picture':
        this.#picture(edit);
        break;
      case 'dropPicture':
        this.#dropPicture(edit.article, edit.where);
        break;
      case 'topic':
        this.#file('topics/t.md', ['name: Topic', `description: ${prose(edit.words)}`], 0);
        break;
      case 'topicName':
        this.#file('topics/u.md', [`name: Topic u${edit.words}`], 0);
        break;
      case 'author':
        this.#file('authors/a.md', [`name: Author ${edit.words}`], edit.words);
        break;
      case 'authorNote':
        this.#file('authors/b.md', ['name: Author b'], edit.words);
        break;
      case 'glossary':
        // Some of its names are in every article, some in none; and it moves.
        this.#file(
          'glossary/g.md',
          [
            'name: Somewhere',
            'kind: place',
            `latitude: ${edit.words / 10}`,
            'longitude: 10',
            `aliases: [${edit.words % 2 ? 'more of it' : 'nowhere'}]`,
          ],
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
            ...(this.#hasArabic ? ['languages: [en-GB, ar]'] : []),
            'timeZone: Europe/London',
            'publisher: { name: Example Press }',
            'contact: desk@example.org',
          ],
          edit.words,
        );
        break;
    }
  }

  #write(written: Extract<Edit, { kind: 'write' }>): void {
    const { article: number, words: count, published, draft, expires, link, map } = written;
    const { topics = ['t'], authors = ['a'] } = written;
    const before = this.#articles.get(number);
    // A link to a missing article would be a problem.
    const target = this.#articles.has(link) ? link : undefined;
    this.#articles.set(number, {
      sections: before?.sections ?? new Set(),
      aliases: before?.aliases ?? new Set(),
      hasLeadPicture: before?.hasLeadPicture ?? false,
      link: target,
      isTranslated: before?.isTranslated ?? false,
      written,
    });
    const at = builtAt + published * hour - hour / 2;
    this.#file(
      `articles/a${number}/index.md`,
      [
        `title: Article ${number}, ${count} words`,
        `standfirst: ${prose(count % 11)}`,
        `authors: [${authors.join(', ')}]`,
        `topics: [${topics.join(', ')}]`,
        `published: ${new Date(at).toISOString()}`,
        ...(draft ? ['draft: true'] : []),
        ...(before?.hasLeadPicture
          ? ['picture: { image: lead.png, alt: A colour, credit: Nobody }']
          : map
            ? ['picture: { map: { places: [g] }, alt: A map, credit: Example Press }']
            : []),
        ...(expires ? [`expires: ${new Date(at + hour).toISOString()}`] : []),
        `aliases: [${[...(before?.aliases ?? [])].join(', ')}]`,
      ],
      count,
      target === undefined ? '' : `\n\nMore in [another article](../a${target}/index.md).`,
    );
  }

  #translate({ article: number, words: count, draft, slug }: Extract<Edit, { kind: 'translate' }>): void {
    const article = this.#articles.get(number);
    if (!article || !this.#hasArabic) return;
    article.isTranslated = true;
    this.#file(
      `articles/a${number}/index.ar.md`,
      [
        'translates: 1',
        'translator: Nobody',
        `title: مقال من ${count} كلمة`,
        `standfirst: ${prose(count % 11)}`,
        ...(draft ? ['draft: true'] : []),
        ...(slug ? [`slug: own-${this.#slugs++}`] : []),
      ],
      count,
    );
    for (const section of article.sections) {
      this.#file(`articles/a${number}/${section}-s${section}.ar.md`, ['title: جزء'], count);
    }
  }

  #picture({ article: number, where: place, width, colour }: Extract<Edit, { kind: 'picture' }>): void {
    const article = this.#articles.get(number);
    if (!article) return;
    const folder = join(this.dir, `articles/a${number}`);
    writeFileSync(join(folder, `${place}.png`), aPng({ width, height: 4, colour: [colour * 100, 50, 50] }));
    if (place === 'text') {
      const text = '\n\n![A colour](text.png "Seen often. | Nobody")';
      this.#file(`articles/a${number}/9-pictures.md`, ['title: Pictures'], 3, text);
    } else if (!article.hasLeadPicture) {
      article.hasLeadPicture = true;
      this.#write({ ...article.written, article: number });
    }
  }

  /** The text loses its picture, whose file may stay. */
  #dropPicture(number: number, place: 'lead' | 'text'): void {
    const article = this.#articles.get(number);
    if (!article) return;
    if (place === 'text') {
      for (const name of ['9-pictures.md', 'text.png']) {
        rmSync(join(this.dir, `articles/a${number}`, name), { force: true });
      }
    } else if (article.hasLeadPicture) {
      article.hasLeadPicture = false;
      this.#write({ ...article.written, article: number });
    }
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
