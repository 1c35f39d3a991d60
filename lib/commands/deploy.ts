import { deploy } from '../live/deploy.ts';
import { describeReleases, rollBack } from '../live/roll-back.ts';
import { runCommand, UsageError } from './command-line.ts';

const help = `
Puts the finished site live in a folder, as a release: npm run deploy -- /srv/news

The release lies in <folder>/releases/; <folder>/current leads to it, and to no release that is not whole, whatever
happens on the way. A web server serves <folder>/current/site, or npm start -- --root <folder>, and needs no restart.
Files that the release before has as well are linked to it where the file system can, and take no room. The last five
releases are kept. Pictures of the release before stay for one more, for readers who still have its pages.

  --out <dir>             the folder of the finished site (out)
  --list                  show the releases, and do nothing
  --rollback [n | name]   put an earlier release live: the one before, the n-th before, or that of a name
  -h, --help              this text

Exit status: 0 the site is live; 1 the site or the folder is at fault, and what was live still is; 2 the call is.`;

const options = {
  out: { type: 'string', default: 'out' },
  list: { type: 'boolean', default: false },
  rollback: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

const positionals = (given: readonly string[]) => (given.length > 1 ? ['folder', 'release'] : ['folder']);

await runCommand({ name: 'npm run deploy', help, options, positionals }, async (values, [root = '', release]) => {
  const { out, list, rollback } = values;
  if (release !== undefined && !rollback)
    throw new UsageError(`"${release}" is too much. With --rollback it names a release.`);
  if (list && rollback) throw new UsageError('--list and --rollback do not go together.');
  if (list) return showReleases(root);
  if (rollback) {
    const name = await rollBack(root, releaseOf(release), console.log);
    console.log(`${name} is live in ${root}`);
    return;
  }
  const { name, wasLive, copied, linked, carried } = await deploy(out, root, new Date(), console.log);
  if (wasLive) console.log(`This site is live already in ${root}: ${name}`);
  else console.log(`${name} is live in ${root}: ${figures(copied, linked, carried)}`);
});

function releaseOf(text: string | undefined): string | number {
  if (text === undefined) return 1;
  if (!/^\d{1,3}$/.test(text)) return text;
  if (Number(text) === 0) throw new UsageError('--rollback 0 would change nothing. Give 1 for the release before.');
  return Number(text);
}

function showReleases(root: string): void {
  for (const { name, files, isLive } of describeReleases(root)) {
    console.log(`${isLive ? '*' : ' '} ${name}  ${files.toLocaleString('en')} files${isLive ? '  live' : ''}`);
  }
}

function figures(copied: number, linked: number, carried: number): string {
  const number = (count: number) => count.toLocaleString('en');
  return [
    `${number(copied)} files written`,
    ...(linked > 0 ? [`${number(linked)} the same as before`] : []),
    ...(carried > 0 ? [`${number(carried)} kept of the release before`] : []),
  ].join(', ');
}
