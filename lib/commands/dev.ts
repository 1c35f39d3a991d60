import { formatProblem } from '../content/problem.ts';
import { openPreview, type Reading } from '../desk/preview.ts';
import { servePreview } from '../desk/preview-server.ts';
import { clockOf } from './build-site.ts';
import { runCommand, UsageError } from './command-line.ts';
import { portOf, whyNotServed } from './port.ts';

const help = `
Shows the content as it is at http://localhost:3000, drafts and embargoed articles included. A save shows by itself. An
article at fault has its problems at its own address, and is in no list. The finished site is left as it is.

  --content <dir>   the content folder (content)
  --port <number>   the port (3000)
  --as-of <instant> what is under embargo or was taken down at an instant, as in 2026-01-19T18:00:00+03:00 (now)
  -h, --help        this text

Exit status: 0 stopped by a signal; 1 there is no such content; 2 the call is at fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  port: { type: 'string', default: '3000' },
  'as-of': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const host = 'localhost';
const call = (port: number) => `npm run dev -- --port ${port}`;
let said = '';
let hadErrors = false;

await runCommand({ name: 'npm run dev', help, options }, async (values) => {
  process.env['NEXT_TELEMETRY_DISABLED'] = '1';
  const port = portOf(values.port, '--port', call(8080));
  let tell = (_reading: Reading) => {};
  const preview = await openPreview({
    content: values.content,
    now: clockOf(values),
    changed: (reading) => {
      report(reading);
      tell(reading);
    },
  });
  const server = await servePreview({ root: process.cwd(), host, port, preview }).catch(async (error: unknown) => {
    await preview.close();
    throw new UsageError(whyNotServed(error, host, port, call));
  });
  tell = server.tell;
  console.log(`Showing ${values.content}/ at ${server.address} – stop with Ctrl+C`);
  report(preview.latest());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
});

/** Tells what is wrong with the content, and when no errors are left; the same not twice. */
function report({ problems, warnings }: Reading): void {
  const lines = [
    ...problems.map((problem) => formatProblem(problem)),
    ...warnings.map((problem) => formatProblem(problem, () => 'warning')),
  ];
  if (hadErrors && problems.length === 0) lines.unshift('The content has no errors any more.');
  hadErrors = problems.length > 0;
  const text = lines.join('\n');
  if (text !== said && text !== '') console.log(text);
  said = text;
}
