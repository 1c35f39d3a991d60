import { describe, expect, test } from 'vitest';
import { loadContent } from '@/lib/content/load-content.ts';
import { articleData } from '@/lib/formats/article-data.ts';
import { createUrls } from '@/lib/model/urls.ts';
import { publish } from '@/lib/publication/publish.ts';
import { aPng } from '../../support/a-png.ts';
import { aContentFolder, anIndex, checkedLines, problemLines, someday } from '../../support/content-folder.ts';

const portrait = aPng({ width: 600, height: 600, colour: [9, 50, 50] });

function author(keys: string) {
  return `---\nname: Ada Reed\n${keys}\n---\n`;
}

const whole = author(`role: Reporter
image: ada.png
bio: Ada Reed writes about the sea.
contact: ada@harbour.example`);

function published(files: Record<string, string | Uint8Array>) {
  const dir = aContentFolder({ 'articles/storm/index.md': anIndex(), ...files });
  const { content } = loadContent(dir);
  if (!content) throw new Error(problemLines(dir).join('\n'));
  return publish(content, someday);
}

describe('An author', () => {
  test('with a picture and a biography is shown with them under an article', () => {
    const publication = published({ 'authors/ada-reed.md': whole, 'authors/ada.png': portrait });
    const article = publication.read('storm');
    expect(article?.authors).toMatchObject([
      {
        id: 'ada-reed',
        role: 'Reporter',
        bio: 'Ada Reed writes about the sea.',
        contact: 'ada@harbour.example',
        picture: { image: { name: expect.stringMatching(/^authors\/ada-[0-9a-f]{8}$/), width: 600, height: 600 } },
      },
    ]);
    expect(publication.pictures.map(({ image }) => image.name)).toEqual([article?.authors[0]?.picture?.image.name]);
  });

  test('with neither is the name alone there, whatever else is known', () => {
    const plain = published({}).read('storm')?.authors;
    const known = published({ 'authors/ada-reed.md': author('role: Reporter\ncontact: ada@harbour.example') });
    expect(known.read('storm')?.authors).toEqual(plain);
    expect(known.authors).toMatchObject([{ role: 'Reporter', contact: 'ada@harbour.example' }]);
  });

  test('is a person with them to search engines, whose role ends with their work here', () => {
    const data = (text: string) => {
      const { read, site } = published({ 'authors/ada-reed.md': text, 'authors/ada.png': portrait });
      const article = read('storm');
      return article && articleData(article, site, createUrls(site.url));
    };
    const person = {
      '@type': 'Person',
      jobTitle: 'Reporter',
      description: 'Ada Reed writes about the sea.',
      email: 'ada@harbour.example',
      image: expect.stringMatching(/\/pictures\/authors\/ada-[0-9a-f]{8}-600\.jpg$/),
    };
    expect(data(whole)).toMatchObject({ '@graph': [{ author: [person] }, {}] });
    expect(JSON.stringify(data(whole.replace('role:', 'former: true\nrole:')))).not.toContain('jobTitle');
  });

  test.each([
    ['image: adda.png', '5:8', 'Did you mean "ada.png"?'],
    ['image: ../articles/ada.png', '5:8', 'is in another folder'],
    ['image: https://other.example/ada.png', '5:8', 'is an address'],
    [`image: ada.png\nbio: ${'long '.repeat(70)}`, '6:6', 'the limit is 300'],
    ['image: ada.png\ncontact: https://harbour.example', '6:10', 'contact'],
    ['image: ada.png\nformer: yes', '6:9', 'former'],
  ])('at fault is told of at its place: %s', (keys, place, told) => {
    const lines = problemLines(
      aContentFolder({
        'authors/ada-reed.md': author(`role: Reporter\naliases: []\n${keys}`),
        'authors/ada.png': portrait,
      }),
    );
    expect(lines.filter((line) => !line.includes('picture-unused'))).toEqual([
      expect.stringContaining(`content/authors/ada-reed.md:${place}  error`),
    ]);
    expect(lines[0]).toContain(told);
  });

  test('has a picture that can be decoded to its end', async () => {
    const lines = await checkedLines(
      aContentFolder({ 'authors/ada-reed.md': whole, 'authors/ada.png': portrait.subarray(0, 60) }),
    );
    expect(lines).toEqual([expect.stringContaining('content/authors/ada-reed.md:4:8  error  picture-broken')]);
  });

  test('is asked for where a picture belongs to nobody', () => {
    expect(problemLines(aContentFolder({ 'authors/ada.png': portrait }))).toEqual([
      'content/authors/ada.png:1:1  warning  picture-unused  No author has "ada.png" as a picture. Write image: "ada.png" in the file of one, or remove it.',
    ]);
  });
});
