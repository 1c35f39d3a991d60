import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { memoryStore, wholeArticle } from '@/lib/content/article-store.ts';
import { openFolder } from '@/lib/content/files/source-file.ts';
import { layGroundwork, layGroundworkIn } from '@/lib/content/groundwork.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { machineFiles } from '@/lib/formats/machine-files.ts';
import { codeDigests } from '@/lib/press/cache/code-digest.ts';
import { type Answer, type Batch, inWorkers, type WorkerSettings } from '@/lib/press/workers.ts';
import { filesDigest } from '@/lib/processes/fingerprint.ts';
import { editionsOf } from '@/lib/publication/editions.ts';
import { pagesOf } from '@/lib/publication/pages/page-list.ts';
import { publish } from '@/lib/publication/publish.ts';
import { articleShareImage } from '@/lib/share-images/article-share-image.ts';
import { builtAt } from '../../support/newsroom.ts';
import { addArabic, writePlenty } from '../../support/plenty.ts';
import { siteBuilders } from '../../support/site-builders.ts';

const { path, aBuilder } = siteBuilders();
const root = process.cwd();

describe('the workers of a large build', () => {
  test('parse, render, make and draw as the build itself does', async () => {
    const [content, out, fresh] = [path('content'), path('out'), path('fresh')];
    mkdirSync(fresh);
    writePlenty(content, 6);
    addArabic(content, 6);
    const builder = aBuilder(content, out);
    await builder.build({ now: builtAt });
    await builder.close();
    const publication = publish(loadWholeContent(content), builtAt);
    const slugs = publication.articles.map(({ slug }) => slug);
    // The search page names an index, which is made last.
    const editions = editionsOf(publication);
    const pages = editions.flatMap(pagesOf).filter(({ route }) => route !== '/search/');
    const files = editions.flatMap(machineFiles).map(({ file }) => file);
    const cards = publication.articles.map((article) => ({
      route: `/articles/${article.slug}/card.png`,
      path: `articles/${article.slug}/card.png`,
      file: join(fresh, `${article.slug}.png`),
      card: articleShareImage(article, publication.site),
      picture: undefined,
    }));
    const light = pages.map(({ route, status, file, language }) => ({ route, status, file, language }));
    const batches: Batch[] = [
      { kind: 'parse', slugs, language: undefined },
      { kind: 'parse', slugs, language: 'ar' },
      { kind: 'render', fresh, quality: 6, pages: light },
      { kind: 'make', fresh, quality: 6, files },
      { kind: 'draw', cards },
    ];
    const answers: Answer[] = [];

    const code = codeDigests(root);
    const settings: WorkerSettings = { root, content, out, code, now: builtAt, found: [] };
    await inWorkers(settings, batches, (answer) => answers.push(answer));

    const folder = openFolder(content);
    const first = layGroundwork(folder, memoryStore(), () => {});
    const arabic = layGroundworkIn('ar', first.site, folder, memoryStore(), () => {});
    for (const { language, parse } of [
      { language: undefined, ...first },
      { language: 'ar', ...arabic },
    ]) {
      const parsed = slugs.map((slug) => ({
        files: filesDigest(join(content, 'articles', slug)),
        ...wholeArticle(parse(slug)),
      }));
      const own = answers.find((answer) => answer.kind === 'parse' && answer.language === language);
      expect(own).toEqual(JSON.parse(JSON.stringify({ kind: 'parse', articles: parsed, language })));
    }
    const written = answers.flatMap((answer) => (answer.kind === 'write' ? answer.written : []));
    expect(written.map((file) => file.path).sort()).toEqual([...light.map(({ file }) => file), ...files].sort());
    for (const { path: file } of written) {
      expect(readFileSync(join(fresh, file), 'utf8'), file).toBe(readFileSync(join(out, file), 'utf8'));
    }
    expect(answers.filter(({ kind }) => kind === 'draw')).toEqual([{ kind: 'draw', count: cards.length, faults: [] }]);
    for (const card of cards) {
      expect(readFileSync(card.file).equals(readFileSync(join(out, card.path))), card.path).toBe(true);
    }
  });
});
