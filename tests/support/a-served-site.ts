import { onTestFinished } from 'vitest';
import { builtEditions } from '../../lib/serve/built-editions.ts';
import { type ServeSettings, type Serving, serve } from '../../lib/serve/serve.ts';
import { aFinishedSite } from './a-finished-site.ts';

/** A finished site (by default a small one), served by the real server until the test is over. */
export async function aServedSite({
  out,
  ...settings
}: Partial<ServeSettings> & { out?: string } = {}): Promise<Serving> {
  const editions = settings.editions ?? builtEditions(out ?? (await aFinishedSite()), () => {});
  const serving = await serve({ host: '127.0.0.1', port: 0, ...settings, editions });
  onTestFinished(() => serving.close());
  return serving;
}
