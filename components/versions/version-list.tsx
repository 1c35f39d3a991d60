import type { Words } from '@/lib/languages/words.ts';
import { type DateStyle, showInstant } from '@/lib/model/dates.ts';
import type { Version } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { ShownTime } from '../furniture/shown-time.tsx';

/** A version, and its numbers of added and removed words; the first has none. */
type ListedVersion = { version: Version; changed: { added: number; removed: number } | undefined };

type Props = { slug: string; versions: readonly ListedVersion[]; dateStyle: DateStyle; urls: Urls; words: Words };

/** The versions of an article, newest first: when, why, and how much changed. */
export function VersionList({ slug, versions, dateStyle, urls, words }: Props) {
  return (
    <ol className="versions" reversed>
      {versions.toReversed().map(({ version: { number, recorded, kind, note, redactions }, changed }) => (
        <li key={number}>
          <p className="font-semibold">
            <a href={urls.version(slug, number)}>{words.version(number)}</a> · {words.versionKinds[kind]}
          </p>
          <p className="text-soft">
            <ShownTime date={showInstant(recorded, dateStyle)} />
            {changed && ` · ${words.wordsChanged(changed.added, changed.removed)}`}
          </p>
          <p>{note}</p>
          {redactions.map(({ instant, reason }) => (
            <p key={`${instant} ${reason}`} className="text-soft">
              {words.redacted(showInstant(instant, dateStyle).text, reason)}
            </p>
          ))}
        </li>
      ))}
    </ol>
  );
}
