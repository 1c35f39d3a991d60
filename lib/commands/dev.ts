import { resolve } from 'node:path';
import { formatProblem } from '../model/problem.ts';
import { suggestedCommand } from '../model/suggested-command.ts';
import type { DeskAnswers, deskAnswers } from '../preview/desk-answers.ts';
import { openPreview, type Reading } from '../preview/preview.ts';
import { type PreviewServer, servePreview } from '../preview/preview-server.ts';
import { useOwnFolder } from '../preview/second-preview.ts';
import { clockOf } from './build-site.ts';
import { runCommand, UsageError } from './command-line.ts';
import { portOf, whyNotServed } from './port.ts';

const help = `
Shows the content as it is at http://localhost:3000, drafts and embargoed articles included. A save shows by itself. An
article at fault has its problems at its own address, and is in no list. The finished site is left as it is.

  --content <dir>   the content folder (content)
  --out <dir>       the folder of the finished site, whose last build saves time; it is only read (out)
  --port <number>   the port (3000, or the next one that is free)
  --desk            also the desk: forms, preview and problems in one window, at /desk/ (npm run desk)
  --as-of <instant> what is under embargo or was taken down at an instant, as in 2026-01-19T18:00:00+03:00 (now)
  -h, --help        this text

Exit status: 0 stopped by a signal; 1 there is no such content; 2 the call is at fault.`;

const options = {
  content: { type: 'string', default: 'content' },
  out: { type: 'string', default: 'out' },
  port: { type: 'string' },
  desk: { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  help: { type: 'boolean', short: 'h' },
} as const;

const host = 'localhost';
const usual = 3000;
let said = '';
let hadErrors = false;
let hadWarnings = false;

await runCommand({ name: 'npm run dev', help, options }, async (values) => {
  process.env['NEXT_TELEMETRY_DISABLED'] = '1';
  const { content, out } = values;
  const call = (port: number) => suggestedCommand('dev', [`--port ${port}`], { content, out });
  const wanted = values.port === undefined ? undefined : portOf(values.port, '--port', call(8080));
  let tell = (_reading: Reading) => {};
  const preview = await openPreview({
    content,
    out,
    now: clockOf(values),
    changed: (reading) => {
      report(reading);
      tell(reading);
    },
  });
  const root = process.cwd();
  useOwnFolder(root);
  const desk = values.desk ? await openDesk(root, content, preview, clockOf(values)) : undefined;
  const server = await serveAt(wanted ?? usual, (port) => servePreview({ root, host, port, preview, desk })).catch(
    async (error: unknown) => {
      await preview.close();
      throw new UsageError(whyNotServed(error, host, wanted ?? usual, call));
    },
  );

  /** Serves at a port; if it is in use and was not asked for, at one of the next ports. */
  async function serveAt(port: number, serve: (port: number) => Promise<PreviewServer>): Promise<PreviewServer> {
    try {
      return await serve(port);
    } catch (error) {
      const isInUse = error instanceof Error && 'code' in error && error.code === 'EADDRINUSE';
      if (!isInUse || wanted !== undefined || port >= usual + 10) throw error;
      console.log(`Port ${port} is in use, most likely by another preview.`);
      return serveAt(port + 1, serve);
    }
  }
  tell = server.tell;
  console.log(`Showing ${content}/ at ${server.address} – stop with Ctrl+C`);
  if (desk) console.log(`The desk is at ${server.address}/desk/. It asks for a folder: pick ${resolve(content)}`);
  report(preview.latest());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(0));
});

/** The desk, which is loaded only if it is asked for. */
async function openDesk(...given: Parameters<typeof deskAnswers>): Promise<DeskAnswers> {
  const { deskAnswers } = await import('../preview/desk-answers.ts');
  return deskAnswers(...given);
}

/** Reports problems of the content, and when none are left; never the same report twice in a row. */
function report({ problems, warnings }: Reading): void {
  const lines = [
    ...problems.map((problem) => formatProblem(problem)),
    ...warnings.map((problem) => formatProblem(problem, () => 'warning')),
  ];
  if (hadErrors && problems.length === 0) lines.unshift('The content no longer has errors.');
  else if (hadWarnings && lines.length === 0) lines.push('The content no longer has warnings.');
  hadErrors = problems.length > 0;
  hadWarnings = warnings.length > 0;
  const text = lines.join('\n');
  if (text !== said && text !== '') console.log(text);
  said = text;
}
