import { isBucketAddress } from '../deploy/bucket/bucket-address.ts';
import type { ListedRelease } from '../deploy/roll-back.ts';
import { someOf } from '../model/some-of.ts';
import { shellWord } from '../model/suggested-command.ts';
import { listGone } from '../publication/public-texts.ts';
import { exit, runCommand, UsageError } from './command-line.ts';
import { copyToBucket, counted, fromBefore, openPlace, type ReleasePlace } from './release-place.ts';

const help = `
Puts the finished site live in a folder, as a release: npm run deploy -- /srv/news
or in a bucket of an object store: npm run deploy -- s3://news/site

The release lies in <folder>/releases/; <folder>/current leads to it, and to no release that is not whole, whatever
happens on the way. A web server serves <folder>/current/site, or npm start -- --root <folder>, and needs no restart.
Files that the release before has as well are linked to it where the file system can, and take no room. The last five
releases are kept. Pictures and search indexes of the release before stay for one more, for readers who still have its
pages, unless something in them was taken down.

In a bucket, each file and each part of a manifest lies once, under its digest, for all releases. One object is ever changed,
<prefix>/current.json, by one conditional write: that is the switch. npm start -- --root s3://… serves it. Endpoint, region
and credentials come from where Amazon's tools look for them: AWS_ENDPOINT_URL_S3, AWS_REGION, AWS_PROFILE, AWS_ACCESS_KEY_ID
and AWS_SECRET_ACCESS_KEY, or the role of the machine; never from an argument.

  --out <dir>             the folder of the finished site (out)
  --drop <address>        an address that readers have and that may go, with all below it, as in --drop /articles/storm/;
                          once for each, or --drop all. Without it, a deploy refuses to drop the page of an article, an
                          author, a topic or a version that leads nowhere then
  --list                  show the releases, and do nothing
  --rollback [n | name]   put an earlier release live: the one before, the n-th before, or that of a name; not one that
                          brings back an article, a version or a picture that was taken down since
  --bring-back <name>     with --rollback: bring it back all the same; the slug of an article, once for each, or the name of
                          the release for all that it holds
  --forget                take away all releases but the live one, and what that has of the release before
  --flat                  to a bucket: a copy of each file under its own path, for a CDN without any code of ours; only what
                          has changed is sent, pages last. It has no releases and does not switch in one step
  --clean                 in a bucket: delete what no listed release needs and no deploy of the last hour has uploaded
  -h, --help              this text

Exit status: 0 the site is live; 1 the site or the folder is at fault, and what was live still is; 2 the call is at fault;
3 the site is live, but an article or a page at fault stayed as it was.`;

const options = {
  out: { type: 'string', default: 'out' },
  drop: { type: 'string', multiple: true },
  list: { type: 'boolean', default: false },
  rollback: { type: 'boolean', default: false },
  'bring-back': { type: 'string', multiple: true },
  forget: { type: 'boolean', default: false },
  clean: { type: 'boolean', default: false },
  flat: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

const positionals = (given: readonly string[]) => (given.length > 1 ? ['folder', 'release'] : ['folder']);

await runCommand({ name: 'npm run deploy', help, options, positionals }, async (values, [root = '', release]) => {
  const { out, drop = [], list, rollback, 'bring-back': bringBack = [] } = values;
  if (release !== undefined && !rollback)
    throw new UsageError(`"${release}" was not expected. Only --rollback takes the name of a release.`);
  const [one, two] = (['list', 'rollback', 'forget', 'clean', 'flat'] as const).filter((name) => values[name]);
  if (one && two) throw new UsageError(`--${one} and --${two} cannot be combined.`);
  if (bringBack.length > 0 && !rollback) throw new UsageError('--bring-back works only with --rollback.');
  if (drop.length > 0 && one && one !== 'flat') throw new UsageError(`--drop cannot be combined with --${one}.`);
  if (values.clean && !isBucketAddress(root))
    throw new UsageError('--clean is for buckets. A folder is cleaned by each deploy.');
  if (values.flat && !isBucketAddress(root))
    throw new UsageError('--flat is for buckets. A folder has each file under its own path: <folder>/current/site.');
  if (values.flat) return deployFlat(root, out, drop);
  const place = await openPlace(root);
  try {
    if (list) return showReleases(await place.list());
    if (values.forget) return await forgetReleases(place);
    if (values.clean) return await cleanPlace(place);
    if (rollback) {
      const name = await place.rollBack(releaseOf(release), bringBack);
      console.log(`${name} is live in ${place.name}`);
      return;
    }
    await deployTo(place, out, drop);
  } finally {
    place.close();
  }
});

async function deployFlat(root: string, out: string, drop: readonly string[]): Promise<void> {
  const { address, sent, removed, carried, gone, atFault } = await copyToBucket(root, out, drop);
  const figures = [counted(sent, 'file', 'sent'), counted(removed, 'file', 'deleted'), ...fromBefore(carried)];
  console.log(`The site is in ${address}: ${figures.join(', ')}`);
  if (gone.length > 0) console.log(`Taken down: ${listGone(gone)}. What a CDN has to forget: docs/deploy.md`);
  tellFaulty(atFault);
}

async function deployTo(place: ReleasePlace, out: string, drop: readonly string[]): Promise<void> {
  const { name, wasLive, gone, atFault, figures } = await place.deploy(out, drop);
  if (wasLive) console.log(`This site is already live in ${place.name}: ${name}`);
  else console.log(`${name} is live in ${place.name}: ${figures.join(', ')}`);
  if (gone.length > 0) {
    console.log(`Taken down: ${listGone(gone)}. Earlier releases still have it. To delete them: npm run deploy -- ${shellWord(place.name)} --forget
What a CDN has to forget: docs/deploy.md, "Taking something down"`);
  }
  tellFaulty(atFault);
}

function tellFaulty(atFault: readonly string[]): void {
  if (atFault.length === 0) return;
  console.error(
    `Live with their last good pages, because they have errors: ${someOf(atFault)}. Details: npm run check`,
  );
  process.exitCode = exit.articleAtFault;
}

async function forgetReleases(place: ReleasePlace): Promise<void> {
  const { live, releases, carried } = await place.forget();
  for (const name of releases) console.log(`${name} is gone`);
  if (carried > 0) console.log(`${counted(carried, 'file')} of an earlier release were removed from the live one`);
  console.log(`${live} is live in ${place.name}, and there is no other release`);
}

async function cleanPlace(place: ReleasePlace): Promise<void> {
  const { removed, kept, missing } = await place.clean();
  console.log(`${counted(removed, 'object', 'deleted')} from ${place.name}, ${kept.toLocaleString('en')} kept`);
  if (missing === 0) return;
  const call = `npm run deploy -- ${shellWord(place.name)}`;
  console.error(
    `${counted(missing, 'object')} that releases need are missing: somebody has deleted them. Deploy the live site once more, which uploads what it needs: ${call}. A release that lacks files cannot be made live again.`,
  );
  process.exitCode = exit.siteAtFault;
}

function releaseOf(text: string | undefined): string | number {
  if (text === undefined) return 1;
  if (!/^\d{1,3}$/.test(text)) return text;
  if (Number(text) === 0) throw new UsageError('--rollback 0 would change nothing. Give 1 for the previous release.');
  return Number(text);
}

function showReleases(releases: readonly ListedRelease[]): void {
  for (const { name, files, isLive } of releases) {
    console.log(`${isLive ? '*' : ' '} ${name}  ${files.toLocaleString('en')} files${isLive ? '  live' : ''}`);
  }
}
