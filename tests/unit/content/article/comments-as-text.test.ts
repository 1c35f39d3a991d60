import { describe, expect, test } from 'vitest';
import { aContentFolder, anIndex, problemLines } from '../../../support/content-folder.ts';

function told(lead: string, keys = ''): string[] {
  return problemLines(aContentFolder({ 'articles/storm/index.md': anIndex({ lead, keys }) }))
    .filter((line) => line.includes('comment-as-text'))
    .map((line) => line.replace(/^content\/articles\/storm\/index\.md:(\S+) .*?"(.*?)".*$/, '$1 $2'));
}

describe('A comment that readers would see', () => {
  test.each([
    ['begins in a line and ends in another paragraph', 'The wind <!-- ask\n\nagain --> fell.', '10:10 <!-- ask'],
    ['begins in a line and never ends', 'The wind <!-- ask again', '10:10 <!-- ask again'],
    ['has a dash at its beginning', 'The wind <!– ask –> fell.', '10:10 <!– ask –> fell.'],
    ['has a long dash', '<!— ask —>', '10:1 <!— ask —>'],
    ['has one hyphen', 'The wind <!- ask -> fell.', '10:10 <!- ask -> fell.'],
    ['has a space in its beginning', 'The wind < !-- ask --> fell.', '10:10 < !-- ask --> fell.'],
    ['has a dash at its end alone', 'The wind <!-- ask –> fell.', '10:10 <!-- ask –> fell.'],
    ['is one of Obsidian’s', 'The wind %% ask again %% fell.', '10:10 %% ask again %% fell.'],
    ['is one of Obsidian’s, a paragraph', '%%ask again%%', '10:1 %%ask again%%'],
    ['is one of Obsidian’s, several paragraphs', 'One.\n\n%%\nask\n\nagain\n%%', '12:1 %% ask'],
    ['is one of CriticMarkup', 'The wind {>> ask <<} fell.', '10:10 {>> ask <<} fell.'],
    ['is an insertion', 'The {++old++} wind fell.', '10:5 {++old++} wind fell.'],
    ['is a deletion', 'The {--old--} wind fell.', '10:5 {--old--} wind fell.'],
    ['is a replacement', 'The {~~old~>new~~} wind fell.', '10:5 {~~old~>new~~} wind fell.'],
    ['is a mark', 'The {==old==}{>> ask <<} wind fell.', '10:5 {==old==}{>> ask <<} wind fell.'],
    ['is one of MDX', 'The wind {/* ask */} fell.', '10:10 {/* ask */} fell.'],
    ['is in a quotation and a list', '> - The wind <!– ask –> fell.', '10:14 <!– ask –> fell.'],
    ['is in a cell', '| a |\n|---|\n| b <!– ask –> |', '12:5 <!– ask –>'],
  ])('%s', (_what, lead, expected) => {
    expect(told(lead)[0]).toBe(expected);
  });

  test.each([
    ['dateline: Mosul <!-- check -->', '7:11 <!-- check -->'],
    ['keyPoints:\n  - The wind %% ask %% fell.\n  - Two', '8:5 %% ask %% fell.'],
  ])('is in a key: %j', (keys, expected) => {
    expect(told('Text.', keys)).toEqual([expected]);
  });

  test.each([
    'The <!-- ask --> wind fell.',
    '<!-- ask\n\nagain -->\n\nThe wind fell.',
    'It rose by 50%% and 20%% again.',
    'Type `<!– ask` and `%% a %%`.',
    '```\n<!– ask –>\n%% a %%\n```',
    'The arrow —> and --> and {a} and {+5} and {-1}.',
    'The \\<!– sign.',
    '“What <!” he said.',
    'A set {x == y} and {# 1}.',
  ])('is not in %j', (lead) => {
    expect(told(lead)).toEqual([]);
  });
});
