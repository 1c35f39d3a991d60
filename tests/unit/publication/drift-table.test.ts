import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, test } from 'vitest';
import { shownDrift } from '@/app/shown-drift.ts';
import { DriftLine } from '@/components/article/drift-line.tsx';
import { listTranslations } from '@/lib/check/list-translations.ts';
import { loadWholeContent } from '@/lib/content/load-content.ts';
import { english } from '@/lib/languages/english.ts';
import { publish } from '@/lib/publication/publish.ts';
import { aContentFolder, problemLines, someday } from '../../support/content-folder.ts';
import { change, record } from '../../support/recorded-storm.ts';
import { twoLanguages } from '../../support/two-languages.ts';

const quay = { 'articles/storm/2-quay.md': '---\ntitle: The quay\n---\n\nThe quay is dry.\n' };
const quayInArabic = { 'articles/storm/2-quay.ar.md': '---\ntitle: المرسى\n---\n\nالمرسى جاف.\n' };
const day = (number: number) => Date.UTC(2026, 0, 20 + number, 12);

/** What may happen to an original after it was translated, in its version 2. */
const changes: Record<string, (content: string) => void> = {
  'a correction': (content) => {
    change(content, 'articles/storm/1-pier.md', 'Every plank held.', 'Nearly every plank held.');
    record(content, { kind: 'correction', note: 'One plank broke.' }, day(2));
  },
  'an update': (content) => {
    change(content, 'articles/storm/1-pier.md', 'Every plank held.', 'Every plank held. It is open again.');
    record(content, { kind: 'update', note: 'It is open.' }, day(2));
  },
  'a minor change': (content) => {
    change(content, 'articles/storm/1-pier.md', 'Every plank held.', 'All planks held.');
    record(content, { kind: 'minor', note: 'Words.' }, day(2));
  },
  'a new section': (content) => {
    writeFileSync(join(content, 'articles/storm/3-boats.md'), '---\ntitle: The boats\n---\n\nThey sail.\n');
    record(content, { kind: 'update', note: 'More on the boats.' }, day(2));
  },
  'a section that is gone': (content) => {
    rmSync(join(content, 'articles/storm/2-quay.md'));
    change(content, 'articles/storm/1-pier.md', 'title: The pier', 'title: The pier\naliases: [quay]');
    record(content, { kind: 'update', note: 'Without the quay.' }, day(2));
  },
};

/** What readers of the translation, and editors, see of such a change. */
function seenAfter(change: (content: string) => void) {
  const content = aContentFolder({ ...twoLanguages, ...quay, ...quayInArabic });
  record(content, { kind: 'publish', note: 'First published.' }, day(0));
  record(content, { lang: 'ar', kind: 'publish', note: 'نُشر.' }, day(1));
  change(content);
  const [arabic] = publish(loadWholeContent(content), someday).others;
  const article = arabic?.read('storm');
  const drift = arabic && article && shownDrift(article, arabic);
  const line = (section?: string) =>
    drift
      ? renderToStaticMarkup(
          createElement(DriftLine, {
            drift,
            ...(section === undefined ? {} : { section }),
            dateStyle: { lang: 'en-GB', timeZone: 'UTC' },
            words: english,
          }),
        )
          .replace(/^<p class="part-update[^"]*">/, '')
          .replace(/ <a href="([^"]*)" hrefLang="en-GB">See what changed<\/a><\/p>$/, ' → $1')
      : '';
  return {
    above: line(),
    ...Object.fromEntries((article?.sections ?? []).map(({ id }) => [`at ${id}`, line(id)])),
    check: problemLines(content)
      .filter((one) => one.includes('translation-behind'))
      .map((one) => one.replace(/^.*?articles\/storm\//, '').replace(/, and this translates.*/, '')),
    translations: listTranslations(content, someday).translations.flatMap(({ behind }) =>
      behind.map(({ part, change: what, versions }) => `${part} ${what} in ${versions.map(({ number }) => number)}`),
    ),
  };
}

const nothing = { above: '', 'at pier': '', 'at quay': '', check: [], translations: [] };
const translated = 'this translation is of 21 January 2026.';

describe('What readers and editors see of a translation after', () => {
  test.each<[string, object]>([
    [
      'a correction',
      {
        ...nothing,
        above: `The original was corrected on 22 January 2026; ${translated} → /articles/storm/versions/2/`,
        'at pier': `The original was corrected here on 22 January 2026; ${translated} → /articles/storm/versions/2/#section-pier`,
        check: [
          '1-pier.ar.md:2:8  warning  translation-behind  In the original, section pier was corrected in version 2',
        ],
        translations: ['section pier changed in 2'],
      },
    ],
    [
      'an update',
      {
        ...nothing,
        above: `The original was updated on 22 January 2026; ${translated} → /articles/storm/versions/2/`,
        'at pier': `The original was updated here on 22 January 2026; ${translated} → /articles/storm/versions/2/#section-pier`,
        check: [
          '1-pier.ar.md:2:8  warning  translation-behind  In the original, section pier was updated in version 2',
        ],
        translations: ['section pier changed in 2'],
      },
    ],
    ['a minor change', nothing],
    [
      'a new section',
      {
        ...nothing,
        above: `The original was updated on 22 January 2026; ${translated} → /articles/storm/versions/2/`,
        check: ['index.ar.md:2:13  warning  translation-behind  In the original, section boats is new in version 2'],
        translations: ['section boats new in 2'],
      },
    ],
    [
      'a section that is gone',
      {
        ...nothing,
        above: `The original was updated on 22 January 2026; ${translated} → /articles/storm/versions/2/`,
        'at quay': `The original was updated here on 22 January 2026; ${translated} → /articles/storm/versions/2/#section-quay`,
        check: ['2-quay.ar.md:2:8  warning  translation-behind  In the original, section quay is gone in version 2'],
        translations: ['section quay gone in 2'],
      },
    ],
  ])('%s', (name, seen) => {
    expect(seenAfter(changes[name] ?? (() => {}))).toEqual(seen);
  });
});
