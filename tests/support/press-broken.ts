/** Builds a site with an article that cannot be rendered, to see what the press does: `press-broken.ts <out>`. */
import { runCommand } from '../../lib/commands/command-line.ts';
import { loadWholeContent } from '../../lib/content/load-content.ts';
import { publish } from '../../lib/content/publish.ts';
import { codeDigests } from '../../lib/press/code-digest.ts';
import { openManifest } from '../../lib/press/manifest.ts';
import { type NextServer, startNextServer } from '../../lib/press/next-server.ts';
import { pictureStore } from '../../lib/press/picture-store.ts';
import { press } from '../../lib/press/press.ts';
import { openWorkshop } from '../../lib/press/workshop.ts';
import { sites } from './sites.ts';

const [out = 'out'] = process.argv.splice(2);

await runCommand({ name: 'press-broken', help: '', options: {} }, async () => {
  const publication = publish(loadWholeContent(sites.arabic.content), Date.parse(sites.arabic.asOf));
  const read = () => {
    throw new Error('The article cannot be read.');
  };
  const root = process.cwd();
  const workshop = openWorkshop(out, console.log);
  let server: Promise<NextServer> | undefined;
  try {
    await press(
      { ...publication, read },
      {
        root,
        out,
        workshop,
        manifest: openManifest(workshop, out),
        pictures: pictureStore(workshop, '', console.log),
        code: codeDigests(root).pressing,
        raise: 0,
        makeMany: async () => {},
        say: console.log,
        server: () => {
          server ??= startNextServer(root);
          return server;
        },
      },
    );
  } finally {
    await (await server)?.close();
    workshop.close();
  }
});
