import { describe, expect, test } from 'vitest';
import { bucketAddress, isBucketAddress } from '@/lib/deploy/bucket/bucket-address.ts';
import { keyOfPath, pathOfKey } from '@/lib/deploy/bucket/bucket-release.ts';

describe('The address of a bucket', () => {
  test.each([
    ['s3://news', { bucket: 'news', prefix: '', text: 's3://news' }],
    ['s3://news/', { bucket: 'news', prefix: '', text: 's3://news' }],
    [
      's3://my-news.example/a/site/',
      { bucket: 'my-news.example', prefix: 'a/site/', text: 's3://my-news.example/a/site' },
    ],
    ['s3://news//site', { bucket: 'news', prefix: 'site/', text: 's3://news/site' }],
  ])('is read: %s', (root, expected) => {
    expect(bucketAddress(root)).toEqual(expected);
    expect(isBucketAddress(root)).toBe(true);
  });

  test.each([
    ['s3:news', 'does not name a bucket'],
    ['s3://', 'does not name a bucket'],
    ['s3:///site', 'does not name a bucket'],
    ['s3://News/site', 'does not name a bucket'],
    ['s3://news/../site', 'has a prefix that not every store can have'],
    ['s3://news/a b', 'has a prefix that not every store can have'],
    ['s3://news/site?x', 'has a prefix that not every store can have'],
    ['s3://key:secret@news/site', 'Credentials do not belong into an address'],
  ])('that is none is refused: %s', (root, words) => {
    expect(() => bucketAddress(root)).toThrow(words);
  });

  test.each(['/srv/news', 'news', './s3', 'C:\\news'])('is not that of a folder: %s', (root) => {
    expect(isBucketAddress(root)).toBe(false);
  });
});

describe('The key of a file in a manifest', () => {
  test.each(['index.html', 'articles/a/index.html', 'articles/أ/index.html', 'a//b'])(
    'leads back to its path: %s',
    (path) => {
      expect(pathOfKey(keyOfPath(path))).toBe(path);
    },
  );

  test('puts files of one folder together, and those of the root first', () => {
    const paths = [
      'articles/a/versions/1/index.html',
      'articles/a/index.html',
      'sitemap.xml',
      'articles/a/index.md',
      'atom.xml',
    ];
    expect(paths.map(keyOfPath).sort().map(pathOfKey)).toEqual([
      'atom.xml',
      'sitemap.xml',
      'articles/a/index.html',
      'articles/a/index.md',
      'articles/a/versions/1/index.html',
    ]);
  });
});
