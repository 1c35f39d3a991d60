import packaged from '@sparticuz/chromium';

/**
 * The browser of the tests: `CHROMIUM_PATH` where it is set, on Linux the one that npm installed, elsewhere the one that
 * Playwright installs (`npx playwright install chromium`), which it finds by itself.
 */
export async function chromiumPath(): Promise<string | undefined> {
  const chosen = process.env['CHROMIUM_PATH'];
  if (chosen) return chosen;
  return process.platform === 'linux' && process.arch === 'x64' ? await packaged.executablePath() : undefined;
}
