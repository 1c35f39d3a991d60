import packaged from '@sparticuz/chromium';

const chosen = process.env['CHROMIUM_PATH'];

/** Whether the tests run in the browser from npm: on Linux, unless `CHROMIUM_PATH` names another one. */
export const isPackagedChromium = !chosen && process.platform === 'linux' && process.arch === 'x64';

/**
 * The browser of the tests: `CHROMIUM_PATH` if set, on Linux the one from npm, elsewhere the one that Playwright
 * installs (`npx playwright install chromium`) and finds by itself.
 */
export async function chromiumPath(): Promise<string | undefined> {
  if (chosen) return chosen;
  return isPackagedChromium ? await packaged.executablePath() : undefined;
}
