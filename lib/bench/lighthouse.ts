import { rmSync } from 'node:fs';
import { join } from 'node:path';
import packaged from '@sparticuz/chromium';
import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { builtEditions } from '../live/built-editions.ts';
import { serve } from '../live/serve.ts';
import { openBuilder } from '../press/builder.ts';

/** What Lighthouse says of one page: scores of 100, and the two measures that have a budget. */
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

/** Runs Lighthouse, as for a mobile telephone, on pages of a site built from a content folder. */
export async function lighthouseScores(content: string, dir: string, paths: readonly string[]): Promise<Scores[]> {
  const out = join(dir, 'lighthouse');
  const builder = openBuilder({ root: process.cwd(), content, out, say: () => {} });
  await builder.build({ now: Date.now() });
  await builder.close();
  const { address, close } = await serve({ editions: builtEditions(out, console.error), host: 'localhost', port: 0 });
  const chromePath = process.env['CHROMIUM_PATH'] ?? (await packaged.executablePath());
  const chromeFlags = [
    '--headless=new',
    '--no-sandbox',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ];
  const chrome = await launch({ chromePath, chromeFlags });
  try {
    const scores: Scores[] = [];
    for (const path of paths) {
      const result = await lighthouse(address + path, { port: chrome.port, output: 'json', logLevel: 'error' });
      const { categories = {}, audits = {} } = result?.lhr ?? {};
      const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
      scores.push({
        path,
        performance: score('performance'),
        accessibility: score('accessibility'),
        bestPractices: score('best-practices'),
        seo: score('seo'),
        blocking: Math.round(audits['total-blocking-time']?.numericValue ?? Number.NaN),
        shift: audits['cumulative-layout-shift']?.numericValue ?? Number.NaN,
      });
    }
    return scores;
  } finally {
    chrome.kill();
    await close();
    for (const end of ['', '.press']) rmSync(out + end, { recursive: true, force: true });
  }
}
