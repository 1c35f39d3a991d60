import type { Section } from '@/lib/content/model.ts';
import type { Words } from '@/lib/languages/words.ts';
import { Prose } from './prose.tsx';

type Props = { section: Section; words: Pick<Words, 'permalink'> };

/** A section of the article; its former ids lead to it as well. */
export function ArticleSection({ section: { id, title, aliases, html }, words }: Props) {
  return (
    <section className="part" id={id}>
      {aliases.map((alias) => (
        <span key={alias} id={alias} />
      ))}
      <div className="part-head">
        <h2 className="part-title">{title}</h2>
        <a href={`#${id}`} className="permalink" aria-label={words.permalink(title)}>
          #
        </a>
      </div>
      <Prose html={html} />
    </section>
  );
}
