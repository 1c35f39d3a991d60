import { archiveRoute } from '@/app/archive-route.tsx';
import { staticParams } from '@/app/static-params.ts';
import { articlesOn } from '@/lib/publication/find.ts';

export const generateStaticParams = staticParams('topicArchive');

const { generateMetadata, page } = archiveRoute<{ id: string; number: string }>(
  ({ publication, urls, words }, { id }) => {
    const topic = publication.topics.find((one) => one.id === id);
    return (
      topic && {
        name: topic.name,
        describe: (number) => words.pageOf(words.articlesOn(topic.name), number),
        articles: articlesOn(publication, id),
        address: (number) => urls.topic(id, number),
      }
    );
  },
);

export { generateMetadata };
export default page;
