import { expect, test } from 'vitest';
import { createUrls } from '@/lib/model/urls.ts';
import { policyAddress } from '@/lib/publication/publish.ts';

test.each([
  ['about', 'https://example.org/news/about/'],
  ['/about/#corrections', 'https://example.org/news/about/#corrections'],
  ['https://owner.example/', 'https://owner.example/'],
])('The address of a policy is absolute: %s', (written, address) => {
  expect(policyAddress(written, createUrls('https://example.org/news'))).toBe(address);
});
