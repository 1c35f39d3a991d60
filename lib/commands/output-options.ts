import { type OutputCache, outputCache } from '../press/outputs/output-cache.ts';
import { type OutputPlace, outputFolder, outputServer } from '../press/outputs/output-places.ts';
import { parseShare, type Share } from '../press/outputs/share.ts';
import { UsageError } from './command-line.ts';

/** The options of a build on several machines. */
export const outputOptions = {
  cache: { type: 'string', multiple: true },
  shard: { type: 'string' },
  join: { type: 'boolean', default: false },
} as const;

export const outputOptionsHelp = `
  --cache <place>   take outputs that other builds have made from a cache, and keep there what this one makes: the address of a
                    server that speaks Bazel's HTTP cache protocol, or a folder; of more than one all are read, and the first is
                    written, also what another one has
                    Without an answer, or with a wrong one, the build makes everything itself. CACHE_AUTHORIZATION in the
                    environment is sent as the header of this name
  --shard <i/n>     make only the i-th of n shares of pages, files, share images, copies of pictures and parts of the search, for
                    the cache; the site is left as it is
  --join            finish a site whose shares are in the cache; what is missing there is made here`;

/** Those options, from the command line. */
export type OutputValues = { cache?: string[] | undefined; shard?: string | undefined; join?: boolean | undefined };

/**
 * Reads the options of a build on several machines.
 *
 * @throws UsageError if they do not fit together, or an address has a name and a password in it.
 */
export function outputSettings({ cache = [], shard, join = false }: OutputValues): {
  outputs?: OutputCache;
  share?: Share;
} {
  if (cache.length === 0) {
    if (shard === undefined && !join) return {};
    throw new UsageError(
      `${join ? '--join' : '--shard'} needs a cache, which has the shares. Name it: --cache <address or folder>`,
    );
  }
  if (shard !== undefined && join)
    throw new UsageError('--shard and --join cannot be combined. --join comes after all shares.');
  const share = shard === undefined ? undefined : parseShare(shard);
  if (shard !== undefined && !share)
    throw new UsageError(
      `--shard is "${shard}". Give the number of the share and how many there are, as in --shard 1/7.`,
    );
  return { outputs: outputCache(cache.map(placeAt), console.log), ...(share && { share }) };
}

function placeAt(name: string): OutputPlace {
  if (!/^https?:/i.test(name)) return outputFolder(name);
  if (!URL.canParse(name)) throw new UsageError(`--cache is "${name}", which is no address.`);
  const { username, password } = new URL(name);
  if (username !== '' || password !== '')
    throw new UsageError(
      'An address with a password in it can be seen by others on this machine. Put what the header Authorization says into CACHE_AUTHORIZATION.',
    );
  return outputServer(name, process.env['CACHE_AUTHORIZATION'] || undefined);
}
