import type { Words } from '@/lib/languages/words.ts';
import type { NumberedPreview } from '@/lib/publication/current-publication.ts';

type Props = { preview: Pick<NumberedPreview, 'remarks' | 'revision'>; script: string; words: Words };

/** What only pages of the preview have: a mark on each link to an article with a remark, and the script that follows changes. */
export function PreviewTools({ preview: { remarks, revision }, script, words }: Props) {
  const marks = [...remarks].map(([path, { kind }]) => ({
    link: `a[href="${path}"]`,
    text: JSON.stringify(words.preview[kind].mark),
  }));
  const style = [
    `:is(${marks.map(({ link }) => link)})::before {`,
    '  margin-inline-end: 0.4em; padding-inline: 0.4em; border: 1px solid; color: var(--color-accent);',
    '  font: 600 max(0.75rem, 0.5em) / 1.4 var(--font-sans); letter-spacing: normal; vertical-align: middle;',
    '}',
    ...marks.map(({ link, text }) => `${link}::before { content: ${text}; }`),
  ];
  return (
    <>
      {marks.length > 0 && <style dangerouslySetInnerHTML={{ __html: style.join('\n') }} />}
      <script data-revision={revision} dangerouslySetInnerHTML={{ __html: script }} />
    </>
  );
}
