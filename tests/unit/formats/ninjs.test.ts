import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { ninjs } from '@/lib/formats/ninjs.ts';
import { settingOf } from '@/lib/formats/setting.ts';
import type { Article } from '@/lib/model/model.ts';
import { aLeadPicture, anArticle, anEntry, aPlace, aSite } from '../../support/an-article.ts';
import { badTexts } from '../../support/bad-texts.ts';

const text = z.strictObject({ role: z.string(), contentType: z.enum(['text/plain', 'text/html']), value: z.string() });
const named = z.strictObject({ name: z.string(), uri: z.url() });
const party = z.strictObject({
  name: z.string(),
  uri: z.url().optional(),
  role: z.enum(['author', 'publisher', 'sponsor', 'partner', 'originator']),
});
const rendition = z.strictObject({
  name: z.string(),
  href: z.url(),
  contentType: z.string(),
  width: z.int().optional(),
  height: z.int().optional(),
});

/** The parts of IPTC ninjs 3.1 that the site writes, with the names and types of the standard. */
const schema = z.strictObject({
  uri: z.url(),
  standard: z.strictObject({ name: z.literal('ninjs'), version: z.literal('3.1'), schema: z.url() }),
  type: z.literal('text'),
  representationType: z.literal('full'),
  version: z.string().optional(),
  firstCreated: z.iso.datetime(),
  versionCreated: z.iso.datetime(),
  pubStatus: z.enum(['usable', 'canceled']),
  expires: z.iso.datetime().optional(),
  language: z.string(),
  slugline: z.string(),
  headlines: z.array(text).length(1),
  descriptions: z.array(text).length(1),
  bodies: z.array(text.extend({ wordCount: z.int() })).length(1),
  by: z.string(),
  infoSources: z.array(party),
  edNote: z.string().optional(),
  located: z.string().optional(),
  genres: z.array(z.strictObject({ name: z.string(), literal: z.string() })),
  subjects: z.array(named.extend({ rel: z.literal('series').optional() })),
  people: z.array(named),
  organisations: z.array(named),
  places: z.array(
    named.extend({
      geoJSON: z.strictObject({ type: z.literal('Point'), coordinates: z.tuple([z.number(), z.number()]) }).optional(),
    }),
  ),
  renditions: z.array(rendition),
  associations: z.array(
    z.strictObject({
      name: z.string(),
      uri: z.url(),
      type: z.literal('picture'),
      by: z.string(),
      descriptions: z.array(text),
      renditions: z.array(rendition),
    }),
  ),
});

const read = (article: Partial<Article> = {}) =>
  schema.parse(JSON.parse(ninjs(anArticle(article), settingOf(aSite()))));

describe('An article as ninjs', () => {
  test('has its headline, standfirst and text, by whom, about what, and of what sort', () => {
    expect(read({ lead: '<p>See <a href="/about/">us</a>.</p>', kind: 'analysis', dateline: 'Baghdad' })).toMatchObject(
      {
        uri: 'https://example.org/articles/quiet-on-the-border/',
        language: 'en-GB',
        slugline: 'quiet-on-the-border',
        headlines: [{ role: 'main', value: 'Quiet on the border' }],
        descriptions: [{ role: 'summary', value: 'Nothing has happened, and everybody is relieved.' }],
        bodies: [
          {
            contentType: 'text/html',
            wordCount: 238,
            value: '<p>Baghdad</p><p>See <a href="https://example.org/about/">us</a>.</p>',
          },
        ],
        by: 'Ada Reed',
        infoSources: [
          { name: 'Ada Reed', role: 'author', uri: 'https://example.org/authors/ada-reed/' },
          { name: 'Example Publishing', role: 'publisher', uri: 'https://example.org/about/' },
        ],
        located: 'Baghdad',
        genres: [{ name: 'Analysis', literal: 'analysis' }],
        subjects: [{ name: 'Security', uri: 'https://example.org/topics/security/' }],
      },
    );
  });

  test('was created when it was published, and has no version where none is recorded', () => {
    const { firstCreated, versionCreated, version, expires } = read();
    expect([firstCreated, versionCreated, version, expires]).toEqual([
      '2026-01-19T15:00:00.000Z',
      '2026-01-19T15:00:00.000Z',
      undefined,
      undefined,
    ]);
  });

  test('names its latest version, a minor one too: another text is another version of the object', () => {
    const recorded = Date.parse('2026-01-20T15:00:00Z');
    const version = { number: 2, recorded, kind: 'minor' as const, note: 'A comma', passages: [] };
    expect(read({ versions: 2, record: [{ ...version, redactions: [], parts: [] }] })).toMatchObject({
      version: '2',
      firstCreated: '2026-01-19T15:00:00.000Z',
      versionCreated: '2026-01-20T15:00:00.000Z',
    });
  });

  test('is the same object after it has moved', () => {
    expect(read({ slug: 'gale', aliases: ['storm', 'wind'] }).uri).toBe('https://example.org/articles/storm/');
  });

  test('tells when it will be taken down', () => {
    expect(read({ expires: Date.parse('2026-03-01T00:00:00Z') }).expires).toBe('2026-03-01T00:00:00.000Z');
  });

  test('names whom and what it mentions, and where places are', () => {
    const who = [anEntry(), aPlace(), anEntry({ id: 'saad', name: 'Saad Maan', kind: 'person' })];
    expect(read({ who })).toMatchObject({
      people: [{ name: 'Saad Maan', uri: 'https://example.org/glossary/#saad' }],
      organisations: [{ name: 'Syrian Democratic Forces' }],
      places: [{ name: 'Baghdad', geoJSON: { type: 'Point', coordinates: [44.366, 33.315] } }],
    });
  });

  test('leads to its page and its Markdown', () => {
    expect(read().renditions).toEqual([
      { name: 'web', href: 'https://example.org/articles/quiet-on-the-border/', contentType: 'text/html' },
      {
        name: 'markdown',
        href: 'https://example.org/articles/quiet-on-the-border/index.md',
        contentType: 'text/markdown',
      },
    ]);
  });

  test('has its lead picture with alternative text, caption, credit and all copies', () => {
    const [picture] = read({ picture: aLeadPicture() }).associations;
    expect(picture).toMatchObject({
      by: 'Ada Reed',
      descriptions: [{ value: 'The pier at dawn' }, { value: 'Every plank held.' }],
    });
    expect(picture?.renditions).toHaveLength(6);
    expect(picture?.renditions).toContainEqual({
      name: 'jpg-960',
      href: 'https://example.org/pictures/storm/pier-1a2b3c4d-960.jpg',
      contentType: 'image/jpeg',
      width: 960,
      height: 640,
    });
  });

  test.each(badTexts)('has a headline with %s as it is', (_what, title, left = title) => {
    expect(read({ title }).headlines[0]?.value).toBe(left);
  });
});
