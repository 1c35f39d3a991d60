/** What other systems call the keys of an article; similar names are found without this list. */
const otherNames: Record<string, string> = {
  ...{ headline: 'title', heading: 'title', header: 'title' },
  ...{
    excerpt: 'standfirst',
    summary: 'standfirst',
    description: 'standfirst',
    subtitle: 'standfirst',
    dek: 'standfirst',
  },
  ...{ byline: 'authors', writer: 'authors', writers: 'authors' },
  ...{ date: 'published', pubDate: 'published', publishDate: 'published', datePublished: 'published' },
  ...{ tags: 'topics', tag: 'topics', categories: 'topics', category: 'topics', keywords: 'topics' },
  ...{ image: 'picture', cover: 'picture', photo: 'picture', thumbnail: 'picture', hero: 'picture' },
  ...{ type: 'kind', genre: 'kind', location: 'dateline', expiry: 'expires', highlights: 'keyPoints' },
  ...{ unconfirmed: 'unverified', notVerified: 'unverified' },
};

/** The key that a name from another system refers to; `undefined` if there is no such key. */
export function keyMeantBy(name: string, keys: readonly string[]): string | undefined {
  const key = otherNames[name];
  return key !== undefined && keys.includes(key) ? key : undefined;
}
