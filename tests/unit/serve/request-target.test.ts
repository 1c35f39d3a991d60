import { describe, expect, test } from 'vitest';
import { readTarget } from '@/lib/serve/request-target.ts';

describe('The target of a request', () => {
  test.each([
    ['/', { path: '/', query: '' }],
    ['/about/?from=feed', { path: '/about/', query: '?from=feed' }],
    ['/%D8%A3/', { path: '/أ/', query: '' }],
    ['/a%20b', { path: '/a b', query: '' }],
    ['//elsewhere.example/', { path: '//elsewhere.example/', query: '' }],
    ['/..a/b../.c', { path: '/..a/b../.c', query: '' }],
    ['/a?b=/../%2e%2f', { path: '/a', query: '?b=/../%2e%2f' }],
    ['http://news.example/about/?a', { path: '/about/', query: '?a' }],
    ['HTTPS://news.example', { path: '/', query: '' }],
    ['http://news.example?a', { path: '/', query: '?a' }],
  ])('is read: %s', (target, read) => {
    expect(readTarget(target)).toEqual(read);
  });

  test.each([
    ['a folder above', '/../secret'],
    ['a folder above, inside', '/about/../../secret'],
    ['a folder above, at the end', '/about/..'],
    ['the same folder', '/./about/'],
    ['encoded dots', '/%2e%2E/secret'],
    ['half-encoded dots', '/.%2e/secret'],
    ['an encoded slash', '/..%2fsecret'],
    ['an encoded backslash', '/..%5Csecret'],
    ['a backslash', '/..\\secret'],
    ['a null byte', '/about/%00.html'],
    ['an encoded line break', '/about%0d%0aSet-Cookie:x'],
    ['an encoded delete', '/%7f'],
    ['half an encoded byte', '/%a'],
    ['no encoding', '/%zz'],
    ['bytes that are no UTF-8', '/%E0%A4%A'],
    ['a letter that is not encoded', '/é'],
    ['a space', '/a b'],
    ['a fragment', '/about/#end'],
    ['nothing', ''],
    ['an asterisk', '*'],
    ['no slash', 'about/'],
    ['another scheme', 'ftp://news.example/'],
    ['a host', 'news.example:443'],
  ])('is refused with %s', (_what, target) => {
    expect(readTarget(target)).toEqual({ refused: 400 });
  });

  test('is refused from 8,001 bytes on', () => {
    expect(readTarget(`/${'a'.repeat(7999)}`)).toMatchObject({ query: '' });
    expect(readTarget(`/${'a'.repeat(8000)}`)).toEqual({ refused: 414 });
  });
});
