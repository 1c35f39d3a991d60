import { cpSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import type { Built } from '@/lib/press/builder.ts';
import { buildCacheFile, readBuildCache } from '@/lib/press/cache/build-cache.ts';
import { readSiteManifest } from '@/lib/press/cache/manifest.ts';
import { siteContent } from '../support/compare-sites.ts';
import { anEdit, builtAt, Newsroom } from '../support/newsroom.ts';
import { longTest, runs } from '../support/runs.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { path, aBuilder, aBuiltNewsroom, fromNothing } = siteBuilders();
const plain = { kind: 'write', words: 5, published: -1, draft: false, expires: false, link: -1 } as const;
const hour = 3_600_000;

/** Changes a file of a newsroom. */
function change(room: Newsroom, file: string, edit: (text: string) => string): void {
  writeFileSync(join(room.dir, file), edit(readFileSync(join(room.dir, file), 'utf8')));
}

const index = (number: number) => `articles/a${number}/index.md`;
const misspell = (room: Newsroom, number = 1) =>
  change(room, index(number), (text) => text.replace('title:', 'titel:'));
const addKey = (room: Newsroom, key: string, number = 1) =>
  change(room, index(number), (text) => text.replace('---\n', `---\n${key}\n`));
const addText = (room: Newsroom, text: string, number = 1) => change(room, index(number), (before) => before + text);

describe('an article at fault', { timeout: 240_000 }, () => {
  /** A finished site in which article 1 has a picture, and what a build from nothing would give. */
  async function aSite(name: string, prepare: (room: Newsroom) => void = () => {}) {
    const { room, out } = await aBuiltNewsroom(name);
    room.do({ kind: 'picture', article: 1, where: 'lead', width: 8, colour: 1 });
    prepare(room);
    const builder = aBuilder(room.dir, out);
    const build = (now = builtAt) => builder.build({ now });
    await build();
    // A copy of the folder, in which the same edits are made without the fault.
    const good = join(room.dir, '../good');
    cpSync(room.dir, good, { recursive: true });
    return { room, out, good, builder, build };
  }

  /** A fault, how an article gets it, and what the article must be before. */
  type Fault = [string, (room: Newsroom, number: number) => void, ((room: Newsroom, number: number) => void)?];

  /** Faults of one article, several of which a site may have, each in its own article. */
  const faults: Fault[] = [
    ['a misspelt key', misspell],
    [
      'a picture that ends too soon',
      (room, number) => {
        room.do({ kind: 'picture', article: number, where: 'lead', width: 500, colour: 2 });
        const file = join(room.dir, `articles/a${number}/lead.png`);
        writeFileSync(file, readFileSync(file).subarray(0, 60));
      },
      (room, number) => room.do({ kind: 'picture', article: number, where: 'lead', width: 8, colour: 1 }),
    ],
    [
      'an author whose file is at fault',
      (room) => change(room, 'authors/b.md', (text) => text.replace('name:', 'nam:')),
      (room, number) => room.do({ ...plain, article: number, authors: ['b'] }),
    ],
    [
      'a change that is not recorded',
      (room, number) => addText(room, '\nOne sentence more.\n', number),
      (room, number) =>
        prepareVersion(room.dir, { slug: `a${number}`, kind: 'publish', note: 'First.' }, builtAt - hour).write(),
    ],
    ['front matter that cannot be read', (room, number) => addKey(room, 'title: [open', number)],
    ['HTML in its text', (room, number) => addText(room, '\n<b>Loud</b>\n', number)],
    ['a link that leads nowhere', (room, number) => addText(room, '\nSee [more](/articles/nowhere/).\n', number)],
    [
      'a picture that is not there',
      (room, number) => rmSync(join(room.dir, `articles/a${number}/lead.png`)),
      (room, number) => room.do({ kind: 'picture', article: number, where: 'lead', width: 8, colour: 1 }),
    ],
    [
      'a text but no index.md',
      (room, number) => rmSync(join(room.dir, index(number))),
      (room, number) => room.do({ kind: 'section', article: number, section: 1, words: 5 }),
    ],
    [
      'a folder that is a link',
      (room, number) => {
        const folder = join(room.dir, `articles/a${number}`);
        cpSync(folder, join(room.dir, '../elsewhere'), { recursive: true });
        rmSync(folder, { recursive: true });
        symlinkSync(join(room.dir, '../elsewhere'), folder);
      },
    ],
  ];

  /** Faults that affect several articles, or take an address from another one: each needs its own site. */
  const entangled: Fault[] = [
    [
      'a topic that was deleted',
      (room) => rmSync(join(room.dir, 'topics/u.md')),
      (room, number) => room.do({ ...plain, article: number, topics: ['t', 'u'] }),
    ],
    [
      'an author whose note has a link that leads nowhere',
      (room) => change(room, 'authors/b.md', (text) => `${text}\n[More](/articles/nowhere/)\n`),
      (room, number) => room.do({ ...plain, article: number, authors: ['b'] }),
    ],
    [
      'a mention of an entry that is at fault',
      (room) => change(room, 'glossary/g.md', (text) => `${text}\n<b>Loud</b>\n`),
    ],
    [
      'a former slug that became an article',
      (room) => room.do({ ...plain, article: 3, published: -2 }),
      (room, number) => change(room, index(number), (text) => text.replace('aliases: []', 'aliases: [a3]')),
    ],
  ];

  // On each change only one site with many faults: content tests without a build show which article a problem belongs to.
  const alone = runs(1) > 1 ? [...faults, ...entangled] : [];
  test.each<[string, Fault[]]>([
    ['one of each kind', faults],
    ...alone.map((fault): [string, Fault[]] => [fault[0], [fault]]),
  ])('keeps its last good pages, and all others go out: %s', async (what, some) => {
    const { room, out, good, builder, build } = await aSite(what.replaceAll(/\W/g, '-'), (newsroom) => {
      for (const [at, [, , prepare]] of some.entries()) {
        if (at > 0) newsroom.do({ ...plain, article: at + 1 });
        prepare?.(newsroom, at + 1);
      }
    });
    const mirror = { dir: good } as Newsroom;
    const before = siteContent(out);
    const hasMention = what.startsWith('a mention');
    const slugs = hasMention ? ['a0', 'a1'] : some.map((_, at) => `a${at + 1}`);
    const slugsOf = ({ atFault }: Built) => atFault.map(({ name }) => name).sort();

    for (const [at, [, harm]] of some.entries()) harm(room, at + 1);
    for (const one of [room, mirror]) change(one, index(0), (text) => text.replace('Article 0', 'Article nought'));
    const built = await build();

    expect(slugsOf(built)).toEqual(slugs.sort());
    expect(built.atFault.every(({ problems }) => problems.length > 0)).toBe(true);
    const whole = await fromNothing(good);
    if (what.startsWith('a former slug')) {
      // The address now has another article, to which the end of this one may link.
      expect(siteContent(out)['articles/a3/index.html']).toContain('Article 3, 5 words');
      expect(siteContent(out)['articles/a1/index.md']).toBe(before['articles/a1/index.md']);
    } else {
      expect(siteContent(out)).toEqual(hasMention ? before : whole);
    }

    // The next build keeps them, too, from whatever process.
    const after = siteContent(out);
    expect(slugsOf(await build())).toEqual(slugs);
    await builder.close();
    const next = aBuilder(room.dir, out);
    expect((await next.build({ now: builtAt })).made).toEqual([]);
    expect(siteContent(out)).toEqual(after);

    // Once fixed, each is a normal article.
    rmSync(room.dir, { recursive: true });
    cpSync(good, room.dir, { recursive: true });
    expect((await next.build({ now: builtAt })).atFault).toEqual([]);
    await next.close();
    expect(siteContent(out)).toEqual(whole);
  });

  test('keeps what readers were shown, and not what was good in between and never went out', async () => {
    const { room, out, builder, build } = await aSite('between');
    const before = siteContent(out);
    change(room, index(1), (text) => text.replace('Article 1', 'Another'));
    room.do({ ...plain, article: 2 });
    misspell(room, 2);
    await expect(build()).rejects.toThrow('a2 is published with errors');
    expect(siteContent(out)).toEqual(before);

    misspell(room, 1);
    room.do({ kind: 'delete', article: 2 });
    await build();
    await builder.close();
    expect(siteContent(out)).toEqual(before);
  });

  longTest(
    'stops the build if it is published and has no pages to keep, as for other code or in a build cache that is new',
    async () => {
      const { room, out, builder } = await aSite('nothing');
      await builder.close();
      misspell(room);
      const before = siteContent(out);
      const db = new DatabaseSync(buildCacheFile(out));
      db.exec("UPDATE articles SET settings = 'other code'");
      db.close();
      const later = aBuilder(room.dir, out);
      await expect(later.build({ now: builtAt })).rejects.toThrow('are from other code or other pictures');
      await later.close();
      rmSync(`${out}.press`, { recursive: true });
      const anew = aBuilder(room.dir, out);
      await expect(anew.build({ now: builtAt })).rejects.toThrow(/a1\/index\.md:\d+:1 {2}error {2}key-unknown/);
      await expect(anew.build({ now: builtAt })).rejects.toThrow('a1 is published with errors');
      await anew.close();
      expect(siteContent(out)).toEqual(before);
    },
  );

  longTest('stays out without stopping anybody if it is a draft, under embargo, or no article yet', async () => {
    const { room, out, builder, build } = await aSite('out');
    const before = siteContent(out);
    room.do({ ...plain, article: 2, draft: true });
    room.do({ ...plain, article: 3, published: 2 });
    for (const number of [2, 3]) misspell(room, number);
    writeFileSync(join(room.dir, 'articles/notes.md'), 'Nothing yet');
    writeFileSync(join(room.dir, 'authors/Copy of a.md'), 'Nothing yet');
    const { atFault, problems } = await build();
    expect(atFault).toEqual([]);
    expect(new Set(problems.map(({ file }) => file.slice(room.dir.length + 1)))).toEqual(
      new Set(['articles/a2/index.md', 'articles/a3/index.md', 'articles/notes.md', 'authors/Copy of a.md']),
    );
    expect(siteContent(out)).toEqual(before);
    // It is due, but there is nothing to show.
    await expect(build(builtAt + 2 * hour)).rejects.toThrow('a3 is published with errors');
    await builder.close();
  });

  longTest('is taken down all the same if it is a draft again, is deleted or expires', async () => {
    const ways: [name: string, takeDown: (room: Newsroom, number: number) => void][] = [
      ['draft', (room, number) => addKey(room, 'draft: true', number)],
      ['embargo', (room, number) => addKey(room, `published: ${new Date(builtAt + hour).toISOString()}`, number)],
      ['deleted', (room, number) => rmSync(join(room.dir, `articles/a${number}`), { recursive: true })],
      ['expired', (room, number) => addKey(room, `expires: ${new Date(builtAt - hour / 4).toISOString()}`, number)],
    ];
    const numbers = Object.fromEntries(ways.map(([name], at) => [name, at + 1]));
    const { draft = 0, embargo = 0, deleted = 0, expired = 0 } = numbers;
    const { room, out, builder, build } = await aSite('taken-down', (newsroom) => {
      for (const number of [embargo, deleted, expired]) newsroom.do({ ...plain, article: number });
    });
    for (const number of [draft, embargo, expired]) misspell(room, number);
    change(room, index(embargo), (text) => text.replace(/^published: .*\n/m, ''));
    await build();
    for (const [name, takeDown] of ways) takeDown(room, numbers[name] ?? 0);
    const { atFault } = await build();
    expect(atFault).toEqual([]);
    const site = siteContent(out);
    for (const number of [draft, embargo, deleted]) expect(site).not.toHaveProperty([`articles/a${number}/index.html`]);
    const notice = site[`articles/a${expired}/index.html`];
    // An expired article leaves its headline and its dates.
    expect(notice).toContain('noindex');
    expect(notice).not.toContain('<article');
    for (const number of Object.values(numbers)) expect(site['feed.xml']).not.toContain(`Article ${number}`);
    // What was taken down stays down.
    change(room, index(draft), (text) => text.replace('draft: true\n', ''));
    await expect(build()).rejects.toThrow(`a${draft} is published with errors`);
    await builder.close();
  });

  longTest('expires at its own time', async () => {
    const { room, out, builder, build } = await aSite('own-time', (newsroom) =>
      newsroom.do({ ...plain, article: 1, published: 0, expires: true }),
    );
    misspell(room);
    const { next, atFault } = await build();
    expect(atFault).toHaveLength(1);
    expect(next).toContain(builtAt + hour / 2);
    expect((await build(builtAt + hour)).atFault).toEqual([]);
    await builder.close();
    expect(siteContent(out)['articles/a1/index.html']).toContain('noindex');
  });

  longTest('does not keep others from a link to its former address', async () => {
    const { room, builder, build } = await aSite('former', (newsroom) => {
      change(newsroom, index(1), (text) => text.replace('aliases: []', 'aliases: [once]'));
      addText(newsroom, '\nSee [more](/articles/once/).\n', 0);
    });
    addKey(room, 'title: [open');
    expect((await build()).atFault.map(({ name }) => name)).toEqual(['a1']);
    await builder.close();
  });

  test('is noted beside the site, for who puts it live', async () => {
    const { room, out, builder, build } = await aSite('noted');
    const noted = () => {
      const db = readBuildCache(out);
      try {
        const { atFault, finished } = readSiteManifest(db) ?? {};
        return { atFault, finished };
      } finally {
        db.close();
      }
    };
    misspell(room);
    await build();
    expect(noted()).toEqual({ atFault: ['a1'], finished: true });
    change(room, index(1), (text) => text.replace('titel:', 'title:'));
    await build();
    expect(noted()).toEqual({ atFault: [], finished: true });
    await builder.close();
  });

  longTest('has the pages that its last good text would have, whatever else is edited meanwhile', async () => {
    // Its mentions are those that readers saw, not those of the current glossary.
    const others = anEdit.filter(
      (edit) =>
        edit.kind !== 'glossary' && (!('article' in edit) || edit.article !== 1) && !('to' in edit && edit.to === 1),
    );
    let count = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(others, { minLength: 1, maxLength: 4 }), fc.boolean(), async (edits, resident) => {
        const name = `property-${count++}`;
        const { room, out, good, builder: first } = await aSite(name);
        const mirror = new Newsroom(path(`${name}/mirror`));
        mirror.do({ kind: 'picture', article: 1, where: 'lead', width: 8, colour: 1 });
        expect(readFileSync(join(mirror.dir, index(1)))).toEqual(readFileSync(join(good, index(1))));
        misspell(room);
        let builder = first;
        for (const edit of edits) {
          room.do(edit);
          mirror.do(edit);
          if (!resident) {
            await builder.close();
            builder = aBuilder(room.dir, out);
          }
          expect((await builder.build({ now: builtAt })).atFault.map(({ name }) => name)).toEqual(['a1']);
        }
        await builder.close();
        expect(siteContent(out)).toEqual(await fromNothing(mirror.dir));
        rmSync(path(name), { recursive: true });
      }),
      { numRuns: runs(1), endOnFailure: true },
    );
  });
});

describe('a language with a fault in its own site.ar.md or front.ar.md', () => {
  test('keeps what they said, and gets new texts; with nothing to keep, it stops the build, which says what to do', async () => {
    const { room, out } = await aBuiltNewsroom('language');
    room.do({ kind: 'arabic' });
    room.do({ kind: 'translate', article: 1, words: 5, draft: false, slug: false });
    const builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });
    const names = ({ atFault }: Built) => atFault.map(({ name }) => name);

    change(room, 'site.ar.md', (text) => text.replace('name:', 'nam:'));
    writeFileSync(join(room.dir, 'front.ar.md'), '---\nodrer: [a1]\n---\n');
    change(room, 'articles/a1/index.ar.md', (text) => text.replace('translator: Nobody', 'translator: Somebody'));
    expect(names(await builder.build({ now: builtAt }))).toEqual(['front.ar.md', 'site.ar.md']);
    expect(siteContent(out)['ar/articles/a1/index.html']).toContain('Somebody');
    expect(siteContent(out)['ar/index.html']).toContain('مثال');

    change(room, 'articles/a1/index.ar.md', (text) => text.replace('title:', 'titel:'));
    expect(names(await builder.build({ now: builtAt }))).toEqual(['front.ar.md', 'site.ar.md', 'ar/a1']);
    await builder.close();
    expect(siteContent(out)['ar/articles/a1/index.html']).toContain('Somebody');

    rmSync(`${out}.press`, { recursive: true });
    const anew = aBuilder(room.dir, out);
    await expect(anew.build({ now: builtAt })).rejects.toThrow(
      'front.ar.md and site.ar.md have errors, and there are no earlier pages in ar to keep. Fix them, or take ar out of languages in site.md until then.',
    );
    await anew.close();
  });
});

describe('a fault in site.md', () => {
  test('stops the build, and every problem of the content is told', async () => {
    const { room, out } = await aBuiltNewsroom('site');
    const builder = aBuilder(room.dir, out);
    await builder.build({ now: builtAt });
    const before = siteContent(out);
    change(room, 'site.md', (text) => text.replace('name:', 'nam:'));
    misspell(room);
    await expect(builder.build({ now: builtAt })).rejects.toThrow(/a1\/index\.md(.|\n)*site\.md/);
    await builder.close();
    expect(siteContent(out)).toEqual(before);
  });
});
