import type { Page } from '@playwright/test';
import { deskContent, expect, openDesk, test } from '../../support/desk-server.ts';
import { twoLanguages } from '../../support/two-languages.ts';

/** An article written in as many ways as YAML and Markdown allow, with keys that no form knows. */
const storm = `---
# For colleagues: ask Ada before you change this.
title:   'The storm passes'   # as agreed
standfirst: >-
  The pier stands,
  and the ferries sail again.
authors: [ada-reed]
published: 2026-01-19T23:30:00+05:30
topics:
    - weather
keyPoints:
  - The pier stands. # surely
  - { text: "The ferries sail.", section: pier }
timeline:
  - {when: 2026-01, text: 'A storm came.'}
  - when: 2026-01-19T18:00:00+00:00
    text: It passed.
sources: [ {id: log, name: Harbour log, kind: document,   url: "https://log.example/"} ]
draft: false
unheard: { of: [yes, "no"] }
aliases: []
---


The wind fell at dawn.[^log] So says :plain[Ada Reed] – and “nobody” else.

| a | b |
|---|---|
| 1 | 2 |

[^note]: A note.
<!-- to be said -->
- one
* two\\
`;

const pier = `---
title: The pier
aliases: [ quay ]
---

Every plank held.[^log]
`;

const files: Record<string, string> = {
  ...twoLanguages,
  'site.md': `${twoLanguages['site.md'].replace(
    'checks:',
    'navigation: [about, { label: Sea, url: /topics/weather/ }]\nlook: { accent: "#0b6e4f" }\nchecks:',
  )}`,
  'articles/storm/index.md': storm,
  'articles/storm/index.ar.md': `---
translates: 1
translator:  ليلى حداد
title: العاصفة تنحسر
standfirst: "صمد الرصيف، وعادت العبّارات إلى الإبحار."
keyPoints: [صمد الرصيف., تبحر العبّارات.]
sources: { log: سجل الميناء }
---

هدأت الريح عند الفجر.[^log]
`,
  'articles/storm/1-pier.md': pier,
  'articles/storm/versions/1.md': 'Nobody opens this.\n',
  'authors/ada-reed.md':
    '---\nname: Ada Reed # our best\nrole: Reporter\nimage: ada.jpg\naliases: [ ada ]\nhidden: [ key ]\n---\n\nShe *writes*.\n',
  'topics/weather.md': '---\nname: Weather\ndescription: >\n  Wind\n  and rain.\naliases: [sky]\n---\n',
  'series/storms.md': '---\nname: "Storms"\n---\n\nAll of them.\n',
  'glossary/pier.md':
    '---\nname: The Pier\nkind: place\nlatitude: 51.50\nlongitude: -0.1\naliases: [Old Pier]\n---\n\nBuilt in 1891.\n',
  'pages/contact.md': '---\ntitle: Contact\n---\n\nWrite to us.\n',
  'front.md': '---\nlead: storm\nblocks: [ { topic: weather, articles: 2 } ]\n---\n\nA note.\n',
  'redirects.md':
    '---\nredirects:\n  /2020/storm.html: /articles/storm/   # from the old site\n  /old: https://old.example/\n---\n',
};

type Case = {
  what: string;
  /** The address of the entry in the desk. */
  at: string;
  /** The field, what is typed into it, and the form in which it is. */
  field: string;
  typed: string;
  form?: string;
  file: string;
  /** What of the file is other after that. */
  from: string;
  to: string;
};

const cases: Case[] = [
  {
    what: 'the headline of an article',
    at: 'articles/entries/storm/index',
    field: 'Title',
    typed: 'The storm has passed',
    file: 'articles/storm/index.md',
    from: "title:   'The storm passes'   # as agreed",
    to: "title: 'The storm has passed' # as agreed",
  },
  {
    what: 'a word of its text',
    at: 'articles/entries/storm/index',
    field: 'Text',
    typed: storm.slice(storm.indexOf('The wind'), -1).replace('at dawn', 'at noon'),
    file: 'articles/storm/index.md',
    from: 'at dawn',
    to: 'at noon',
  },
  {
    what: 'a translation',
    at: 'articles-ar/entries/storm/index.ar',
    field: 'Title',
    typed: 'انحسرت العاصفة',
    file: 'articles/storm/index.ar.md',
    from: 'title: العاصفة تنحسر',
    to: 'title: انحسرت العاصفة',
  },
  {
    what: 'a section',
    at: 'sections/entries/storm/1-pier',
    field: 'Text',
    typed: 'Each plank held.[^log]',
    file: 'articles/storm/1-pier.md',
    from: 'Every',
    to: 'Each',
  },
  {
    what: 'an author',
    at: 'authors/entries/ada-reed',
    field: 'Role',
    typed: 'Editor',
    file: 'authors/ada-reed.md',
    from: 'role: Reporter',
    to: 'role: Editor',
  },
  {
    what: 'the translation of an author',
    at: 'authors/entries/ada-reed',
    form: 'ar',
    field: 'Role',
    typed: 'محررة',
    file: 'authors/ada-reed.ar.md',
    from: 'role: مراسلة',
    to: 'role: محررة',
  },
  {
    what: 'a topic',
    at: 'topics/entries/weather',
    field: 'Name',
    typed: 'The weather',
    file: 'topics/weather.md',
    from: 'name: Weather',
    to: 'name: The weather',
  },
  {
    what: 'a series',
    at: 'series/entries/storms',
    field: 'Name',
    typed: 'All storms',
    file: 'series/storms.md',
    from: 'name: "Storms"',
    to: 'name: "All storms"',
  },
  {
    what: 'an entry of the glossary',
    at: 'glossary/entries/pier',
    field: 'Text',
    typed: 'Built in 1897.',
    file: 'glossary/pier.md',
    from: '1891',
    to: '1897',
  },
  {
    what: 'a page',
    at: 'pages/entries/contact',
    field: 'Text',
    typed: 'Call us.',
    file: 'pages/contact.md',
    from: 'Write to us.',
    to: 'Call us.',
  },
  {
    what: 'the publication',
    at: '_singletons/entries/site',
    field: 'Tagline',
    typed: 'News from the sea',
    file: 'site.md',
    from: 'tagline: News from the coast',
    to: 'tagline: News from the sea',
  },
  {
    what: 'its translation',
    at: '_singletons/entries/site-ar',
    field: 'Tagline',
    typed: 'أخبار البحر',
    file: 'site.ar.md',
    from: 'أخبار الساحل',
    to: 'أخبار البحر',
  },
  {
    what: 'the front page',
    at: '_singletons/entries/front',
    field: 'Text',
    typed: 'Another note.',
    file: 'front.md',
    from: 'A note.',
    to: 'Another note.',
  },
];

const holding = (words: string) => new RegExp(words.replaceAll(/[.[\]^]/g, '\\$&'));

/** Opens an entry, types into one of its fields, and saves. */
async function save(page: Page, site: string, { at, form = '', field, typed, from, to }: Case): Promise<void> {
  await page.goto(`${site}/admin/#/collections/${at}`);
  const forms = page.getByRole('group', {
    name: new RegExp(`Edit .*${form === '' ? '(?:_default|English)' : form === 'ar' ? 'Arabic' : form}.* Content`),
  });
  const input = forms.getByRole('textbox', { name: field, exact: true }).first();
  // The editor of texts takes a moment to show what it has.
  if (field === 'Text') await expect(input).toHaveValue(holding(from));
  await input.fill(typed);
  if (field === 'Text') await expect(input).toHaveValue(holding(to));
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
}

test('a save in the desk changes in the file what was changed in the form, and nothing else', async ({
  page,
  site,
}) => {
  await openDesk(page, site, files);
  // One window for all of them: the desk takes longer to start than to save.
  let saved = files;
  for (const one of cases) {
    await test.step(one.what, async () => {
      await save(page, site, one);
      const before = saved[one.file] ?? '';
      expect(before).toContain(one.from);
      saved = { ...saved, [one.file]: before.replace(one.from, one.to) };
      await expect(async () => expect(await deskContent(page)).toEqual(saved)).toPass();
    });
  }
});
