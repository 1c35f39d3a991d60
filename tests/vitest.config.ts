import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const resolve = { alias: { '@': root.replace(/\/$/, '') } };

/** Nothing here is timed: a machine that does other work as well may take long. */
const testTimeout = 30_000;

export default defineConfig({
  root,
  test: {
    projects: [
      { root, resolve, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'], testTimeout } },
      {
        root,
        resolve,
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/support/components-setup.ts'],
          testTimeout,
        },
      },
      {
        root,
        resolve,
        // They only read, and share what they have read of the sites.
        test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 2 * testTimeout, isolate: false },
      },
      {
        root,
        resolve,
        test: {
          name: 'builds',
          include: ['tests/builds/**/*.test.ts'],
          testTimeout: 4 * testTimeout,
          hookTimeout: 4 * testTimeout,
        },
      },
      {
        root,
        resolve,
        // They load the machine, and count on having it for themselves.
        test: {
          name: 'host',
          include: ['tests/host/**/*.test.ts'],
          testTimeout: 10 * testTimeout,
          fileParallelism: false,
        },
      },
    ],
  },
});
