import { archiveRoute } from '@/app/archive-route.tsx';
import { staticParams } from '@/app/static-params.ts';
import { articlesBy } from '@/lib/publication/find.ts';

export const generateStaticParams = staticParams('authorArchive');

const { generateMetadata, page } = archiveRoute<{ id: string; number: string }>(
  ({ publication, urls, words }, { id }) => {
    const author = publication.authors.find((one) => one.id === id);
    return (
      author && {
        name: author.name,
        describe: (number) => words.pageOf(words.articlesBy(author.name), number),
        articles: articlesBy(publication, id),
        address: (number) => urls.author(id, number),
      }
    );
  },
);

export { generateMetadata };
export default page;
