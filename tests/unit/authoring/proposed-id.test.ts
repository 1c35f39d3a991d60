import { describe, expect, test } from 'vitest';
import { proposedId } from '@/lib/authoring/proposed-id.ts';
import { idPattern } from '@/lib/content/files/schema.ts';

describe('The id that a title suggests', () => {
  test.each([
    ['The old bridge reopens', 'the-old-bridge-reopens'],
    ['Iraq’s “border”: what’s next?', 'iraqs-border-whats-next'],
    ['Straßenbahn fährt wieder', 'strassenbahn-fahrt-wieder'],
    ['Старый мост снова открыт', 'staryy-most-snova-otkryt'],
    ['古桥重新开放', 'gu-qiao-chong-xin-kai-fang'],
    ['Η παλιά γέφυρα', 'i-palia-gefyra'],
    ['3,000 people – and 1 bridge', '3-000-people-and-1-bridge'],
  ])('of %s is %s', (title, id) => {
    expect(proposedId(title)).toBe(id);
  });

  test.each(['عودة الجسر القديم إلى العمل', '日本の橋が再開', '다리 재개통', 'สะพาน'])(
    'of %s can be an address',
    (title) => {
      expect(proposedId(title)).toMatch(idPattern);
    },
  );

  test('has whole words, as many as fit into 60 characters', () => {
    expect(proposedId('word '.repeat(20))).toBe(Array(12).fill('word').join('-'));
    expect(proposedId('w'.repeat(100))).toBe('w'.repeat(60));
  });

  test.each(['', '🎉🎉', '… – ?'])('does not exist for “%s”', (title) => {
    expect(proposedId(title)).toBeUndefined();
  });
});
