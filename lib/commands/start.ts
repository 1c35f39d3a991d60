import { isBucketAddress } from '../deploy/bucket/bucket-address.ts';
import { releasedEditions } from '../deploy/released-editions.ts';
import { builtEditions } from '../serve/built-editions.ts';
import type { Editions } from '../serve/edition.ts';
import { logWriter } from '../serve/log-writer.ts';
import { serve } from '../serve/serve.ts';
import { buildOptions, buildOptionsHelp, buildSite } from './build-site.ts';
import { runCommand, UsageError } from './command-line.ts';
import { portOf, whyNotServed } from './port.ts';

const help = `
Builds the site and serves it at http://localhost:3000. Later builds show by themselves.
${buildOptionsHelp}
  --root <dir>      serve what npm run deploy -- <dir> has put live there, and follow it; nothing is built; also a bucket, as
                    in --root s3://news/site
  --tls             readers come through TLS, which something in front takes care of: tell browsers to stay with it
  --log             print a line for each request: when, status, bytes, time, what was asked for; not who asked

/healthz answers "ok" and what is being served.

Environment: PORT (3000), HOST (localhost).
An article or a page at fault is served as it was before, and named.

Exit status: 0 stopped by a signal, after the answers under way; 1 content or code is at fault; 2 the call is.`;

const options = {
  ...buildOptions,
  root: { type: 'string' },
  tls: { type: 'boolean', default: false },
  log: { type: 'boolean', default: false },
} as const;

/** A request waits for the store only as long as a reader would. */
const patience = { connect: 2000, request: 10_000, tries: 2 };

/** The releases in a folder or in a bucket, for which alone the library of object stores is loaded. */
async function releasesAt(root: string): Promise<Editions> {
  if (!isBucketAddress(root)) return releasedEditions(root, console.error);
  const { openStore } = await import('../deploy/bucket/object-store.ts');
  const { bucketEditions } = await import('../deploy/bucket/bucket-editions.ts');
  return bucketEditions(await openStore(root, patience), console.error);
}

const call = (port: number) => `PORT=${port} npm start`;

await runCommand({ name: 'npm start', help, options }, async (values) => {
  // An empty address would mean every address of the machine.
  const host = process.env['HOST'] || 'localhost';
  const port = portOf(process.env['PORT'] ?? '3000', 'PORT', call(8080));
  const { root, out, tls, log } = values;
  if (root === undefined) await buildSite(values);
  const editions = root === undefined ? builtEditions(out, console.error) : await releasesAt(root);
  const accessLog = log ? logWriter(process.stdout.fd, console.error) : undefined;
  const { address, close } = await serve({ editions, host, port, tls, log: accessLog?.write }).catch(
    (error: unknown) => {
      throw new UsageError(whyNotServed(error, host, port, call));
    },
  );
  console.log(`\nServing ${root ?? out}/ at ${address} – stop with Ctrl+C`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void close().then(() => accessLog?.close()));
  }
});
