/** Presses a publication with an article that cannot be rendered, to see what the press does: `press-broken.ts <out>`. */
import { runCommand } from '../../lib/commands/command-line.ts';
import { loadWholeContent } from '../../lib/content/load-content.ts';
import { publish } from '../../lib/content/publish.ts';
import { press } from '../../lib/press/press.ts';
import { sites } from './sites.ts';

const [out = 'out'] = process.argv.splice(2);

await runCommand({ name: 'press-broken', help: '', options: {} }, async () => {
  const publication = publish(loadWholeContent(sites.arabic.content), Date.parse(sites.arabic.asOf));
  const articles = publication.articles.map((article) => ({ ...article, published: Number.NaN }));
  await press({ ...publication, articles }, { root: process.cwd(), out, say: console.log });
});
