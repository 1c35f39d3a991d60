import { describe, expect, test } from 'vitest';
import { standing } from '@/lib/model/standing.ts';
import { anArticle } from '../../support/an-article.ts';

const now = Date.UTC(2026, 0, 19, 12);

describe('An article', () => {
  test.each([
    ['is published from its first millisecond on', { published: now }, 'published'],
    ['is embargoed in the millisecond before', { published: now + 1 }, 'embargoed'],
    ['is published in the last millisecond before it expires', { published: 0, expires: now + 1 }, 'published'],
    ['is taken down in the millisecond of its expiry', { published: 0, expires: now }, 'expired'],
    ['is a draft whatever its dates', { published: 0, expires: 1, draft: true }, 'draft'],
    ['is embargoed, not expired, where both lie ahead', { published: now + 1, expires: now + 2 }, 'embargoed'],
  ])('%s', (_what, dates, expected) => {
    expect(standing(anArticle(dates), now)).toBe(expected);
  });
});
