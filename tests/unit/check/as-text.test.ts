import { describe, expect, test } from 'vitest';
import { checkContent } from '@/lib/check/check-content.ts';
import { aContentFolder, anIndex, someday } from '../../support/content-folder.ts';
import { warningsIn } from '../../support/warnings.ts';

const codes = /-as-text|link-empty|list-number|-by-chance|paragraph-as-code/;

/** The warnings of the checks under test; those of others are left out. */
async function told(lead: string): Promise<string[]> {
  return (await warningsIn(lead)).filter((line) => codes.test(line));
}

/** The same for the value of a key of the front matter. */
async function toldOfKey(text: string): Promise<string[]> {
  const index = anIndex({ keys: `dateline: Mosul` }).replace('title: The storm passes', `title: '${text}'`);
  const problems = await checkContent(aContentFolder({ 'articles/storm/index.md': index }), { now: someday });
  return problems.filter(({ code }) => codes.test(code)).map(({ column, code }) => `${column - 9} ${code}`);
}

const noteBelow = '\n\n[^1]: Local time.';

describe('A link that did not take', () => {
  test.each([
    ['has a space between its brackets', 'See [the log] (https://log.example/19).'],
    ['has a line end between its brackets', 'See [the log]\n(https://log.example/19).'],
    ['leads to a file, with a space', 'See [the log] (../storm/index.md).'],
    ['has its brackets the wrong way round', 'See (the log)[https://log.example].'],
    ['is one of a wiki', 'See [[north-pier|The pier]].'],
    ['is one of a wiki without words', 'See [[north-pier]].'],
    ['has a label that stands for nothing', 'See [the note][no-such-label].'],
    ['has an empty label that stands for nothing', 'See [the note][].'],
    ['has a space in its address', 'See [the plan](https://plan.example/a b.pdf).'],
    ['has curly quotes around its title', 'See [the plan](https://plan.example “The plan”).'],
    ['has no closing round bracket', 'See [the plan](https://plan.example and go.'],
    ['has no opening round bracket', 'See [the plan]https://plan.example) and go.'],
    ['has no opening square bracket', 'See the plan](https://plan.example) and go.', '1:13'],
    ['has no closing square bracket', 'See [the plan(https://plan.example) and go.'],
    ['has emphasis in its words', 'See [the *old* log] (https://log.example).'],
    ['has spaces in angle brackets', 'See < https://log.example >.'],
    ['is an address without https', 'See <www.log.example>.'],
  ])('%s', async (_what, lead, place = '1:5') => {
    expect(await told(lead)).toEqual([`${place} link-as-text`]);
  });

  test.each([
    ['has a space between its brackets', '![The pier] (pier.jpg "The pier | Ada")'],
    ['has a space in its address', '![The pier](the pier.jpg "The pier | Ada")'],
    ['has curly quotes', '![The pier](pier.jpg “The pier | Ada”)'],
    ['is one of a wiki', '![[pier.png]]'],
    ['has its brackets the wrong way round', '!(The pier)[pier.jpg]'],
    ['has a label that stands for nothing', '![The pier][pier]'],
  ])('is a picture that %s', async (_what, lead) => {
    expect(await told(lead)).toEqual(['1:1 link-as-text']);
  });

  test('is in a quotation, a list, a cell, a note, a key', async () => {
    expect(await told('> He said\n> “see [the log] (/log/)”\n> — Ada [Reed] (/ada/)')).toEqual([
      '2:8 link-as-text',
      '3:9 link-as-text',
    ]);
    expect(await told('- One\n- See [[log]]')).toEqual(['2:7 link-as-text']);
    expect(await told('| a |\n|---|\n| [[log]] |')).toEqual(['3:3 link-as-text']);
    expect(await told('So.[^1]\n\n[^1]: See [the log] (/log/).')).toEqual(['3:11 link-as-text']);
    expect(await toldOfKey('See [the log](https://log.example)')).toEqual(['4 link-as-text']);
  });

  test('is told of each by itself', async () => {
    expect(await told('See [[a]] and [[b]], and [the log] (/log/).')).toHaveLength(3);
  });

  test.each([
    '“I saw [sic] (the) man”, (a) [b] and [her] (see page 3).',
    'He said “[…] [the wind] fell” [sic](their words).',
    'A list [1, 2] and [[1, 2], [3, 4]] and a[0][1].',
    '[Editor’s note: see the log (https://log.example) for more.]',
    'An [old](/topics/weather/) [pier][log], ![x](y "z")\n\n[log]: https://log.example',
    'Type `[a] (https://b.example)` and \\[a\\] (https://b.example).',
    'It is 3 < 4 and <https://a.example> and i <3 u > all.',
    'He [the minister] [again] went (see (a)).',
  ])('is not in %j', async (lead) => {
    expect((await told(lead)).filter((line) => line.endsWith('link-as-text'))).toEqual([]);
  });
});

describe('A link without words', () => {
  test.each(['[](https://log.example)', '[ ](https://log.example)', '[<!-- log -->](https://log.example)'])(
    'is told of: %s',
    async (link) => {
      expect(await told(`See ${link} now.`)).toEqual(['1:5 link-empty']);
    },
  );

  test('is not one of code', async () => {
    expect(await told('See [`a`](https://log.example) now.')).toEqual([]);
  });
});

describe('A note that did not take', () => {
  test.each([
    ['is written in the line', 'So.^[a note] Then.', '1:4'],
    ['has a space in its label', 'So.[^my note] Then.', '1:4'],
    ['is a number after a word', 'So it was[1] and more.', '1:10'],
    ['is a number after a full stop', 'So it was.[1] And more.', '1:11'],
    ['is a number before a full stop', 'So it was [1].', '1:11'],
    ['is a list of sources', '[1] The log of the harbour.', '1:1'],
  ])('%s', async (_what, lead, place) => {
    expect(await told(lead)).toEqual([`${place} note-as-text`]);
  });

  test('is told of each by itself', async () => {
    expect(await told('So it was.[1][2] And.^[a note]')).toHaveLength(3);
  });

  test.each(['So it was.[^1]', 'So it was.^[a note]', 'So it was.[1]'])('is in a key: %s', async (title) => {
    expect(await toldOfKey(title)).toEqual(['10 note-as-text']);
  });

  test.each([
    `It was.[^1]${noteBelow}`,
    '“I saw [3] of them in [2019]”, he said [sic].',
    'A [1](https://a.example) and \\[1] and `a[1]`.',
    'x^2 and [x]^2, a[0] and b[10] and c[1].',
  ])('is not in %j', async (lead) => {
    expect(await told(lead)).toEqual([]);
  });
});

describe('Signs of emphasis that did not take', () => {
  test.each([
    ['have spaces inside', 'It was ** bold ** then.', '1:8'],
    ['have a space at the end', 'He said **that **was it.', '1:9'],
    ['have a space at the beginning', 'He said ** that** was it.', '1:9'],
    ['are never closed', 'He said **that was it.', '1:9'],
    ['are never closed in their paragraph', '**That was it.\n\nSo it was.**', '1:1'],
    ['are beside a quotation', 'fell.**“Go,”**he said.', '1:6'],
    ['are beside a quotation, after a letter', 'say**“Go”**he said.', '1:4'],
    ['are single ones beside a quotation', 'The *“Storm,”*a play.', '1:5'],
    ['are beside the signs of Japanese', '**この文は太字になりません。**この文のせいで。', '1:1'],
    ['are beside the signs of Chinese', '**「刻舟求剑」**是一个成语。', '1:1'],
    ['are beside the signs of Arabic', 'كلمة **«صباح»**و بعد.', '1:6'],
    ['are beside the signs of Russian', '**«Утро»**наступило.', '1:1'],
    ['are underscores beside a quotation', 'The _“Storm,”_a play.', '1:5'],
    ['are beside Chinese, with a space at one side', '说**“风”** 然后。', '1:2'],
    ['are underscores beside Chinese', '他说_风停了_然后走。', '1:3'],
    ['are two underscores beside Chinese', '他说__“风”__然后走。', '1:3'],
    ['are around a comma', 'Before the storm**,** it stood.', '1:17'],
    ['are those of a mark', 'It was ==very old== then.', '1:8'],
  ])('%s', async (_what, lead, place) => {
    expect(await told(lead)).toEqual([`${place} emphasis-as-text`]);
  });

  test('are told of in every place', async () => {
    expect(await told('A ** bold ** word.**“Go,”**he said, the *“Storm,”*a play, and **so on.')).toEqual(
      ['1:3', '1:19', '1:41', '1:63'].map((place) => `${place} emphasis-as-text`),
    );
  });

  test.each(['The **old** pier', 'The *Argo* sinks', 'The _Argo_ sinks', '**Old** pier'])(
    'are in a key: %s',
    async (title) => {
      expect((await toldOfKey(title)).map((line) => line.split(' ')[1])).toEqual(['emphasis-as-text']);
    },
  );

  test.each([
    'It was **bold** and *so* and ***both*** and __this__ and _that_.',
    'He said f**k, sh*t, b*****d, s***! and f** off.',
    'It is 5 * 3 * 2, 2 ** 3 and a ** b ** c.',
    'It cost 1,200* in 2023 and 1,300** in 2024.\n\n*Estimated.\n\n**Figures are for 2024.',
    'Terms apply.*\n\n*See below.',
    'Rated 5* and ****, or ** and *.',
    '\\*\\*not bold\\*\\* and `**code**`.',
    'A file_name_here, __init__.py, foo_bar_ and _x.',
    'I am __ years and ____ days old.',
    ':* and ^_^ and o_O and T_T and ¯\\\\\\_(ツ)_/¯ and >_<',
    'a == b and c == d, ==== and =>',
    '说 **“风”** 然后。',
    '*nix and *BSD, *.txt and *.doc.',
    '* * *',
  ])('are not in %j', async (lead) => {
    expect((await told(lead)).filter((line) => line.endsWith('emphasis-as-text'))).toEqual([]);
  });
});

describe('A heading without a space', () => {
  test.each([
    ['###Heading', '1:1'],
    ['##Heading', '1:1'],
    ['Text.\n###Heading', '2:1'],
  ])('is told of: %j', async (lead, place) => {
    expect(await told(lead)).toEqual([`${place} heading-as-text`]);
  });

  test.each(['#MeToo reaches the harbour.', '\\##Heading', '`##x`', 'C## and F#', '## of them'])(
    'is not %j',
    async (lead) => {
      expect((await told(lead)).filter((line) => line.endsWith('heading-as-text'))).toEqual([]);
    },
  );
});

describe('A list that did not take', () => {
  test.each([
    ['begins with bullets', '• One\n• Two', '1:1'],
    ['begins with bullets, after a line', 'Steps:\n• One\n• Two', '2:1'],
    ['begins with bullets, in paragraphs', '• One\n\n• Two\n\nThree.', '3:1'],
    ['begins with dashes', '– One\n– Two', '1:1'],
    ['begins with dashes, after a line', 'Steps:\n– One\n– Two', '2:1'],
    ['has no space after its signs', '-One\n-Two', '1:1'],
    ['has no space after its numbers', '1.One\n2.Two\n3.Three', '1:1'],
    ['has no space after its numbers and brackets', '1)One\n2)Two', '1:1'],
    ['begins at 3 after a line', 'Then:\n3. Sound the horn\n4. Leave', '2:1'],
    ['has no space after its signs, in paragraphs', '-One\n\n-Two', '3:1'],
    ['has no space after its numbers, in paragraphs', '1.One\n\n2.Two', '3:1'],
    ['has Windows line ends', '• One\r\n• Two', '1:1'],
  ])('%s', async (_what, lead, place) => {
    expect(await told(lead)).toEqual([`${place} list-as-text`]);
  });

  test.each([
    '- One\n- Two\n\n1. One\n2. Two\n\n* One\n* Two\n\n+ One',
    '• This article was amended on Monday.',
    'A • B • C\nD',
    '• One  \n• Two  \n• Three',
    '*Estimated.\n\n*So they say.',
    '-5 degrees.\n\n-7 degrees.',
    'It was – so they said –\n– and that was that.',
    'The wind – it fell\n– and the sea rose\nat dawn.',
    '— Did it fall?\\\n— It did.',
    '> — Did it fall?\n> — It did.\n\n> “It fell.”\n> — Ada',
    '– Oui, dit-il.\n\n– Non.',
    'It was in\n1986. It was in\n1991. So.',
    'It was\n-5 degrees and\n-7 degrees.',
    'A well-\nknown man -and\nso on.',
    '1. One\n\n2. Two',
    '*Figures for 2024.\n\nText.',
  ])('is not %j', async (lead) => {
    expect((await told(lead)).filter((line) => line.endsWith('list-as-text'))).toEqual([]);
  });
});

describe('The number of an item', () => {
  test.each([
    ['begins a paragraph by chance', '1986. A great year for the harbour.', ['1:1 list-number']],
    ['begins a paragraph by chance, with a bracket', '12) A great year.', ['1:1 list-number']],
    ['is not the one that readers see', '1. One\n2. Two\n4. Four', ['3:1 list-number']],
    ['is there twice', '1. One\n2. Two\n2. Three', ['3:1 list-number']],
    ['is in order', '1. One\n2. Two\n3. Three', []],
    ['is the same for all', '1. One\n1. Two\n1. Three', []],
    ['goes on after a paragraph', '1. One\n2. Two\n\nThen.\n\n3. Three', []],
    ['goes on after a list in it', '1. One\n  - by hand\n2. Two\n3. Three', []],
    ['begins a list of several', '1986. Built.\n1987. Opened.', []],
    ['is one', '1. One', []],
    ['is not one of a list', '1986\\. A great year.', []],
  ])('%s', async (_what, lead, expected) => {
    expect(await told(lead)).toEqual(expected);
  });
});

describe('A table that did not take', () => {
  test.each([
    ['has no row of hyphens', '| a | b |\n| 1 | 2 |', '1:1'],
    ['has too few hyphens', '| a | b |\n|---|\n| 1 | 2 |', '1:1'],
    ['has no bars at its ends', 'a | b | c\n1 | 2 | 3', '1:3'],
    ['is a single row', '| a | b |', '1:1'],
    ['has tabs', 'Ferry\tSails\nAda\tten\nMary\tnoon', '1:6'],
  ])('%s', async (_what, lead, place) => {
    expect(await told(lead)).toEqual([`${place} table-as-text`]);
  });

  test.each([
    '| a | b |\n|---|---|\n| 1 | 2 |',
    'Home | About | Contact',
    'P(A|B) and |x|',
    'a | b\nc | d',
    'One\ttwo.',
  ])('is not %j', async (lead) => {
    expect(await told(lead)).toEqual([]);
  });
});

describe('The sign of another program', () => {
  test.each([
    ['{{< youtube abc >}}', '1:1'],
    ['So {% include x.html %} then.', '1:4'],
    ['So {{ page.title }} then.', '1:4'],
    ['[caption id=1]Old[/caption].', '1:1'],
    ['[gallery ids="1,2"]', '1:1'],
    ['[embed]https://a.example[/embed]', '1:1'],
    ['> [!NOTE]\n> A callout.', '1:3'],
    ['A heading {#id}', '1:11'],
    ['A word{.big} here.', '1:7'],
    [':::note\nAn admonition.\n:::', '1:1'],
    ['::: warning\nAn admonition.\n:::', '1:1'],
    ['[TOC]', '1:1'],
  ])('is told of: %j', async (lead, place) => {
    expect((await told(lead)).filter((line) => !line.endsWith('link-as-text'))).toEqual([`${place} template-as-text`]);
  });

  test('is told of each by itself', async () => {
    expect(await told('{{< a >}} and {% b %} and {{ c }}.')).toHaveLength(3);
  });

  test.each([
    '`{{ x }}` and a set {a, b}.',
    '“He [Smith] said [sic] […]”',
    'A :::: b',
    'It was {sic}.',
    '[a=b]'.replace('a=b', 'a b'),
  ])('is not in %j', async (lead) => {
    expect((await told(lead)).filter((line) => line.endsWith('template-as-text'))).toEqual([]);
  });
});

describe('A paragraph indented into code', () => {
  test.each([
    '    The wind fell at dawn, and the ferries sail again.',
    '\tThe wind fell at dawn, and it is over.',
    'Text.\n\n    “It fell at dawn and did not rise,” he said.',
    '    风停了，渡轮又开航了，码头还在那里。',
  ])('is told of: %j', async (lead) => {
    expect((await told(lead)).map((line) => line.split(' ')[1])).toEqual(['paragraph-as-code']);
  });

  test.each([
    '    Rates      4 million',
    '    npm run check -- --strict',
    '```\nThe wind fell at dawn, and the ferries sail again.\n```',
    '    let a = 1;\n    The wind fell at dawn, and all is well.',
    '- One\n\n  The wind fell at dawn, and the ferries sail.',
  ])('is not %j', async (lead) => {
    expect((await told(lead)).filter((line) => line.endsWith('paragraph-as-code'))).toEqual([]);
  });
});
