import type {
  Article,
  Author,
  Content,
  Note,
  Picture,
  PictureUse,
  Section,
  SeenEntry,
  Series,
  Site,
  Source,
  Topic,
} from '@/lib/model/model.ts';
import type { Publication, TakenDown } from '@/lib/publication/publish.ts';

/** The publication of the tests. */
export function aSite(overrides: Partial<Site> = {}): Site {
  return {
    name: 'The Example',
    tagline: 'News that is true of nowhere.',
    url: 'https://example.org',
    lang: 'en-GB',
    languages: ['en-GB'],
    prefix: '',
    dir: 'ltr',
    timeZone: 'Asia/Baghdad',
    publisher: 'Example Publishing',
    digits: undefined,
    contact: 'desk@example.org',
    policies: {},
    social: [],
    navigation: undefined,
    footer: undefined,
    rights: undefined,
    feeds: 'full',
    about: '<p>Who we are.</p>\n',
    look: undefined,
    logo: undefined,
    icon: undefined,
    ...overrides,
  };
}

export function anAuthor(overrides: Partial<Author> = {}): Author {
  return {
    id: 'ada-reed',
    name: 'Ada Reed',
    role: undefined,
    url: undefined,
    picture: undefined,
    bio: undefined,
    contact: undefined,
    former: false,
    aliases: [],
    note: '',
    ...overrides,
  };
}

export function aTopic(overrides: Partial<Topic> = {}): Topic {
  return { id: 'security', name: 'Security', description: undefined, aliases: [], note: '', ...overrides };
}

/** An organisation with only a name. */
export function anEntry(overrides: Partial<SeenEntry> = {}): SeenEntry {
  return {
    id: 'sdf',
    name: 'Syrian Democratic Forces',
    kind: 'organisation',
    aliases: [],
    role: undefined,
    country: undefined,
    position: undefined,
    isCapital: false,
    url: undefined,
    note: '<p>A force in northeast Syria.</p>',
    hasMore: false,
    ...overrides,
  };
}

export function aSection(overrides: Partial<Section> = {}): Section {
  return {
    id: 'the-border',
    title: 'The border',
    aliases: [],
    html: '<p>What happened there.</p>\n',
    markdown: 'What happened there.',
    ...overrides,
  };
}

export function aSource(overrides: Partial<Source> = {}): Source {
  return {
    id: 'ministry',
    name: 'Ministry of Defence, Baghdad',
    kind: 'statement',
    url: undefined,
    date: undefined,
    ...overrides,
  };
}

/** A place of the glossary. */
export function aPlace(overrides: Partial<SeenEntry> = {}): SeenEntry {
  return {
    id: 'baghdad',
    name: 'Baghdad',
    kind: 'place',
    aliases: [],
    role: undefined,
    country: undefined,
    position: { latitude: 33.315, longitude: 44.366 },
    isCapital: false,
    url: undefined,
    note: '',
    hasMore: false,
    ...overrides,
  };
}

/** A locator map as in front matter. */
export function aMapPicture(overrides: Partial<MapPicture> = {}): MapPicture {
  return {
    kind: 'map',
    places: [aPlace()],
    emphasise: undefined,
    alt: 'Map of Iraq',
    credit: 'Example Press',
    caption: undefined,
    ...overrides,
  };
}

type MapPicture = Extract<Picture, { kind: 'map' }>;

/** A report by one author on one topic, without anything optional. */
export function anArticle(overrides: Partial<Article> = {}): Article {
  return {
    slug: 'quiet-on-the-border',
    title: 'Quiet on the border',
    standfirst: 'Nothing has happened, and everybody is relieved.',
    kind: 'report',
    labels: { sponsor: undefined, satire: false, warning: undefined },
    partners: [],
    firstPublished: undefined,
    searchTitle: undefined,
    card: undefined,
    authors: [anAuthor()],
    topics: [aTopic()],
    series: undefined,
    related: [],
    featured: false,
    pinnedUntil: undefined,
    published: Date.parse('2026-01-19T18:00:00+03:00'),
    draft: false,
    expires: undefined,
    retracted: undefined,
    dateline: undefined,
    picture: undefined,
    keyPoints: [],
    unverified: [],
    lead: '<p>It was quiet.</p>\n',
    leadMarkdown: 'It was quiet.',
    sections: [],
    timeline: [],
    notes: [],
    externalLinks: [],
    words: 238,
    aliases: [],
    versions: 0,
    corrections: [],
    updated: undefined,
    mentions: [],
    translation: undefined,
    record: [],
    who: [],
    part: undefined,
    ...overrides,
  };
}

/** The remains of an expired article. */
export function aTakenDown(overrides: Partial<TakenDown> = {}): TakenDown {
  const { slug, title, published } = anArticle();
  return { slug, title, published, expires: published + 1, ...overrides };
}

/** A picture above the text, from a file. */
export function aLeadPicture(overrides: Partial<LeadImage> = {}): LeadImage {
  const image = { name: 'storm/pier-1a2b3c4d', width: 3000, height: 2000 };
  return {
    kind: 'image',
    image,
    alt: 'The pier at dawn',
    credit: 'Ada Reed',
    caption: 'Every plank held.',
    ...overrides,
  };
}

/** The picture of an author. */
export function aPortrait(): PictureUse {
  return {
    file: '/content/authors/ada-reed.jpg',
    source: 'content/authors/ada-reed.jpg',
    line: 1,
    column: 1,
    digest: '1a2b3c4d',
    image: { name: 'authors/ada-reed-1a2b3c4d', width: 480, height: 480 },
  };
}

type LeadImage = Extract<Picture, { kind: 'image' }>;

/** An entry of the notes that names a source. */
export function aSourceNote({ number = 1, mentions = 1, source = aSource() } = {}): Note {
  return { kind: 'source', number, mentions, source };
}

/** An entry of the notes that is a text. */
export function aTextNote({
  number = 1,
  mentions = 1,
  html = '<p>As it was then called.</p>\n',
  markdown = 'As it was then called.',
} = {}): Note {
  return { kind: 'text', number, mentions, html, markdown };
}

/** The content of a folder with these articles; its authors and topics are theirs unless given. */
export function aContent({ articles = [anArticle()], ...overrides }: WithArticles<Content> = {}): Content {
  const wrapped = articles.map((article) => ({
    teaser: article,
    digest: JSON.stringify(article),
    links: [],
    pictures: [],
    versions: [],
    unrecorded: undefined,
    read: () => article,
  }));
  return {
    site: aSite(),
    articles: wrapped,
    ...namedIn(articles),
    glossary: [],
    pages: [],
    front: undefined,
    redirects: [],
    others: [],
    ...overrides,
  };
}

/** What readers see of these articles; authors and topics are theirs unless given. */
export function aPublication({ articles = [anArticle()], ...overrides }: WithArticles<Publication> = {}): Publication {
  return {
    site: aSite(),
    now: Date.parse('2026-01-20T12:00:00+03:00'),
    articles,
    read: (slug) => articles.find((article) => article.slug === slug),
    madeFrom: (slug) => JSON.stringify(articles.find((article) => article.slug === slug)),
    related: () => [],
    pictures: [],
    text: () => undefined,
    moved: [],
    expired: [],
    ...namedIn(articles),
    glossary: [],
    pages: [],
    notFound: undefined,
    others: [],
    editions: () => [],
    front: undefined,
    redirects: [],
    ...overrides,
  };
}

type WithArticles<Whole> = Partial<Omit<Whole, 'articles'>> & { articles?: Article[] };

function namedIn(articles: readonly Article[]): { authors: Author[]; topics: Topic[]; series: Series[] } {
  return {
    authors: onceEach(articles.flatMap(({ authors }) => authors)).map(anAuthor),
    topics: onceEach(articles.flatMap(({ topics }) => topics)).map(aTopic),
    series: onceEach(articles.flatMap(({ series }) => series ?? [])).map(aTopic),
  };
}

function onceEach<Entry extends { id: string }>(entries: readonly Entry[]): Entry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()];
}
