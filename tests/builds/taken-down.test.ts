import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { redact } from '@/lib/authoring/redact.ts';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { deploy } from '@/lib/deploy/deploy.ts';
import { siteContent } from '../support/compare-sites.ts';
import { builtAt, type Newsroom } from '../support/newsroom.ts';
import { runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { path, aBuilder, aBuiltNewsroom } = siteBuilders();
const plain = { kind: 'write', words: 5, published: -1, draft: false, expires: false, link: -1 } as const;
const hour = 3_600_000;

/** The files of the live release with given words in their path or, once decoded, in their text. */
function filesWith(root: string, words: string): string[] {
  const site = join(root, 'current/site');
  const files = globSync('**/*.*', { cwd: site });
  return files.filter((file) => file.includes(words) || decoded(join(site, file)).includes(words)).sort();
}

/** The text of a file; fragments and indexes of the search are compressed, whatever their extension. */
function decoded(file: string): string {
  const bytes = readFileSync(file);
  if (file.endsWith('.br')) return brotliDecompressSync(bytes).toString();
  return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
}

describe('what is taken down', { timeout: 240_000 }, () => {
  /** A newsroom whose site is live, with a function that builds it again and deploys it. */
  async function aLiveSite(name: string, prepare: (room: Newsroom) => void) {
    const { room, out } = await aBuiltNewsroom(name);
    prepare(room);
    const root = path(`${name}/live`);
    const builder = aBuilder(room.dir, out);
    const publish = async (now: number, drop: string[] = []) => {
      await builder.build({ now });
      return deploy(out, root, new Date(now), () => {}, drop);
    };
    await publish(builtAt);
    return { room, root, publish, end: () => builder.close() };
  }

  const ways: [string, (room: Newsroom) => void, number, string[]][] = [
    ['has expired', () => {}, builtAt + hour, ['articles/a2/index.html']],
    ['is deleted', (room) => room.do({ kind: 'delete', article: 2 }), builtAt, []],
    ['is a draft again', (room) => room.do({ ...plain, article: 2, words: 77, draft: true }), builtAt, []],
  ];

  test.each(ways.slice(0, runs(1)))(
    'leaves nothing in the next release: an article that %s',
    async (what, takeDown, now, notice) => {
      const { room, root, publish, end } = await aLiveSite(what.replaceAll(' ', '-'), (newsroom) => {
        newsroom.do({ ...plain, article: 2, words: 77, published: 0, expires: what === 'has expired' });
        newsroom.do({ kind: 'picture', article: 2, where: 'text', width: 500, colour: 1 });
      });
      expect(filesWith(root, 'Article 2, 77 words').some((file) => file.endsWith('.pf_fragment'))).toBe(true);
      expect(filesWith(root, '/a2/').some((file) => file.startsWith('pictures/'))).toBe(true);

      takeDown(room);
      if (notice.length === 0) await expect(publish(now)).rejects.toThrow('/articles/a2/');
      const { gone } = await publish(now, ['/articles/a2/']);
      await end();

      expect(gone).toEqual([{ slug: 'a2', what: 'article' }]);
      // The notice of an expired article keeps its headline.
      expect(filesWith(root, 'Article 2, 77 words').filter((file) => !/\.(br|gz)$/.test(file))).toEqual(notice);
      expect(filesWith(root, '/a2/').filter((file) => file.endsWith('.html') || !file.startsWith('articles/'))).toEqual(
        notice,
      );
    },
  );

  test('leaves nothing in the next release: a picture that an article no longer shows, and what was redacted', async () => {
    const section = (room: Newsroom, words: string) =>
      writeFileSync(join(room.dir, 'articles/a1/1-s1.md'), `---\ntitle: A part\n---\n\nIt was ${words} who saw it.\n`);
    const record = (room: Newsroom, kind: 'publish' | 'update', at: number) =>
      prepareVersion(room.dir, { slug: 'a1', kind, note: 'As it was.' }, at).write();
    const { room, root, publish, end } = await aLiveSite('redacted', (newsroom) => {
      newsroom.do({ kind: 'picture', article: 0, where: 'text', width: 8, colour: 1 });
      section(newsroom, 'Jane Roe');
      record(newsroom, 'publish', builtAt - 120_000);
    });
    const copies = () => filesWith(root, '/a0/').filter((file) => file.startsWith('pictures/'));
    const pictures = copies();
    expect(pictures).not.toEqual([]);

    // An update is not a redaction: the record still has the words, and readers with an open search page find its index.
    section(room, 'a witness');
    record(room, 'update', builtAt - 60_000);
    await publish(builtAt);
    expect(filesWith(root, 'Jane Roe').some((file) => file.endsWith('.pf_fragment'))).toBe(true);

    redact(room.dir, { slug: 'a1', passage: 'Jane Roe', reason: 'safety', notice: '[removed]' }, builtAt);
    room.do({ kind: 'picture', article: 0, where: 'text', width: 8, colour: 2 });
    const { gone } = await publish(builtAt);
    await end();

    expect(gone.map(({ slug, what }) => `${slug} ${what}`)).toEqual(['a0 picture', 'a1 version']);
    expect(filesWith(root, 'Jane Roe')).toEqual([]);
    expect(copies().filter((file) => pictures.includes(file))).toEqual([]);
  });
});

describe('a build of an earlier instant', { timeout: 240_000 }, () => {
  test('takes nothing down, unless it is told to', async () => {
    const { room, out } = await aBuiltNewsroom('earlier');
    room.do({ ...plain, article: 2, published: 0 });
    const builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });
    const before = siteContent(out);

    await expect(builder.build({ now: builtAt - hour })).rejects.toThrow(
      `A build as of 2026-02-01T11:00:00.000Z would take down what the last build of ${out}/, as of 2026-02-01T12:00:00.000Z, has published: a2. Set the clock, or build that instant into another folder with --out. To take it down, add --take-down.`,
    );
    expect(siteContent(out)).toEqual(before);

    await builder.build({ now: builtAt - hour / 4 });
    expect(siteContent(out)).toEqual(before);

    await builder.build({ now: builtAt - hour, takeDown: true });
    await builder.close();
    expect(siteContent(out)['articles/a2/index.html']).toBeUndefined();
  });
});
