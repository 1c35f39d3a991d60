import { serve } from '../live/serve.ts';
import { buildOptions, buildOptionsHelp, buildSite } from './build-site.ts';
import { runCommand, UsageError } from './command-line.ts';
import { portOf, whyNotServed } from './port.ts';

const help = `
Builds the site and serves it at http://localhost:3000.
${buildOptionsHelp}

Environment: PORT (3000), HOST (localhost).
Exit status: 0 stopped by a signal; 1 content or code is at fault; 2 the call is.`;

const call = (port: number) => `PORT=${port} npm start`;

await runCommand({ name: 'npm start', help, options: buildOptions }, async (values) => {
  const host = process.env['HOST'] ?? 'localhost';
  const port = portOf(process.env['PORT'] ?? '3000', 'PORT', call(8080));
  await buildSite(values);
  const { address } = await serve({ dir: values.out, host, port }).catch((error: unknown) => {
    throw new UsageError(whyNotServed(error, host, port, call));
  });
  console.log(`\nServing ${values.out}/ at ${address} – stop with Ctrl+C`);
});
