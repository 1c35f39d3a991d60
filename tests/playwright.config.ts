import { defineConfig } from '@playwright/test';
import { chromiumPath, isPackagedChromium } from './support/chromium.ts';
import { fixedFonts } from './support/fixed-fonts.ts';

const executablePath = await chromiumPath();
const launchOptions = {
  ...(executablePath === undefined ? {} : { executablePath }),
  args: [
    // Chromium's own sandbox does not run as root; the next three keep it from calling home.
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    // All pages are of this machine: one process for them takes less time to start than one for each.
    '--renderer-process-limit=1',
  ],
};

export default defineConfig({
  outputDir: '../test-results/e2e',
  fullyParallel: true,
  forbidOnly: Boolean(process.env['CI']),
  workers: 2,
  // Nothing here is timed: a machine that does other work as well may take long.
  timeout: 600_000,
  expect: {
    timeout: 15_000,
    // Processors differ in how they round the edges of letters, by a pixel here and there.
    toHaveScreenshot: { threshold: 0.1, maxDiffPixels: 50 },
  },
  reporter: [['list']],
  // A picture is only ever renewed by `npm run pictures`.
  updateSnapshots: 'none',
  snapshotPathTemplate: '{testDir}/{arg}{ext}',
  // Traces and screenshots of all tests take a fifth of the time. What fails is tried once more with a trace, and has failed all the same.
  retries: 1,
  failOnFlakyTests: true,
  use: { launchOptions, trace: 'on-first-retry', reducedMotion: 'reduce' },
  projects: [
    { name: 'e2e', testDir: 'e2e', grepInvert: /@long/ },
    // One after the other: the second preview finds what Next has compiled for the first.
    { name: 'preview', testDir: 'preview', workers: 1, grepInvert: /@long/ },
    // For `npm run test:long`.
    { name: 'desk', testDir: 'long/desk' },
    { name: 'long', testDir: 'e2e', grep: /@long/ },
    // All of them: they lead from one to the next.
    { name: 'long-preview', testDir: 'preview', workers: 1 },
    // The pictures are of the browser that npm brings and of fonts from npm: elsewhere the same page looks different.
    ...(isPackagedChromium
      ? [
          {
            name: 'pictures',
            testDir: 'pictures',
            use: {
              launchOptions: {
                ...launchOptions,
                args: [...launchOptions.args, '--font-render-hinting=none', '--disable-lcd-text'],
                env: { ...process.env, FONTCONFIG_FILE: fixedFonts() },
              },
            },
          },
        ]
      : []),
  ],
});
