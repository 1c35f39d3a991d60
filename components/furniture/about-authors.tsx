import type { Words } from '@/lib/languages/words.ts';
import type { Signed } from '@/lib/model/model.ts';
import type { Urls } from '@/lib/model/urls.ts';
import { AuthorFacts, roleOf } from './author-facts.tsx';
import { Portrait } from './portrait.tsx';

type Props = {
  /** Those with a picture or a biography. */
  authors: readonly Signed[];
  urls: Urls;
  words: Pick<Words, 'dir' | 'aboutAuthors' | 'former'>;
};

/** The authors of an article, at its end. */
export function AboutAuthors({ authors, urls, words }: Props) {
  return (
    <section className="part about-authors">
      <h2 className="part-title">{words.aboutAuthors(authors.length)}</h2>
      {authors.map((author) => {
        const role = roleOf(author, words);
        return (
          <div key={author.id} className="about-author">
            {author.picture && <Portrait picture={author.picture} urls={urls} />}
            <div>
              <p>
                <a href={urls.author(author.id)} className="font-semibold text-ink">
                  {author.name}
                </a>
                {role !== undefined && <> · {role}</>}
              </p>
              <AuthorFacts author={author} words={words} />
            </div>
          </div>
        );
      })}
    </section>
  );
}
