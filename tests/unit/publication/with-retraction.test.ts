import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { articleData } from '@/lib/formats/article-data.ts';
import { articleMarkdown } from '@/lib/formats/article-markdown.ts';
import { feed } from '@/lib/formats/feeds.ts';
import { llms } from '@/lib/formats/llms.ts';
import { newsArticles } from '@/lib/formats/news-sitemap.ts';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import { indexedPages } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { changesAhead } from '@/lib/publication/schedule.ts';
import { aContentFolder, anIndex, problemLines } from '../../support/content-folder.ts';

const when = Date.UTC(2026, 0, 20, 12);
const keys = `keyPoints: [It blew., It fell.]
retracted:
  when: 2026-01-20T12:00:00Z
  reason: The <log> on which it relied is a forgery.
`;
const files = {
  'articles/storm/index.md': anIndex({ keys, lead: 'The wind fell at dawn, says [a witness](/articles/calm/).' }),
  'articles/calm/index.md': anIndex().replace('The storm passes', 'The calm before it'),
};

function publishedAt(now: number) {
  const { content, problems } = loadContent(aContentFolder(files));
  if (!content) throw new Error(JSON.stringify(problems));
  return { content, publication: publish(content, now) };
}

describe('A retracted article', () => {
  test('is a notice under its headline: no word of its text, no picture, the reason and the day', () => {
    const article = publishedAt(when).publication.read('storm');
    expect(article?.title).toBe('Retracted: The storm passes');
    expect(article?.standfirst).toMatch(
      /^We retracted this article on .*20 January 2026.*\. The <log> on which it relied is a forgery\.$/,
    );
    expect(article).toMatchObject({
      sections: [],
      keyPoints: [],
      notes: [],
      mentions: [],
      words: 0,
      picture: undefined,
    });
    expect(article?.lead).toContain('The &lt;log&gt; on which it relied');
    expect(article?.lead).not.toContain('fell at dawn');
  });

  test('is what it was until then, and nothing tells of what is to come', () => {
    const { content, publication } = publishedAt(when - 1);
    expect(publication.read('storm')).toMatchObject({ title: 'The storm passes', retracted: undefined });
    expect(JSON.stringify([publication.articles, publication.read('storm')])).not.toContain('forgery');
    expect(changesAhead(content, when - 1)).toContain(when);
    expect(publication.madeFrom('storm')).not.toBe(publishedAt(when).publication.madeFrom('storm'));
  });

  test('tells every reader of it: lists, feeds, Markdown, data, machines', () => {
    const { publication } = publishedAt(when);
    const setting = settingOf(publication.site);
    const article = publication.read('storm');
    if (!article) throw new Error('It is gone.');
    const all = {
      list: JSON.stringify(publication.articles.find(({ slug }) => slug === 'storm')),
      rss: feed(publication, 'rss') ?? '',
      atom: feed(publication, 'atom') ?? '',
      json: feed(publication, 'json') ?? '',
      llms: llms(publication),
      markdown: articleMarkdown(article, setting),
      ninjs: ninjs(article, setting),
      data: JSON.stringify(articleData(article, publication.site, setting.urls)),
    };
    for (const [name, said] of Object.entries(all)) {
      expect(said, name).toContain('Retracted: The storm passes');
      expect(said, name).toContain('is a forgery');
      expect(said, name).not.toContain('says a witness');
    }
    expect(JSON.parse(all.ninjs)).toMatchObject({ pubStatus: 'canceled', versionCreated: '2026-01-20T12:00:00.000Z' });
    expect(JSON.parse(all.data)['@graph'][0]).toMatchObject({ creativeWorkStatus: 'Retracted' });
    expect(JSON.parse(all.data)['@graph'][0].wordCount).toBeUndefined();
    expect(indexedPages(publication)).toContainEqual({ route: '/articles/storm/', changed: when });
  });

  test('is no news, and no article leads on to it', () => {
    const { publication } = publishedAt(when);
    expect(newsArticles(publication).map(({ slug }) => slug)).toEqual(['calm']);
    expect(publication.related('calm')).toEqual([]);
    expect(
      publishedAt(when - 1)
        .publication.related('calm')
        .map(({ slug }) => slug),
    ).toEqual(['storm']);
  });

  test('cannot be retracted before it is published, nor without a reason', () => {
    const early = anIndex({ keys: 'retracted: { when: 2026-01-01T00:00:00Z, reason: " " }' });
    expect(problemLines(aContentFolder({ 'articles/storm/index.md': early }))).toEqual([
      'content/articles/storm/index.md:7:20  error  date-order  The article is retracted before it is published. Correct one of the two instants.',
      'content/articles/storm/index.md:7:50  error  value-empty  retracted.reason is empty. Write its text, or remove the key.',
    ]);
  });
});
