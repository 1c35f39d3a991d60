import { readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { bundledScripts, bundlesFolder, root, stateOf } from './command-bundles.mjs';

/** Libraries that read files of their own, have native code, or are the framework. */
const asInstalled = [
  '@aws-sdk/client-s3',
  '@parcel/watcher',
  'css-tree',
  'esbuild',
  'fontkit',
  'next',
  'pagefind',
  'react',
  'react-dom',
  'sharp',
];

/** Makes the bundles of commands, for the next time that one is started. The last ones are deleted. */
export async function bundleCommands(): Promise<void> {
  const folder = `${Date.now()}-${process.pid}`;
  const { inputs } = (
    await build({
      absWorkingDir: root,
      entryPoints: bundledScripts,
      outdir: join(bundlesFolder, folder),
      outbase: root,
      outExtension: { '.js': '.mjs' },
      bundle: true,
      splitting: true,
      metafile: true,
      platform: 'node',
      format: 'esm',
      external: asInstalled,
      banner: {
        js: `import { createRequire as requireIn } from 'node:module'; const require = requireIn(${JSON.stringify(join(root, 'package.json'))});`,
      },
      logLevel: 'silent',
      plugins: [
        {
          name: 'folders of files',
          setup: ({ onLoad }) => {
            onLoad({ filter: /[\\/]lib[\\/].*\.m?[jt]s$/ }, ({ path }) => {
              if (path.includes('node_modules')) return undefined;
              const text = readFileSync(path, 'utf8');
              return { loader: 'ts', contents: text.replaceAll('import.meta.dirname', JSON.stringify(dirname(path))) };
            });
          },
        },
      ],
    })
  ).metafile;
  const files = Object.keys(inputs).filter((file) => !file.includes('node_modules/'));
  const made = join(bundlesFolder, 'made.json');
  writeFileSync(`${made}.${process.pid}`, JSON.stringify({ folder, files, state: stateOf(files) }));
  renameSync(`${made}.${process.pid}`, made);
  for (const name of readdirSync(bundlesFolder)) {
    // Another process may just be making its own.
    if (/^\d+-/.test(name) && Number.parseInt(name, 10) < Number.parseInt(folder, 10) - 600_000)
      rmSync(join(bundlesFolder, name), { recursive: true, force: true });
  }
}
