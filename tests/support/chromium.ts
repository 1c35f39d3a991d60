import packaged from '@sparticuz/chromium';

const chosen = process.env['CHROMIUM_PATH'];

/** Whether the tests run in the browser that npm brings: on Linux, if `CHROMIUM_PATH` names no other one. */
export const isPackagedChromium = !chosen && process.platform === 'linux' && process.arch === 'x64';

/**
 * The browser of the tests: `CHROMIUM_PATH` where it is set, on Linux the one that npm installed, elsewhere the one that
 * Playwright installs (`npx playwright install chromium`), which it finds by itself.
 */
export async function chromiumPath(): Promise<string | undefined> {
  if (chosen) return chosen;
  return isPackagedChromium ? await packaged.executablePath() : undefined;
}
