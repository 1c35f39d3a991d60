import fc from 'fast-check';
import { describe, expect, onTestFinished, test } from 'vitest';
import { keepRelatedIn, type Relatable, relatedArticles } from '@/lib/publication/related.ts';
import { runs } from '../../support/runs.ts';

/** An article: its slug and its topics, then after a bar the entries that it mentions. */
function anArticle(line: string): Relatable {
  const [own = '', mentioned = ''] = line.split('|');
  const [slug = '', ...topics] = own.trim().split(' ');
  return { slug, topics: topics.map((id) => ({ id })), mentions: mentioned.split(' ').filter(Boolean) };
}

const relatedTo = (slug: string, lines: readonly string[]) => relatedArticles(lines.map(anArticle)).get(slug);

/** Articles on one topic, newest first: `s9` to `s0`. */
const series = (count: number) => Array.from({ length: count }, (_, index) => `s${count - 1 - index} sea`);

describe('The related articles of one', () => {
  test('are those with a topic in common, never itself', () => {
    expect(relatedTo('b', ['c sky', 'b sea', 'a sea'])).toEqual(['a']);
  });

  test('are those that mention the same', () => {
    expect(relatedTo('b', ['c sky | pier', 'b sea | pier', 'a sky'])).toEqual(['c']);
  });

  test('are none where it shares nothing', () => {
    expect(relatedTo('b', ['c sky', 'b sea | pier', 'a sky | mole'])).toBeUndefined();
  });

  test('are not those whose topic has the name of an entry', () => {
    expect(relatedTo('b', ['b sea', 'a sky | sea'])).toBeUndefined();
  });

  test('of many articles are not found out again by the next process, unless a topic or a mention has changed', () => {
    const kept = new Map<string, Int32Array>();
    keepRelatedIn({ get: (state) => kept.get(state), put: (state, places) => kept.set(state, places) });
    onTestFinished(() => keepRelatedIn(undefined));
    const lines = series(1000).map((line, index) => (index % 3 === 0 ? `${line} sky | pier` : line));
    const found = [...relatedArticles(lines.map(anArticle))];
    keepRelatedIn(undefined);
    expect([...relatedArticles([]), ...relatedArticles(lines.map(anArticle))]).toEqual(found);

    keepRelatedIn({ get: (state) => kept.get(state)?.fill(7), put: (state, places) => kept.set(state, places) });
    expect([...relatedArticles([]), relatedTo('s500', lines)]).toEqual([['s992', 's992', 's992', 's992']]);
    const other = lines.map((line) => line.replace('| pier', '| mole').replace(/^s3 .*/, 's3 sea | sky'));
    expect(relatedTo('s500', other)).not.toContain('s992');
    expect(kept.size).toBe(2);
  });

  test('are four at most, newest first among equals', () => {
    expect(relatedTo('s9', series(10))).toEqual(['s8', 's7', 's6', 's5']);
  });

  test('share more with it the earlier they come', () => {
    expect(relatedTo('d', ['d sea sky', 'c sea', 'b sky', 'a sea sky'])).toEqual(['a', 'c', 'b']);
  });

  test('share a rare topic rather than one that many have', () => {
    const many = ['d sea sky', 'c sea', 'b sky', 'a2 sea', 'a1 sea', 'a0 sea'];
    expect(relatedTo('d', many)?.[0]).toBe('b');
  });

  test('share a rare entry rather than a topic that many have', () => {
    const many = ['d sea | pier', 'c sea', 'b sky | pier', 'a2 sea', 'a1 sea', 'a0 sea'];
    expect(relatedTo('d', many)?.[0]).toBe('b');
  });

  test('are found once each where topics or mentions are listed twice', () => {
    expect(relatedTo('b', ['b sea sea | pier pier', 'a sea sea | pier pier'])).toEqual(['a']);
  });

  test('are the two that followed it and those before it, where all are alike', () => {
    expect(relatedTo('s4', series(10))).toEqual(['s6', 's5', 's3', 's2']);
  });

  test('are looked for among the last thirty of each topic and entry', () => {
    const since = (count: number) =>
      Array.from({ length: count }, (_, index) => [`a${index} sea`, `b${index} sky`]).flat();
    expect(relatedTo('new', ['new sea sky', ...since(29), 'old sea sky'])?.[0]).toBe('old');
    expect(relatedTo('new', ['new sea sky', ...since(30), 'old sea sky'])).not.toContain('old');
  });

  test('are those that followed on a rare topic, however many were before it on one that all have', () => {
    const followed = ['b2 rare all', 'x all', 'b1 rare all', 'y all', 'a rare all', 'z0 rare all', 'z1 all'];
    expect(relatedTo('a', followed)).toEqual(['b2', 'b1', 'z0', 'y']);
  });
});

describe('The same articles', () => {
  test('have others related to them once they share something else', () => {
    expect(relatedTo('b', ['c sky', 'b sea', 'a sea'])).toEqual(['a']);
    expect(relatedTo('b', ['c sea', 'b sea', 'a sky'])).toEqual(['c']);
    expect(relatedTo('b', ['c sea', 'b sea | pier', 'a sky | pier'])).toEqual(['c', 'a']);
  });
});

describe('A new article', () => {
  const known = ['a', 'b', 'c', 'd'].map((id) => ({ id }));
  const topics = fc.subarray(known, { minLength: 1 });
  const mentions = fc.subarray(['p', 'q', 'r', 's', 't']);
  const stock = fc.array(fc.record({ topics, mentions }), { minLength: 1, maxLength: 80 });

  test('changes the related ones of no others than the two before it on each topic and entry that it has', () => {
    fc.assert(
      fc.property(stock, ([newest, ...others]) => {
        const before = others.map((one, index) => ({ slug: String(index), ...one }));
        const added = { slug: 'new', topics: newest?.topics ?? [], mentions: newest?.mentions ?? [] };
        const [then, now] = [relatedArticles(before), relatedArticles([added, ...before])];
        const changed = before.filter(({ slug }) => `${now.get(slug)}` !== `${then.get(slug)}`);
        const twoWith = (has: (one: Relatable) => boolean) => before.filter(has).slice(0, 2);
        const near = new Set([
          ...added.topics.flatMap((topic) => twoWith(({ topics: own }) => own.includes(topic))),
          ...added.mentions.flatMap((id) => twoWith(({ mentions: own }) => own.includes(id))),
        ]);
        expect(changed.filter((one) => !near.has(one))).toEqual([]);
        for (const { slug } of changed) expect(now.get(slug)).toContain('new');
      }),
      { numRuns: runs(25) },
    );
  });
});
