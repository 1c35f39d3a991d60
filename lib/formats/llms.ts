import type { Link, List, ListItem, PhrasingContent, RootContent } from 'mdast';
import { labelledStandfirst } from '../languages/label-texts.ts';
import type { Teaser, Topic } from '../model/model.ts';
import { routes } from '../model/urls.ts';
import { topicsInUse } from '../publication/find.ts';
import type { Publication } from '../publication/publish.ts';
import { markdownText, oneSpaced } from './markdown-text.ts';
import { settingOf } from './setting.ts';

/** The most articles that are listed; the sitemap lists all. */
const mostArticles = 100;

/** What `llms.txt` says about an article. */
type LlmsArticle = Pick<Teaser, 'slug' | 'title' | 'standfirst' | 'labels'>;

/** The articles that `llms.txt` names, newest first. */
export function llmsArticles({ articles }: Publication): LlmsArticle[] {
  return articles
    .slice(0, mostArticles)
    .map(({ slug, title, standfirst, labels }) => ({ slug, title, standfirst, labels }));
}

/** `llms.txt` (llmstxt.org): what the publication is, its newest articles as Markdown, its topics, and links to the rest. */
export function llms(publication: Publication): string {
  const { urls, words } = settingOf(publication.site);
  const { site } = publication;
  const address = (route: string) => urls.absolute(urls.path(route));
  const articles = llmsArticles(publication).map((article) =>
    item(address(routes.articleText(article.slug)), article.title, labelledStandfirst(article, words)),
  );
  const topicItem = ({ id, name, description }: Topic) =>
    item(address(routes.feed('json', id)), name, description ?? words.articlesOn(name));
  const others = [
    item(address(routes.about), words.about),
    item(address(routes.feed('json')), 'feed.json', words.latest),
    item(address(routes.sitemap), 'sitemap.xml', words.articles),
  ];
  return markdownText({
    type: 'root',
    children: [
      { type: 'heading', depth: 1, children: [text(site.name)] },
      { type: 'blockquote', children: [{ type: 'paragraph', children: [text(site.tagline)] }] },
      ...section(words.latest, articles),
      ...section(words.topics, topicsInUse(publication).map(topicItem)),
      // The format defines this name: what may be skipped.
      ...section('Optional', others),
    ],
  });
}

function section(title: string, children: ListItem[]): RootContent[] {
  if (children.length === 0) return [];
  const list: List = { type: 'list', ordered: false, spread: false, children };
  return [{ type: 'heading', depth: 2, children: [text(title)] }, list];
}

function item(url: string, title: string, about?: string): ListItem {
  const link: Link = { type: 'link', url, children: [text(title)] };
  const children = about === undefined ? [link] : [link, text(`: ${about}`)];
  return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children }] };
}

function text(value: string): PhrasingContent {
  return { type: 'text', value: oneSpaced(value) };
}
