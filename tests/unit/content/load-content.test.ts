import { describe, expect, test } from 'vitest';
import { loadContent, loadWholeContent } from '@/lib/content/load-content.ts';
import { ContentError } from '@/lib/model/problem.ts';
import { aContentFolder, contentWith } from '../../support/content-folder.ts';

const site = `---
name: الميناء
tagline: أخبار الساحل
url: https://harbour.example/news/
lang: ar
timeZone: Asia/Baghdad
publisher: {name: دار الميناء}
contact: desk@harbour.example
policies: {corrections: about}
social: ["https://social.example/@harbour"]
---

من نحن.
`;

describe('The publication', () => {
  test('is what site.md says, its direction that of its language', () => {
    expect(contentWith({ 'site.md': site }).site).toEqual({
      name: 'الميناء',
      tagline: 'أخبار الساحل',
      url: 'https://harbour.example/news',
      lang: 'ar',
      languages: ['ar'],
      prefix: '',
      dir: 'rtl',
      timeZone: 'Asia/Baghdad',
      digits: undefined,
      publisher: 'دار الميناء',
      contact: 'desk@harbour.example',
      policies: { corrections: 'about' },
      social: ['https://social.example/@harbour'],
      about: '<p>من نحن.</p>',
      feeds: 'full',
      footer: undefined,
      icon: undefined,
      logo: undefined,
      look: undefined,
      navigation: undefined,
      rights: undefined,
    });
  });

  test('may choose its digits, which its notes have in the text too', () => {
    const folder = { 'site.md': site.replace('lang: ar', 'lang: ar\ndigits: arab') };
    expect(contentWith(folder).site.digits).toBe('arab');
    expect(() => contentWith({ 'site.md': site.replace('lang: ar', 'lang: ar\ndigits: roman') })).toThrow(
      /digits.*latn.*arab/s,
    );
  });

  test('may have another direction than its language', () => {
    expect(contentWith({ 'site.md': site.replace('lang: ar', 'lang: ar\ndir: ltr') }).site.dir).toBe('ltr');
  });
});

describe('The content', () => {
  test('has articles, authors, topics and glossary in the order of their names on every machine', () => {
    const { authors, topics, glossary } = contentWith({
      'authors/zoe.md': '---\nname: Zoe\n---\n',
      'authors/ben.md': '---\nname: Ben\nrole: Editor\nurl: https://ben.example/\n---\n\nBen *edits*.\n',
      'topics/sea.md': '---\nname: Sea\ndescription: Tides\n---\n',
      'glossary/pier.md': '---\nname: Pier\nkind: place\ncapital: true\naliases: [Jetty]\n---\n\nA *pier*.\n',
      'glossary/mayor.md': '---\nname: Mayor\nkind: person\nrole: Head of the town\ncountry: Ruritania\n---\n',
    });

    expect(authors).toMatchObject([
      { id: 'ada-reed' },
      { id: 'ben', name: 'Ben', role: 'Editor', url: 'https://ben.example/', note: '<p>Ben <em>edits</em>.</p>' },
      { id: 'zoe' },
    ]);
    expect(topics).toMatchObject([{ id: 'sea', description: 'Tides' }, { id: 'weather' }]);
    expect(glossary).toMatchObject([
      {
        id: 'mayor',
        kind: 'person',
        role: 'Head of the town',
        country: 'Ruritania',
        position: undefined,
        isCapital: false,
      },
      { id: 'pier', kind: 'place', isCapital: true, aliases: ['Jetty'], note: '<p>A <em>pier</em>.</p>' },
    ]);
  });

  test('may have no article yet', () => {
    expect(contentWith({ 'articles/storm': undefined }).articles).toEqual([]);
  });

  test('is the same each time that it is loaded', () => {
    expect(contentWith({})).toEqual(contentWith({}));
  });

  test('is not handed out with a problem in it', () => {
    const dir = aContentFolder({ 'authors/ada-reed.md': 'Ada' });

    expect(loadContent(dir).content).toBeUndefined();
    expect(() => loadWholeContent(dir)).toThrow(ContentError);
  });
});
