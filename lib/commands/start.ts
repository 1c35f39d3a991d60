import { serve } from '../live/serve.ts';
import { buildOptions, buildOptionsHelp, buildSite } from './build-site.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Builds the site and serves it at http://localhost:3000.
${buildOptionsHelp}

Environment: PORT (3000), HOST (localhost).
Exit status: 0 stopped by a signal; 1 content or code is at fault; 2 the call is.`;

await runCommand({ name: 'npm start', help, options: buildOptions }, async (values) => {
  const host = process.env['HOST'] ?? 'localhost';
  const port = portOf(process.env['PORT'] ?? '3000');
  await buildSite(values);
  const { address } = await serve({ dir: values.out, host, port }).catch((error: unknown) => {
    throw new UsageError(whyNot(error, host, port));
  });
  console.log(`\nServing ${values.out}/ at ${address} – stop with Ctrl+C`);
});

function portOf(text: string): number {
  if (/^\d+$/.test(text) && Number(text) <= 65535) return Number(text);
  throw new UsageError(`PORT is "${text}". Give a number from 0 to 65535, as in PORT=8080 npm start.`);
}

function whyNot(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return `Port ${port} is in use. Choose another one: PORT=${port + 1} npm start`;
  if (code === 'EACCES') return `Port ${port} needs more rights. Choose one above 1023: PORT=8080 npm start`;
  return `Cannot serve at ${host}:${port}: ${error instanceof Error ? error.message : error}`;
}
