import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { aPng } from '../../support/a-png.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';

const index = 'articles/storm/index.md';

const siteIn = (timeZone: string) =>
  `---\nname: The Harbour\ntagline: News\nurl: https://harbour.example\nlang: en-GB\ntimeZone: ${timeZone}\npublisher: { name: Harbour }\ncontact: desk@harbour.example\nchecks: { never-recorded: { off: true, reason: Another subject. } }\n---\n`;

/** The codes and messages that are reported for a content folder with these files. */
async function told(files: Record<string, string | Uint8Array>, now = someday): Promise<string[]> {
  return (await checkContent(aContentFolder(files), { now })).map(({ code, message }) => `${code}: ${message}`);
}

const codesOf = (lines: readonly string[]) => lines.map((line) => line.split(':')[0]);

/** An article that was published then, on a site in a zone. */
const published = (instant: string, timeZone = 'Europe/London') =>
  told({
    'site.md': siteIn(timeZone),
    [index]: anIndex().replace('2026-01-19T18:00:00+00:00', instant),
  });

describe('An hour that a clock change leaves out', () => {
  test.each([
    ['2026-03-29T01:30', 'Europe/London', '2026-03-29T02:30:00+01:00'],
    ['2026-03-29 01:30', 'Europe/London', '2026-03-29T02:30:00+01:00'],
    ['2026-03-29T02:15:30', 'Europe/Berlin', '2026-03-29T03:15:30+02:00'],
    ['2026-03-08T02:30', 'America/New_York', '2026-03-08T03:30:00-04:00'],
    ['2026-10-04T02:10', 'Australia/Lord_Howe', '2026-10-04T02:40:00+11:00'],
  ])('is no time: %s in %s', async (text, zone, advice) => {
    expect(await published(text, zone)).toEqual([
      `date-impossible: There is no "${text}" in ${zone}: clocks went forward. Write the time that you mean, as in ${advice}.`,
    ]);
  });

  test('is no time of an event or of the end either', async () => {
    const keys = 'expires: 2026-03-29T01:30\ntimeline: [{ when: 2027-03-28T01:30, text: It rained. }]';
    expect(codesOf(await told({ [index]: anIndex({ keys }) }))).toEqual(['date-impossible', 'date-impossible']);
  });

  test('is told of as two where it comes twice', async () => {
    expect(await published('2026-10-25T01:30')).toEqual([
      'date-without-offset: "2026-10-25T01:30" was twice in Europe/London, where clocks went back. Write 2026-10-25T01:30:00+01:00 for the first time, 2026-10-25T01:30:00+00:00 for the second.',
    ]);
  });

  test.each([
    ['2026-03-29T00:59', '2026-03-29T00:59:00+00:00'],
    ['2026-03-29T02:00', '2026-03-29T02:00:00+01:00'],
    ['2026-07-01T12:00', '2026-07-01T12:00:00+01:00'],
  ])('is not one beside it: %s', async (text, advice) => {
    expect(await published(text)).toEqual([`date-without-offset: "${text}" has no UTC offset. Write ${advice}.`]);
  });
});

describe('An offset that the zone had in another season', () => {
  test.each([
    ['2026-07-19T18:00:00+00:00', 'Europe/London'],
    ['2026-01-19T18:00:00+01:00', 'Europe/London'],
    ['2026-01-19T18:00:00-04:00', 'America/New_York'],
    ['2026-03-29T01:30:00+01:00', 'Europe/London'],
  ])('is told of: %s in %s', async (instant, zone) => {
    expect(codesOf(await published(instant, zone))).toEqual(['offset-unlikely']);
  });

  test.each([
    ['the one of that day', '2026-07-19T18:00:00+01:00', 'Europe/London'],
    ['UTC, said as such', '2026-07-19T18:00:00Z', 'Europe/London'],
    ['one of another zone', '2026-07-19T18:00:00+03:00', 'Europe/London'],
    ['the one of a zone without summer time', '2026-07-19T18:00:00+03:00', 'Asia/Baghdad'],
    ['one of a zone long ago', '2026-07-19T18:00:00+04:00', 'Asia/Baghdad'],
  ])('is not %s', async (_what, instant, zone) => {
    expect(await published(instant, zone)).toEqual([]);
  });
});

describe('A year', () => {
  const source = (date: string) => `sources: [{ id: log, name: Log, kind: interview, date: ${date} }]`;
  const event = (when: string) => `timeline: [{ when: ${when}, text: It rained. }]`;
  const lead = 'The wind fell.[^log]';

  test.each([
    ['of a source after its article', source('2062-01-19'), ['year-unlikely']],
    ['of a source long before print', source('0206-01-19'), ['year-unlikely']],
    ['of a source of 1920', source('1920-05'), []],
    ['of a source that came later with an update', source('2028-01'), []],
    ['of an event after a century', event('2262-01-19'), ['year-unlikely']],
    ['of an instant', event('2262-01-19T18:00:00Z'), ['year-unlikely']],
    ['of a plan', event('2050-01'), []],
    ['of Pompeii', event('0079-08'), []],
  ])('%s', async (_what, keys, expected) => {
    const text = anIndex({ keys, ...(keys.startsWith('sources') && { lead }) });
    expect(codesOf(await told({ [index]: text }))).toEqual(expected);
  });

  test.each([
    ['2062-01-19T18:00:00+00:00', ['year-unlikely']],
    ['1206-01-19T18:00:00+00:00', ['year-unlikely']],
    ['2027-11-19T18:00:00+00:00', []],
    ['1950-01-19T18:00:00+00:00', []],
    ['1920-05-19T18:00:00+01:00', []],
  ])('of publication, at the beginning of 2027: %s', async (instant, expected) => {
    expect(codesOf(await published(instant))).toEqual(expected);
  });
});

describe('A note and a source with one id', () => {
  const keys = 'sources: [{ id: log, name: Log, kind: interview }]';
  test('are an error, whether or not the text cites them', async () => {
    const cited = anIndex({ keys, lead: 'The wind fell.[^log]\n\n[^log]: At dawn.' });
    expect(codesOf(await told({ [index]: cited }))).toEqual(['note-like-source']);
    const other = '---\ntitle: The pier\n---\n\nIt held.[^LOG]\n\n[^LOG]: At dawn.\n';
    const files = { [index]: anIndex({ keys, lead: 'The wind fell.[^log]' }), 'articles/storm/1-pier.md': other };
    expect(codesOf(await told(files))).toEqual(['note-like-source']);
  });
});

describe('A picture beside an article', () => {
  test('is told of where no text shows it', async () => {
    const lead = '![The pier at dawn](a%20pier.png "| Ada Reed")';
    const files = { 'articles/storm/a pier.png': aPng(), 'articles/storm/old.gif': 'x', 'articles/storm/sea.jpg': 'x' };
    expect(await told({ ...files, [index]: anIndex({ lead }) })).toEqual([
      expect.stringMatching(/^picture-unused: No text of this article shows "old\.gif"\./),
      expect.stringMatching(/^picture-unused: No text of this article shows "sea\.jpg"\./),
    ]);
  });

  test('is not where a text that names it is at fault', async () => {
    const lead = '![The pier at dawn](pier.png "| Ada Reed")';
    expect(codesOf(await told({ [index]: anIndex({ lead }), 'articles/storm/pier.png': '' }))).toEqual([
      'picture-broken',
    ]);
    const broken = anIndex({ lead, keys: 'titel: x' });
    expect(codesOf(await told({ [index]: broken, 'articles/storm/pier.png': aPng() }))).toEqual(['key-unknown']);
  });
});

describe('A place', () => {
  const place = (country: string, latitude: number, longitude: number, name = 'A place') =>
    told({
      'glossary/place.md': `---\nname: ${name}\nkind: place\ncountry: ${country}\nlatitude: ${latitude}\nlongitude: ${longitude}\n---\n\nA town.\n`,
    });

  test.each([
    ['Raqqa', 'Syria', 39.01, 35.95, 'latitude and longitude are swapped'],
    ['Lima', 'Peru', -12.05, 77.04, 'the sign of longitude is wrong'],
    ['Sydney', 'Australia', 33.87, 151.2, 'the sign of latitude is wrong'],
    ['New York', 'USA', 40.7, 74, 'the sign of longitude is wrong'],
  ])('%s is told of where it is not in %s', async (_name, country, latitude, longitude, words) => {
    expect(await place(country, latitude, longitude)).toEqual([expect.stringContaining(words)]);
  });

  test.each([
    ['Raqqa', 'Syria', 35.95, 39.01],
    ['Ain Issa, at the border', 'Syria', 36.9, 38.9],
    ['Honolulu', 'United States', 21.3, -157.8],
    ['Suva', 'Fiji', -18.1, 178.4],
    ['Anadyr', 'Russia', 64.7, 177.5],
    ['Cayenne', 'France', 4.9, -52.3],
    ['a ship', 'Iraq', 10, -30],
    ['a place in no country', 'Ruritania', 39, 35],
  ])('%s is left alone', async (_name, country, latitude, longitude) => {
    expect(await place(country, latitude, longitude)).toEqual([]);
  });
});
