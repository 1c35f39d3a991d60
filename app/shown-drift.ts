import type { ShownDrift } from '@/components/article/drift-line.tsx';
import type { Article } from '@/lib/model/model.ts';
import { urlsOf } from '@/lib/model/urls.ts';
import type { Publication } from '@/lib/publication/publish.ts';

/** What of its original has changed since an article was translated; `undefined` if it is none, or as it was. */
export function shownDrift({ translation, record }: Article, publication: Publication): ShownDrift | undefined {
  const [first] = publication.editions();
  const original = translation && first?.read(translation.of);
  if (!first || !original || translation.behind.length === 0) return undefined;
  const urls = urlsOf(first.site);
  const source = original.record.find(({ number }) => number === translation.translates);
  return {
    behind: translation.behind,
    translated: record.at(-1)?.recorded ?? source?.recorded ?? original.published,
    changes: (version) => urls.version(original.slug, version),
    lang: first.site.lang,
  };
}
