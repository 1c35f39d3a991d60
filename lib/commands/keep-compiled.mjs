/**
 * Has a command and the processes that it starts load quickly: from its bundle if there is one, and compiled by Node's
 * compile cache. Loaded before a command (`node --import`), and written in JavaScript, since loading the type stripper takes
 * longer than loading this project.
 */
import module from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import './enough-node.mjs';
import { bundleOf, root } from './command-bundles.mjs';

process.env['NODE_COMPILE_CACHE'] ??= join(root, 'node_modules/.cache/standfirst/compiled');
module.enableCompileCache(process.env['NODE_COMPILE_CACHE']);

const [, script] = process.argv;
const bundle = script && bundleOf(script);
if (bundle) {
  const hooks = module.registerHooks({
    resolve: (specifier, context, next) => {
      const found = next(specifier, context);
      if (found.url !== pathToFileURL(script).href) return found;
      // All else is resolved as usual.
      hooks.deregister();
      return { url: pathToFileURL(bundle).href, format: 'module', shortCircuit: true };
    },
  });
}
