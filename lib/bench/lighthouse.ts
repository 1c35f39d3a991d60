import { execFile } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import packaged from '@sparticuz/chromium';
import { z } from 'zod';
import { openBuilder } from '../press/builder.ts';
import { builtEditions } from '../serve/built-editions.ts';
import { serve } from '../serve/serve.ts';

/** The version that npx fetches: it is not a dependency, because no check or build needs it. */
const lighthouse = 'lighthouse@13.5.0';

const chromeFlags = [
  '--headless=new',
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Lighthouse's results for one page: scores out of 100, and the two metrics that have a budget. */
export type Scores = {
  path: string;
  performance: number;
  accessibility: number;
  bestPractices: number;
  seo: number;
  /** Total blocking time in milliseconds, and cumulative layout shift. */
  blocking: number;
  shift: number;
};

const score = z.object({ score: z.number() });
const measured = z.object({ numericValue: z.number() });

/** The part of a report that is read here. */
const report = z.object({
  categories: z.object({ performance: score, accessibility: score, 'best-practices': score, seo: score }),
  audits: z.object({ 'total-blocking-time': measured, 'cumulative-layout-shift': measured }),
});

/**
 * Runs Lighthouse with its mobile settings on pages of a site built from a content folder.
 *
 * @throws Error if npx cannot fetch or run it, or if it reports no scores.
 */
export async function lighthouseScores(content: string, dir: string, paths: readonly string[]): Promise<Scores[]> {
  const out = join(dir, 'lighthouse');
  const builder = openBuilder({ root: process.cwd(), content, out, say: () => {} });
  await builder.build({ now: Date.now() });
  await builder.close();
  const { address, close } = await serve({ editions: builtEditions(out, console.error), host: 'localhost', port: 0 });
  const chrome = process.env['CHROMIUM_PATH'] ?? (await packaged.executablePath());
  try {
    const scores: Scores[] = [];
    for (const path of paths) scores.push({ path, ...(await scoresOf(address + path, chrome)) });
    return scores;
  } finally {
    await close();
    for (const end of ['', '.press']) rmSync(out + end, { recursive: true, force: true });
  }
}

async function scoresOf(address: string, chrome: string): Promise<Omit<Scores, 'path'>> {
  const args = ['--yes', lighthouse, address, '--quiet', '--output=json', `--chrome-flags=${chromeFlags.join(' ')}`];
  const { stdout } = await promisify(execFile)('npx', args, {
    env: { ...process.env, CHROME_PATH: chrome },
    maxBuffer: 64 * 1024 * 1024,
  });
  const { categories, audits } = report.parse(JSON.parse(stdout));
  return {
    performance: Math.round(categories.performance.score * 100),
    accessibility: Math.round(categories.accessibility.score * 100),
    bestPractices: Math.round(categories['best-practices'].score * 100),
    seo: Math.round(categories.seo.score * 100),
    blocking: Math.round(audits['total-blocking-time'].numericValue),
    shift: audits['cumulative-layout-shift'].numericValue,
  };
}
