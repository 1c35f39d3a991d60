import { type Host, hosts, writeHost } from '../hosts/write-host.ts';
import { didYouMean } from '../model/did-you-mean.ts';
import { runCommand, UsageError } from './command-line.ts';

const names = Object.keys(hosts);

const help = `
Makes a folder ready for a host, from the finished site: npm run hosts -- nginx hosting

${Object.entries(hosts)
  .map(([name, what]) => `  ${name.padEnd(17)} ${what}`)
  .join('\n')}

  --out <dir>       the folder of the finished site (out)
  --root <dir>      for nginx: the folder of releases on the machine that serves (/srv/news)
  --origin <url>    for proxy: where npm start listens (http://127.0.0.1:3000)
  --tls             for nginx and docker: readers come through TLS; tell browsers to stay with it
  -h, --help        this text

docs/deploy.md explains what to do with the folder.
Exit status: 0 the folder is ready; 1 the site or the folder is at fault; 2 the call is.`;

const options = {
  out: { type: 'string', default: 'out' },
  root: { type: 'string', default: '/srv/news' },
  origin: { type: 'string', default: 'http://127.0.0.1:3000' },
  tls: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h' },
} as const;

await runCommand(
  { name: 'npm run hosts', help, options, positionals: ['host', 'folder'] },
  async ({ out, root, tls, origin }, [name = '', dir = '']) => {
    if (!isHost(name)) {
      throw new UsageError(`There is no host "${name}". ${didYouMean(name, names)}`);
    }
    if (!root.startsWith('/')) throw new UsageError(`--root is "${root}". Give the whole path, as in /srv/news.`);
    if (/[$\p{Cc}]/u.test(root)) {
      throw new UsageError(
        '--root has a $ or a control character, which nginx cannot read as text. Choose another folder.',
      );
    }
    if (!/^https?:\/\/[\w.:[\]-]+$/.test(origin))
      throw new UsageError(`--origin is "${origin}". Give the address without a path, as in http://127.0.0.1:3000.`);
    await writeHost(name, out, dir, { root, tls, origin }, console.log);
    console.log(`${dir} is ready for ${name}. What to do with it: docs/deploy.md`);
  },
);

function isHost(name: string): name is Host {
  return Object.hasOwn(hosts, name);
}
