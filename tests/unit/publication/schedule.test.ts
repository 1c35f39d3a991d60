import { describe, expect, test } from 'vitest';
import { changesAhead } from '@/lib/publication/schedule.ts';
import { aContent, anArticle } from '../../support/an-article.ts';

const now = Date.parse('2026-02-01T12:00:00Z');

const twoDays = 48 * 3_600_000;

/** The next one in the time zone of the site. */
const midnight = Date.parse('2026-02-01T21:00:00Z');

describe('The changes ahead', () => {
  test('are the ends of embargoes, expiry, and the end of news, in order, each once, and none that is past', () => {
    const articles = [
      anArticle({ slug: 'a', published: now + 20, expires: now + 40 }),
      anArticle({ slug: 'b', published: now - 5, expires: now + 20 }),
      anArticle({ slug: 'c', published: now - 9, expires: now - 1 }),
      anArticle({ slug: 'd', published: now }),
      anArticle({ slug: 'e', published: now - twoDays }),
    ];
    expect(changesAhead(aContent({ articles }), now)).toEqual([now + 20, now + 40, midnight, now + twoDays]);
    // Those of an article that is in another language alone, too.
    const others = [aContent({ articles: [anArticle({ published: now - 9, expires: now + 30 })] })];
    expect(changesAhead(aContent({ articles, others }), now)).toContain(now + 30);
  });

  test('leave out that an article is news no more, if it was taken down before', () => {
    const three = 3 * 24 * 3_600_000;
    const of = (expires: number) =>
      changesAhead(aContent({ articles: [anArticle({ published: now - 1, expires })] }), now);
    expect(of(now + three)).toEqual([midnight, now - 1 + twoDays, now + three]);
    expect(of(now + 5)).toEqual([now + 5]);
  });

  test('are the midnight of the publication after which an article is not of today, once for all of that day', () => {
    const articles = [
      anArticle({ slug: 'a', published: midnight - 1 }),
      anArticle({ slug: 'b', published: midnight - 2 }),
      anArticle({ slug: 'c', published: midnight - 25 * 3_600_000 }),
      anArticle({ slug: 'd', published: midnight - 3, expires: midnight }),
    ];
    const ahead = changesAhead(aContent({ articles }), now);
    expect(ahead.filter((instant) => instant < now + twoDays - 13 * 3_600_000)).toEqual([
      midnight - 3,
      midnight - 2,
      midnight - 1,
      midnight,
      midnight - 25 * 3_600_000 + twoDays,
    ]);
  });

  test('are none for drafts', () => {
    expect(changesAhead(aContent({ articles: [anArticle({ draft: true, published: now + 20 })] }), now)).toEqual([]);
  });
});
