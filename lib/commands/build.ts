import { openBuilder } from '../press/builder.ts';
import { watch } from '../press/watch.ts';
import {
  type BuildValues,
  buildOptions,
  buildOptionsHelp,
  buildSite,
  clockOf,
  summary,
  tellFaults,
  tellProblems,
} from './build-site.ts';
import { runCommand, tell, UsageError } from './command-line.ts';
import { outputOptions, outputOptionsHelp } from './output-options.ts';

const help = `
Checks the content, compiles the code where it has changed, and presses what has changed into the site.
${buildOptionsHelp}
${outputOptionsHelp.slice(1)}
  --watch           stay, and build again after each change and when an embargo ends

An article or a page at fault stays as readers saw it last, and all others go out; the last line names it. So does what a file
such as site.ar.md or front.ar.md says of its language. If there is nothing from before of what is published, or if site.md is
at fault, the site is left as it was.

Exit status: 0 the site is finished; 1 content or code is at fault, and the site was left as it was; 2 the call is at fault;
3 the site is finished, but an article or a page at fault stayed as it was. A signal ends a build at any moment, with the
status of the signal (130 for Ctrl+C); the next one completes the site.`;

const options = { ...buildOptions, ...outputOptions, watch: { type: 'boolean', default: false } } as const;

await runCommand({ name: 'npm run build', help, options }, async (values) => {
  if (values.watch && (values.cache || values.shard || values.join))
    throw new UsageError('--watch cannot be combined with --cache, --shard or --join.');
  if (values.watch) await buildAndWatch(values);
  else process.exitCode = await buildSite(values);
});

async function buildAndWatch(values: BuildValues): Promise<void> {
  const { content, out } = values;
  const now = clockOf(values);
  await watch({
    content,
    builder: openBuilder({ root: process.cwd(), content, out, say: console.log }),
    now,
    takeDown: values['take-down'] ?? false,
    built: (built, milliseconds) => {
      tellProblems(built);
      console.log(`${summary(built)} in ${out}/ after ${milliseconds.toFixed(0)} ms`);
      tellFaults(built);
    },
    failed: (error) => tell(error, 'npm run build'),
  });
  // A signal ends the process at once, as usual: the next build completes what this one began.
  console.log(`Watching ${content}/ – stop with Ctrl+C`);
}
