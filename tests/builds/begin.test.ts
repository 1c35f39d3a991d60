import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { newArticle } from '@/lib/authoring/new-article.ts';
import { newSite } from '@/lib/authoring/new-site.ts';
import { prepareVersion } from '@/lib/authoring/revise.ts';
import { checkContent } from '@/lib/check/check-content.ts';
import { siteContent } from '../support/compare-sites.ts';
import { runs } from '../support/runs.ts';
import { harbour, hope } from '../support/site-answers.ts';
import { siteBuilders } from '../support/site-builders.ts';

const { aBuilder, path } = siteBuilders();
const now = Date.UTC(2026, 10, 28, 20, 30);
const later = now + 24 * 60 * 60 * 1000;

const publications = [
  ['an organisation with an Arabic name', hope, 'lang="ar" dir="rtl"'],
  ['a town’s paper', harbour, 'lang="en-GB" dir="ltr"'],
] as const;

test.each(publications.slice(0, runs(1)))(
  'A new publication builds as it is, and again with an article: %s',
  async (what, answers, language) => {
    const [content, out] = [path(what), path(`${what}-out`)];
    newSite(content, answers, now);
    const builder = aBuilder(content, out);
    await builder.build({ now });

    const begun = siteContent(out);
    expect(begun['index.html']).toContain(language);
    expect(begun['index.html']).toContain(answers.name);
    expect(begun['about/index.html']).toContain(answers.contact);
    expect(Object.keys(begun).filter((file) => file.startsWith('articles/'))).toEqual([]);

    const index = newArticle(content, { title: 'The old bridge reopens', slug: 'bridge' }, now);
    writeFileSync(
      index,
      readFileSync(index, 'utf8')
        .replace('draft: true\n', '')
        .replace(/^standfirst: .*/m, 'standfirst: Repairs took two years.')
        .replace(/<!--.*-->/, 'The old bridge opened again on Sunday.'),
    );
    prepareVersion(content, { slug: 'bridge', kind: 'publish', note: 'First published.' }, now).write();
    const problems = await checkContent(content, { now: later });
    expect(problems).toEqual([]);
    await builder.build({ now: later });
    await builder.close();

    const files = siteContent(out);
    expect(files['index.html']).toContain('The old bridge reopens');
    expect(files['articles/bridge/index.html']).toContain('The old bridge opened again on Sunday.');
  },
);
