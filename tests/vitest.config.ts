import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const root = fileURLToPath(new URL('..', import.meta.url));
const resolve = { alias: { '@': root.replace(/\/$/, '') } };

export default defineConfig({
  root,
  test: {
    projects: [
      { root, resolve, test: { name: 'unit', include: ['tests/unit/**/*.test.ts'] } },
      {
        root,
        resolve,
        oxc: { jsx: { runtime: 'automatic' } },
        test: {
          name: 'components',
          include: ['tests/components/**/*.test.tsx'],
          environment: 'jsdom',
          setupFiles: ['tests/support/components-setup.ts'],
        },
      },
      {
        root,
        resolve,
        test: { name: 'site', include: ['tests/site/**/*.test.ts'], testTimeout: 30_000, hookTimeout: 120_000 },
      },
    ],
  },
});
