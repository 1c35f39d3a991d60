import { describe, expect, test } from 'vitest';
import { previewUnpublished, publish } from '@/lib/publication/publish.ts';
import {
  aContent,
  anArticle,
  anAuthor,
  anEntry,
  aSection,
  aSite,
  aTextNote,
  aTopic,
} from '../../support/an-article.ts';

const now = Date.UTC(2026, 0, 19, 12);

describe('A publication', () => {
  test('has the newest article first, and articles of one instant by slug', () => {
    const articles = [
      anArticle({ slug: 'old', published: now - 2 }),
      anArticle({ slug: 'b', published: now - 1 }),
      anArticle({ slug: 'a', published: now - 1 }),
      anArticle({ slug: 'new', published: now }),
    ];

    expect(publish(aContent({ articles }), now).articles.map(({ slug }) => slug)).toEqual(['new', 'a', 'b', 'old']);
  });

  test('leaves the order of the content as it was', () => {
    const articles = [anArticle({ slug: 'old', published: 1 }), anArticle({ slug: 'new', published: 2 })];
    const content = aContent({ articles });

    publish(content, now);

    expect(content.articles.map(({ teaser }) => teaser.slug)).toEqual(['old', 'new']);
  });

  test.each([
    ['a draft', { draft: true }],
    ['an embargoed article', { published: now + 1 }],
  ])('holds no trace of %s: no text, slug, former slug, author or topic', (_what, hidden) => {
    const secret = anArticle({
      slug: 'secret',
      title: 'Secret',
      lead: '<p>Secret</p>',
      aliases: ['secret-before'],
      authors: [anAuthor({ id: 'secret-author' })],
      topics: [aTopic({ id: 'secret-topic' })],
      ...hidden,
    });
    const content = aContent({ articles: [anArticle({ published: now }), secret] });

    expect(JSON.stringify(publish(content, now)).toLowerCase()).not.toContain('secret');
  });

  test('names its policies by absolute addresses, without one that readers cannot see yet', () => {
    const articles = [anArticle({ slug: 'code', published: now }), anArticle({ slug: 'secret', published: now + 1 })];
    const policies = {
      publishing: 'about',
      corrections: '/articles/secret/',
      ethics: '/articles/code/',
      ownership: 'https://owner.example/',
    };

    expect(publish(aContent({ articles, site: aSite({ policies }) }), now).site.policies).toEqual({
      publishing: 'https://example.org/about/',
      ethics: 'https://example.org/articles/code/',
      ownership: 'https://owner.example/',
    });
  });

  test('keeps of an expired article where it could be found, and the addresses of its author and topic', () => {
    const gone = anArticle({
      slug: 'gone',
      aliases: ['gone-before'],
      published: 0,
      expires: now,
      authors: [anAuthor({ id: 'her' })],
      topics: [aTopic({ id: 'that' })],
    });

    expect(publish(aContent({ articles: [gone] }), now)).toMatchObject({
      articles: [],
      moved: [],
      expired: ['gone', 'gone-before'].map((slug) => ({ slug, title: gone.title, published: 0, expires: now })),
      authors: [{ id: 'her' }],
      topics: [{ id: 'that' }],
    });
  });

  test('has a sign at each former slug of an article that readers may see', () => {
    const article = anArticle({ slug: 'storm', aliases: ['gale', 'tempest'], published: now });

    expect(publish(aContent({ articles: [article] }), now).moved).toEqual([
      { from: 'gale', to: article },
      { from: 'tempest', to: article },
    ]);
  });

  test('has an author and a topic where one article of theirs can be seen, in the order of the content', () => {
    const ada = anAuthor({ id: 'ada' });
    const grace = anAuthor({ id: 'grace' });
    const idle = anAuthor({ id: 'idle' });
    const sea = aTopic({ id: 'sea' });
    const sky = aTopic({ id: 'sky' });
    const content = aContent({
      articles: [
        anArticle({ slug: 'one', published: now, authors: [grace, ada], topics: [sky, sea] }),
        anArticle({ slug: 'two', draft: true, authors: [ada], topics: [sea] }),
      ],
      authors: [ada, grace, idle],
      topics: [sea, sky, aTopic({ id: 'empty' })],
    });

    const { authors, topics } = publish(content, now);

    expect(authors).toEqual([ada, grace]);
    expect(topics).toEqual([sea, sky]);
  });

  test('relates articles that readers may see, and no others', () => {
    const articles = [
      anArticle({ slug: 'secret', draft: true }),
      anArticle({ slug: 'ahead', published: now + 1 }),
      anArticle({ slug: 'new', published: now }),
      anArticle({ slug: 'old', published: now - 1 }),
      anArticle({ slug: 'elsewhere', published: now - 2, topics: [aTopic({ id: 'sea' })] }),
    ];
    const { related } = publish(aContent({ articles }), now);

    expect(related('new').map(({ slug }) => slug)).toEqual(['old']);
    expect(related('elsewhere')).toEqual([]);
    expect(related('secret')).toEqual([]);
  });

  test('has no links to pages that readers cannot see, neither on pages nor for others', () => {
    const html = '<p><a href="/articles/secret/#a">Ahead</a>, <a href="/about/">us</a></p>';
    const markdown = '[Ahead](https://example.org/articles/secret/#a), [us](https://example.org/about/)';
    const article = anArticle({
      published: now,
      lead: html,
      leadMarkdown: markdown,
      sections: [aSection({ html, markdown })],
      notes: [aTextNote({ html, markdown })],
    });
    const { lead, leadMarkdown, sections, notes } =
      publish(aContent({ articles: [article] }), now).read(article.slug) ?? {};

    const live = {
      html: '<p>Ahead, <a href="/about/">us</a></p>',
      markdown: 'Ahead, [us](https://example.org/about/)',
    };
    expect({ html: lead, markdown: leadMarkdown }).toEqual(live);
    expect(sections).toEqual([aSection(live)]);
    expect(notes).toEqual([aTextNote(live)]);
  });

  test('names the facts of an article anew when another to which it leads comes to be seen', () => {
    const articles = [anArticle({ slug: 'one', published: now - 1 }), anArticle({ slug: 'two', published: now + 10 })];
    const content = aContent({ articles });
    const linked = content.articles.map((article) => ({ ...article, links: ['/articles/two/'] }));
    const nameAt = (instant: number) => publish({ ...content, articles: linked }, instant).madeFrom('one');

    expect(nameAt(now)).toBe(nameAt(now + 1));
    expect(nameAt(now)).not.toBe(nameAt(now + 10));
  });
});

describe('The glossary of a publication', () => {
  const glossary = [
    anEntry({ id: 'sdf', name: 'Syrian Democratic Forces' }),
    anEntry({ id: 'damascus', name: 'Damascus' }),
    anEntry({ id: 'aleppo', name: 'Aleppo' }),
  ];

  test('has what visible articles mention, by name, and nothing else', () => {
    const articles = [
      anArticle({ slug: 'one', published: now, mentions: ['sdf', 'damascus'] }),
      anArticle({ slug: 'secret', published: now + 1, mentions: ['aleppo'] }),
    ];

    const publication = publish(aContent({ articles, glossary }), now);

    expect(publication.glossary.map(({ id }) => id)).toEqual(['damascus', 'sdf']);
  });

  test('gives each article whom and what it mentions, by name', () => {
    const articles = [anArticle({ slug: 'one', published: now, mentions: ['sdf', 'damascus'] })];

    const { read } = publish(aContent({ articles, glossary }), now);

    expect(read('one')?.who.map(({ name }) => name)).toEqual(['Damascus', 'Syrian Democratic Forces']);
  });

  test('makes the pages of the articles that mention an entry depend on its note, and no others', () => {
    const articles = [
      anArticle({ slug: 'one', published: now, mentions: ['sdf'] }),
      anArticle({ slug: 'two', published: now, mentions: ['damascus'] }),
    ];
    const madeFrom = (note: string) =>
      publish(aContent({ articles, glossary: [anEntry({ id: 'sdf', note }), ...glossary.slice(1)] }), now).madeFrom;

    expect(madeFrom('Old.')('one')).not.toBe(madeFrom('New.')('one'));
    expect(madeFrom('Old.')('two')).toBe(madeFrom('New.')('two'));
  });

  test('has no links in its notes to pages that readers cannot see', () => {
    const articles = [anArticle({ published: now, mentions: ['sdf'] })];
    const note = '<p>See <a href="/articles/secret/">this</a>.</p>';

    const { read } = publish(aContent({ articles, glossary: [anEntry({ id: 'sdf', note })] }), now);

    expect(read('quiet-on-the-border')?.who[0]?.note).toBe('<p>See this.</p>');
  });
});

describe('A preview', () => {
  const drafted = anArticle({ slug: 'drafted', draft: true, published: now - 2 });
  const embargoed = anArticle({ slug: 'embargoed', published: now + 1 });
  const seen = anArticle({ slug: 'seen', published: now - 1 });
  const gone = anArticle({ slug: 'gone', published: 0, expires: now });
  const content = aContent({ articles: [drafted, embargoed, seen, gone] });

  test('shows drafts and embargoed articles among those that readers see, and none that was taken down', () => {
    const { publication } = previewUnpublished(content, now);

    expect(publication.articles.map(({ slug }) => slug)).toEqual(['embargoed', 'seen', 'drafted']);
    expect(publication.read('drafted')?.title).toBe(drafted.title);
    expect(publication.read('gone')).toBeUndefined();
  });

  test('remarks on what readers do not see, and on a published text that is not recorded', () => {
    const problem = { file: 'a', line: 1, column: 1, code: 'unrecorded', message: 'Record it.' } as const;
    const articles = content.articles.map((article) => ({ ...article, unrecorded: problem }));

    expect(Object.fromEntries(previewUnpublished(content, now).remarks)).toEqual({
      '/articles/drafted/': { kind: 'draft', published: now - 2 },
      '/articles/embargoed/': { kind: 'embargoed', published: now + 1 },
    });
    expect(previewUnpublished({ ...content, articles }, now).remarks.get('/articles/seen/')).toEqual({
      kind: 'unrecorded',
      problem,
    });
  });
});
