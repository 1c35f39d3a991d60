import { describe, expect, test } from 'vitest';
import { authorSchema } from '@/lib/content/files/schema.ts';

describe('The keys of an author', () => {
  test('are those that a page shows, and no other', () => {
    expect(authorSchema.safeParse({ name: 'Ada Reed', role: 'Editor', url: 'https://ada.example' }).success).toBe(true);
    expect(authorSchema.safeParse({ name: 'Ada Reed', picture: 'ada.jpg' }).success).toBe(false);
  });
});
