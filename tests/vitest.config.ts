import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';
import { runFolder } from './support/run-folder.ts';

const root = fileURLToPath(new URL('..', import.meta.url));

/** What all projects share. */
const shared = {
  root,
  resolve: { alias: { '@': root.replace(/\/$/, '') } },
  // The forms of packages that builds have, and not those for development, which also check themselves.
  ssr: { resolve: { conditions: ['node'] } },
};

/** Nothing here is timed: a machine that does other work as well may take long. */
const testTimeout = 120_000;

/**
 * The projects of tests. `--mode long` tries properties and builds twenty times as often as on each change, or as often
 * as `RUNS` says, and adds the tests that take long: of large sites, and of deploys under load.
 */
export default defineConfig(({ mode }) => {
  const isLong = mode === 'long';
  const env = {
    // The commands that tests start are kept compiled, as those of the scripts are.
    NODE_COMPILE_CACHE: `${root}node_modules/.cache/standfirst/compiled`,
    RUNS: process.env['RUNS'] ?? (isLong ? '20' : '1'),
  };
  const onDisk = { ...env, TMPDIR: runFolder('on disk') };
  // On each change, tests make and remove some thousands of folders. The large sites of the long ones stay on the disk.
  const inMemory = isLong ? onDisk : { ...env, TMPDIR: runFolder('in memory') };
  const longTimeout = (isLong ? 30 : 5) * testTimeout;
  return {
    root,
    test: {
      globalSetup: ['tests/support/bundle-commands.ts', 'tests/support/run-folder.ts'],
      // Also on two cores: by itself Vitest leaves one of them free.
      maxWorkers: '100%',
      projects: [
        {
          ...shared,
          test: {
            name: 'unit',
            include: ['tests/unit/**/*.test.ts', ...(isLong ? ['tests/long/unit/**/*.test.ts'] : [])],
            testTimeout: isLong ? longTimeout : testTimeout,
            hookTimeout: testTimeout,
            isolate: false,
            env: inMemory,
          },
        },
        {
          ...shared,
          oxc: { jsx: { runtime: 'automatic' } },
          test: {
            name: 'components',
            include: ['tests/components/**/*.test.tsx'],
            environment: 'jsdom',
            setupFiles: ['tests/support/components-setup.ts'],
            // Each file has a window of its own, in a process that has loaded jsdom once.
            pool: 'vmForks',
            testTimeout,
            hookTimeout: testTimeout,
          },
        },
        {
          ...shared,
          // They only read, and share what they have read of the sites.
          test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout, isolate: false },
        },
        {
          ...shared,
          test: {
            name: 'builds',
            include: ['tests/builds/**/*.test.ts', ...(isLong ? ['tests/long/builds/**/*.test.ts'] : [])],
            // They share what is slow to start: Next's server.
            isolate: false,
            testTimeout: longTimeout,
            hookTimeout: testTimeout,
            env: inMemory,
          },
        },
        {
          ...shared,
          test: {
            name: 'browsers',
            include: ['tests/browsers/**/*.test.ts'],
            // They start slowly where other tests run beside them.
            expect: { poll: { timeout: testTimeout / 4 } },
            testTimeout,
            hookTimeout: testTimeout,
          },
        },
        {
          ...shared,
          test: {
            name: 'host',
            include: ['tests/host/**/*.test.ts', ...(isLong ? ['tests/long/host/**/*.test.ts'] : [])],
            env: onDisk,
            testTimeout: 3 * testTimeout,
            hookTimeout: testTimeout,
            // They load the machine: one file after the other.
            fileParallelism: false,
          },
        },
      ],
    },
  };
});
