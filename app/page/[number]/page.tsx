import { archiveRoute } from '@/app/archive-route.tsx';
import { staticParams } from '@/app/static-params.ts';

export const generateStaticParams = staticParams('archive');

const { generateMetadata, page } = archiveRoute<{ number: string }>(({ publication, site, urls, words }) => ({
  name: words.articles,
  describe: () => site.tagline,
  articles: publication.articles,
  address: urls.page,
}));

export { generateMetadata };
export default page;
