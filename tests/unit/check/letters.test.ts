import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { mojibakeIn } from '@/lib/review/text/mojibake.ts';
import { aContentFolder, someday } from '../../support/content-folder.ts';
import { warningsIn } from '../../support/warnings.ts';

/** UTF-8 as read by a program that expects Windows-1252. */
const broken = (text: string) => new TextDecoder('windows-1252').decode(new TextEncoder().encode(text));

describe('A text that was read in a wrong encoding is found', () => {
  test.each([
    'Café',
    'don’t',
    '“quoted”',
    'ten – twenty',
    'a — b',
    'dots…',
    '25 °C',
    '£5 and €6',
    '© 2026',
    'à la carte',
    'naïve façade',
    'Müller',
    'Łódź is near Kraków',
    'İstanbul, Şişli',
    'Москва',
    'العراق',
    'ירושלים',
    '東京',
    '😀',
    'Ñandú',
    'São Tomé',
    'no\u00a0break',
    'crème brûlée',
    'Ångström',
  ])('%s', (text) => {
    const [first] = mojibakeIn(broken(text));
    expect(first).toBeDefined();
    expect(text).toContain(first?.meant);
  });
});

describe('A text that is right is left alone', () => {
  test.each([
    'SÃO PAULO e a MAÇÃ',
    '“MAÇÃ” e «AMANHû',
    'MAÇÃ… e MAÇÃ – MAÇÃ—MAÇû',
    '«CAFÉ» et “CAFÉ”, CAFÉ…, CAFÉ – CAFÉ—OLÉ’',
    '« Ça va ? » : c’est là… “à” l’été',
    'olé”—he said, “olé”…',
    'MENÜ’S “ÜBER” Ü–Ä—Ö… Ø’',
    'Ã é uma letra',
    'Âge d’or, Â… Î»',
    'ÎLE, Ïle, Ð and Þ',
    '25 °C, £5, €6, © 2026, ½, 10²',
    'ÅÄÖ åäö ÅÅÅ',
    'Ñu… “Ñ”',
    'Việt Nam â ă ê',
    '«Ð»',
    'À–Ú',
  ])('%s', (text) => {
    expect(mojibakeIn(text)).toEqual([]);
  });
});

describe('A letter that was lost', () => {
  test.each([
    ['in the text', 'The caf\ufffd opened.', ['1:8 letter-broken']],
    ['once for each paragraph', 'Caf\ufffd caf\ufffd.\n\nCaf\ufffd.', ['1:4 letter-broken', '3:4 letter-broken']],
    ['as a number', 'Caf&#xFFFD; opened.', ['1:1 letter-broken']],
    ['and not in code', 'The sign `\ufffd` means a lost letter.', []],
  ])('is told of %s', async (_where, lead, expected) => {
    expect(await warningsIn(lead)).toEqual(expected);
  });
});

/** The codes, with line and column, that are reported for the keys of an article. */
async function toldOf(keys: string): Promise<string[]> {
  const dir = aContentFolder({
    'articles/storm/index.md': `---\n${keys}\nauthors: [ada-reed]\npublished: 2026-01-19T18:00:00+00:00\ntopics: [weather]\n---\n\nThe wind fell.\n`,
  });
  return (await checkContent(dir, { now: someday })).map(({ line, column, code }) => `${line}:${column} ${code}`);
}

const standfirst = 'standfirst: The pier stands.';

describe('Keys that are written as HTML', () => {
  test.each([
    ['Fish &amp; chips', ['2:13 entity-in-key']],
    ['Fish &#8217;s chips', ['2:13 entity-in-key']],
    ['Fish &#x2019;s chips', ['2:13 entity-in-key']],
    ['Fish&nbsp;chips', ['2:12 entity-in-key']],
    ['Fish &eacute; chips', ['2:13 entity-in-key']],
    ['Fish & chips', []],
    ['AT&T; Fish &chips;', []],
    ['Marks &Spencer', []],
  ])('are told of: %s', async (title, expected) => {
    expect(await toldOf(`title: ${title}\n${standfirst}`)).toEqual(expected);
  });

  test('are told of in captions and sources, and not in addresses', async () => {
    const sources =
      'sources: [{ id: log, name: "Log &amp; book", kind: report, url: "https://a.example/?a=1&copy;=2" }]';
    expect(await toldOf(`title: The storm\n${standfirst}\n${sources}`)).toEqual([
      '4:17 source-uncited',
      '4:33 entity-in-key',
    ]);
  });
});

describe('A title', () => {
  test.each([
    ['a soft hyphen', 'North\u00adern Pier', ['2:13 invisible-in-name']],
    ['a zero-width space', 'North\u200b Pier', ['2:13 invisible-in-name']],
    ['a joiner at its end', 'North Pier\u200c', ['2:18 invisible-in-name']],
    ['the non-joiner of Persian', 'می‌شود علی‌رضا', []],
    ['the non-joiner of Urdu', 'آئی‌فون', []],
    ['the joiners of an emoji', 'A family 👨‍👩‍👧 comes', []],
    ['the joiner of Devanagari', 'क्‍ष', []],
    ['a break of Thai', 'ประเทศ\u200bไทย', []],
    ['spaces of French that do not break', 'Vrai\u00a0? Oui\u202f!', []],
  ])('with %s', async (_what, title, expected) => {
    expect(await toldOf(`title: ${title}\n${standfirst}`)).toEqual(expected);
  });

  test('is told of with its number, and so is a name', async () => {
    const dir = aContentFolder({
      'glossary/pier.md': '---\nname: North\u00ad Pier\nkind: place\naliases: ["Pi\u200ber"]\n---\n\nA pier.\n',
    });
    const problems = await checkContent(dir, { now: someday });

    expect(problems.map(({ message }) => message)).toEqual([
      'An invisible soft hyphen (U+00AD) is in this name, so searches do not find it. Delete it.',
      'An invisible zero-width space (U+200B) is in this name, so searches do not find it. Delete it.',
    ]);
  });
});

describe('The description of a picture', () => {
  const files = { 'articles/storm/pier.png': 'x', 'articles/storm/old-pier.png': 'x' };
  test.each([
    ['Photo', true],
    ['photo.', true],
    ['Image', true],
    ['A map', true],
    ['صورة', true],
    ['pier.png', true],
    ['IMG_2041', true],
    ['DSC00123.JPG', true],
    ['Screenshot 2026-01-19 at 18.00.00', true],
    ['Photo of the pier at dawn', false],
    ['Map of Iraq and Syria', false],
    ['The pier', false],
    ['Pier', false],
    ['Photo 51', true],
    ['Picture of Ada Reed', false],
  ])('“%s”: says nothing is %s', async (alt, isTold) => {
    const lead = `![${alt}](pier.png "| Ada Reed")`;
    const codes = (await warningsIn(lead, files as never)).filter((line) => line.endsWith('alt-empty'));
    expect(codes).toEqual(isTold ? ['1:1 alt-empty'] : []);
  });

  test('of the lead picture is looked at as well', async () => {
    const picture = (alt: string) => `picture:\n  map: { places: [pier] }\n  alt: ${alt}\n  credit: Desk`;
    const codes = async (alt: string) =>
      (await toldOf(`title: The storm\n${standfirst}\n${picture(alt)}`)).filter((line) => line.endsWith('alt-empty'));
    expect(await codes('Locator map')).toEqual(['6:8 alt-empty']);
    expect(await codes('Map of the coast')).toEqual([]);
  });
});
