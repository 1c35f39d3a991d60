import { z } from 'zod';
import { explainMark, unpairedMarks } from '../../markdown/bidi.ts';
import { deskBackends } from '../../model/desk.ts';
import { didYouMean } from '../../model/did-you-mean.ts';
import { digitKinds } from '../../model/formatting-locale.ts';
import { licenceIds, licenceOf } from '../../model/licences.ts';
import { isColor, normalColor } from '../../model/look/contrast.ts';
import { stackNames } from '../../model/look/look.ts';
import { parseInstant, parseMoment } from '../../model/moment.ts';

/** Ids are file and folder names and parts of URLs: lower-case Latin letters, digits and single hyphens. */
export const idPattern = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** The most that are reported in one text, so that a text of nothing else does not cause a thousand problems. */
const mostMarks = 10;

/** One or more lines of plain text. YAML escapes can produce characters that no page may contain. */
const line = z
  .string()
  .trim()
  .min(1)
  .refine((value) => !/(?![\t\n\r])\p{Cc}/u.test(value), {
    error: 'There is an escaped control character in this text, which no page can show. Remove it.',
  })
  .check(({ value, issues }) => {
    for (const mark of unpairedMarks(value).slice(0, mostMarks)) {
      issues.push({ code: 'custom', input: value, message: explainMark(mark), params: { code: 'bidi-unpaired' } });
    }
  });
/** Schemas of text for readers, in which any character may be meant literally. */
export const texts = z.registry<{ isForReaders: true }>();
export const text = line.clone().register(texts, { isForReaders: true });
/** Schemas of values that a form asks for in a way of their own. */
export const forms = z.registry<{ is: 'id' | 'instant' | 'moment' }>();
export const id = z.string().regex(idPattern).register(forms, { is: 'id' });
const ids = z.array(id);
const url = z.url({ protocol: /^https?$/ });

/** Where the site is published. It is part of every page's address and of server configurations. */
const siteUrl = url.check(({ value, issues }) => {
  const message = siteUrlFault(value);
  if (message !== undefined) issues.push({ code: 'custom', input: value, message });
});

const instant = z
  .string()
  .transform((value, context) => {
    const parsed = parseInstant(value);
    if ('value' in parsed) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.fault, params: { code: parsed.code } });
    return z.NEVER;
  })
  .register(forms, { is: 'instant' });

/** A year alone is a number in YAML, and gets the same message as any other invalid moment. */
const moment = z
  .union([z.string(), z.number()])
  .transform((value, context) => {
    const parsed = parseMoment(String(value));
    if ('value' in parsed) return parsed.value;
    context.addIssue({ code: 'custom', message: parsed.fault, params: { code: parsed.code } });
    return z.NEVER;
  })
  .register(forms, { is: 'moment' });

const language = z.string().refine(isLanguageTag, {
  error: ({ input }) => `"${input}" is not a language tag. Write one such as en-GB or ar.`,
});

const timeZone = z.string().refine(isTimeZone, {
  error: ({ input }) =>
    `"${input}" is not a time zone of the IANA database. Write one such as Europe/London or Asia/Baghdad.`,
});

const color = z
  .string()
  .refine(isColor, {
    error: ({ input }) => `"${input}" is not a colour. Write # and six hexadecimal digits in quotes, as in "#0b6e4f".`,
  })
  .transform(normalColor);
/** A colour for light and for dark pages; one alone is for light pages. */
const shade = z.union([color, z.strictObject({ light: color, dark: color })]);

const fontName = z.string().refine((name) => /^[\w.-]+\.woff2$/.test(name), {
  error: ({ input }) =>
    `"${input}" is not the name of a font file. Put a WOFF2 file beside site.md, and write its name: letters, digits, ".", "_" and "-", with .woff2 at its end.`,
});

const lookSchema = z
  .strictObject({
    accent: shade.describe(
      'The colour of kickers, marks and underlines; that of dark pages is derived if there is only one',
    ),
    paper: shade.describe('The background colour; one alone is for light pages'),
    ink: shade.describe('The colour of text; one alone is for light pages'),
    headlines: z.enum(stackNames).describe('The typeface of headlines, from those of readers’ systems'),
    fonts: z
      .strictObject({
        headlines: fontName.describe('A WOFF2 file beside site.md, for headlines'),
        text: fontName.describe('A WOFF2 file beside site.md, for the text'),
      })
      .partial()
      .describe('Font files of the publication'),
  })
  .partial();

const menu = z.array(
  z.union([
    id,
    z.strictObject({
      label: text.describe('The words of the link'),
      url: line.describe('An address, or a path of this site'),
    }),
  ]),
);

const rightsSchema = z
  .strictObject({
    holder: text.describe('Who has the rights in the texts'),
    licence: z
      .string()
      .refine((value) => licenceOf(value) !== undefined, {
        error: ({ input }) =>
          `"${input}" is not a known licence. ${didYouMean(String(input), licenceIds)} For any other, write the address of its text.`,
      })
      .describe('An id of SPDX, such as CC-BY-4.0, or the address of the licence'),
    ai: z.enum(['allow', 'deny']).describe('Whether the texts may be mined and used for AI'),
  })
  .partial();

/** Where editors sign in, and where the desk saves. */
const deskSchema = z
  .strictObject({
    backend: z.enum(deskBackends).describe('The git host: github, gitlab, forgejo or gitea'),
    repo: z
      .string()
      .refine((value) => /^[\w.-]+(?:\/[\w.-]+)+$/.test(value), {
        error: ({ input }) => `"${input}" is not a repository. Write its owner and its name, as in harbour/news.`,
      })
      .describe('The repository with the content, as in harbour/news'),
    branch: line.default('desk').describe('The branch on which editors save'),
    folder: line
      .default('content')
      .describe('The content folder in the repository; a dot if it is the repository itself'),
    host: url.optional().describe('The address of a git host of your own'),
    app: line.optional().describe('The id of the application that signs editors in, from the git host'),
    signIn: url
      .optional()
      .describe('Of GitHub, the address of a worker that signs editors in; without it they enter a token'),
  })
  .check(({ value, issues }) => {
    const missing = (key: string, message: string) =>
      issues.push({ code: 'custom', input: value, path: [key], message });
    const { backend, host, app } = value;
    if (backend !== 'github' && app === undefined)
      missing('app', `desk.app is missing. Editors sign in at ${backend} through an application: write its id.`);
    if ((backend === 'forgejo' || backend === 'gitea') && host === undefined)
      missing('host', `desk.host is missing. Write the address of your ${backend}, as in https://git.example.`);
  });

/** `site.md`: the publication. */
export const siteSchema = z.strictObject({
  name: text.describe('The name of the publication'),
  tagline: text.describe('One line that says what the publication is'),
  url: siteUrl.describe('Where the site is published, such as https://news.example, with its path if it has one'),
  lang: language.describe('The language of the site, such as en-GB'),
  timeZone: timeZone.describe('The time zone in which dates are shown, such as Asia/Baghdad'),
  publisher: z
    .strictObject({ name: text.describe('Who publishes') })
    .describe('Who publishes, as a group with the key name'),
  contact: z.email().describe('The e-mail address to which readers write about corrections'),
  languages: z
    .array(language)
    .min(2)
    .optional()
    .describe('All languages of the publication, if it has several: lang first, then those of its translations'),
  dir: z.enum(['ltr', 'rtl']).optional().describe('The writing direction, if it is not that of the language'),
  digits: z.enum(digitKinds).optional().describe('The digits of dates and numbers: latn (0123) or arab (٠١٢٣)'),
  policies: z
    .strictObject({ publishing: line, corrections: line, ethics: line, ownership: line })
    .partial()
    .optional()
    .describe('The addresses of the policies: a URL or the id of a page'),
  social: z.array(url).optional().describe('The publication elsewhere'),
  navigation: menu.min(1).optional().describe('The menu at the top: ids of pages or topics, or label and url'),
  footer: menu.min(1).optional().describe('The links in the footer: ids of pages or topics, or label and url'),
  rights: rightsSchema.optional().describe('Rights in the texts: holder, licence, AI use'),
  look: lookSchema.optional().describe('What it changes about the look of its pages'),
  feeds: z
    .enum(['full', 'summary'])
    .default('full')
    .describe('full: feeds have whole articles; summary: only their summaries'),
  record: z
    .literal('required')
    .optional()
    .describe('required: an article is published only with a recorded version; without the key a check warns'),
  desk: deskSchema.optional().describe('The browser desk at /admin/: where editors sign in, and where it saves'),
  checks: z
    .record(z.string(), z.strictObject({ off: z.literal(true), reason: text }))
    .optional()
    .describe('Checks that are turned off, each with a reason'),
});

const mapSchema = z.strictObject({
  places: ids.min(1).describe('The ids of glossary places to mark'),
  emphasise: z.array(text).min(1).max(2).optional().describe('A country, or two whose border is emphasised'),
});

const pictureSchema = z
  .strictObject({
    map: mapSchema.optional().describe('A locator map'),
    image: line.optional().describe('A picture file beside the text'),
    alt: text.describe('What the picture shows, for people who cannot see it'),
    credit: text.describe('Who made the picture'),
    caption: text.optional(),
  })
  .refine(({ map, image }) => (map === undefined) !== (image === undefined), {
    error: 'A picture is either a map or an image. Give one of the two keys.',
  });

const keyPointSchema = z.union([
  text,
  z.strictObject({ text: text.describe('The point'), section: id.describe('The id of the section that it is from') }),
]);

const timelineSchema = z.strictObject({
  when: moment.describe('A day, a month or an instant with UTC offset'),
  text: text.describe('What happened'),
  section: id.optional().describe('The id of the section that it is from'),
});

const sourceSchema = z.strictObject({
  id: id.describe('The name by which the text cites it, as in [^id]'),
  name: text.describe('The source as readers see it'),
  kind: z.enum(['statement', 'post', 'document', 'interview', 'report']).describe('The kind of source'),
  url: url.optional().describe('Where it can be read'),
  date: moment.optional().describe('A day, a month or an instant with UTC offset'),
});

const labelsSchema = z.strictObject({
  sponsored: z
    .strictObject({ by: text.describe('Who paid for it'), url: url.optional().describe('Their site') })
    .optional()
    .describe('Who paid for the article'),
  satire: z.boolean().optional().describe('true if it is made up to make a point'),
  warning: text.optional().describe('Content that some readers may not want to see'),
});

/** The kinds of versions. */
const versionKinds = ['publish', 'update', 'correction', 'minor'] as const;

const changeSchema = z.strictObject({
  kind: z
    .enum(versionKinds)
    .describe('publish: the first version; update: news; correction: something was wrong; minor: a comma, a link'),
  note: text.describe('What has changed and why, for readers'),
  was: text.optional().describe('Of a correction, the passage as readers saw it, if several have changed'),
  is: text.optional().describe('The same passage as it is now'),
});

/** An article's `index.md`. */
export const articleSchema = z.strictObject({
  title: text.max(110).describe('The headline, 110 characters at most'),
  standfirst: text.describe('One or two sentences under the headline that sum the article up'),
  authors: ids.min(1).describe('The ids of the authors'),
  published: instant.describe('When the article is published, with UTC offset; in the future it is an embargo'),
  topics: ids.min(1).describe('The ids of the topics, the main one first'),
  draft: z.boolean().optional().describe('true while nobody else may see the article'),
  expires: instant.optional().describe('When the article is taken down, with UTC offset'),
  dateline: text.optional().describe('Where the reporter was'),
  kind: z.enum(['report', 'explainer', 'analysis', 'opinion']).default('report').describe('The kind of article'),
  labels: labelsSchema.optional().describe('What readers should know before they read'),
  partners: z
    .array(z.strictObject({ name: text.describe('Who it is'), url: url.optional().describe('Their site') }))
    .min(1)
    .max(5)
    .default([])
    .describe('One to five others with whom the article was made'),
  firstPublished: z
    .strictObject({ by: text.describe('Who published it first'), url: url.describe('Its address there') })
    .optional()
    .describe('Who published the article before, which is the address for search engines'),
  searchTitle: text.max(70).optional().describe('The title for search engines and tabs, 70 characters at most'),
  card: z
    .strictObject({ image: line.describe('A picture file beside the text'), alt: text.describe('What it shows') })
    .optional()
    .describe('A share image, instead of the one that is drawn'),
  picture: pictureSchema.optional().describe('The lead picture'),
  keyPoints: z.array(keyPointSchema).min(2).max(5).default([]).describe('Two to five points'),
  unverified: z.array(text).min(1).max(5).default([]).describe('One to five things that nobody could verify'),
  timeline: z.array(timelineSchema).default([]).describe('What happened when'),
  sources: z.array(sourceSchema).default([]).describe('Who or what the article relies on'),
  series: id.optional().describe('The id of the series to which the article belongs'),
  related: ids.min(1).max(4).default([]).describe('The slugs of one to four articles to read next, picked by hand'),
  featured: z.boolean().optional().describe('true: leads the front page until a newer article is featured'),
  pinnedUntil: instant.optional().describe('Until when it is above all others on the front page, with UTC offset'),
  aliases: ids.default([]).describe('Former slugs of the article'),
  retracted: z
    .strictObject({
      when: instant.describe('When the article was retracted, with UTC offset'),
      reason: text.describe('Why, in a sentence or two for readers'),
    })
    .optional()
    .describe('When and why the article was retracted'),
  change: changeSchema.optional().describe('What has changed since readers saw the text, until that is recorded'),
});

/** A section of an article. */
export const sectionSchema = z.strictObject({
  title: text.describe('The heading of the section'),
  aliases: ids.default([]).describe('Former ids of the section'),
});

/** A glossary entry. */
export const glossarySchema = z.strictObject({
  name: text.describe('The name of the person, the organisation or the place'),
  kind: z.enum(['person', 'organisation', 'place']).describe('What it is'),
  aliases: z.array(text).default([]).describe('Other names by which the text mentions it'),
  role: text.optional().describe('What a person does'),
  latitude: z.number().min(-90).max(90).optional().describe('Degrees north (WGS 84)'),
  longitude: z.number().min(-180).max(180).optional().describe('Degrees east (WGS 84)'),
  capital: z.boolean().default(false).describe('Whether a place is the capital of a country: maps mark it as one'),
  country: text.optional().describe('The country'),
  url: url.optional().describe('Its own site'),
});

/** An author. */
export const authorSchema = z.strictObject({
  name: text.describe('The name in the byline'),
  role: text.optional().describe('What the author does'),
  url: url.optional().describe('The author’s own site'),
  image: line.optional().describe('A picture file beside this one'),
  bio: text.max(300).optional().describe('One or two sentences under the author’s articles, 300 characters at most'),
  contact: z.email().optional().describe('The e-mail address at which readers reach the author'),
  former: z.boolean().optional().describe('true if the author no longer writes here'),
  aliases: ids.default([]).describe('Former ids of the author'),
});

/** A page of the publication, such as a contact page. */
export const pageSchema = z.strictObject({
  title: text.describe('The heading of the page'),
  description: text.optional().describe('One line about the page'),
});

/** A topic. */
export const topicSchema = z.strictObject({
  name: text.describe('The name of the topic'),
  description: text.optional().describe('One line about the topic'),
  aliases: ids.default([]).describe('Former ids of the topic'),
});

/** `front.md`: how the front page is arranged. */
export const frontSchema = z.strictObject({
  lead: id.optional().describe('The slug of the article that leads'),
  order: ids.min(1).max(20).default([]).describe('The slugs of the articles that follow it, in order'),
  blocks: z
    .array(
      z.strictObject({
        topic: id.describe('The id of the topic'),
        articles: z.int().min(1).max(12).default(3).describe('The most articles to show'),
      }),
    )
    .min(1)
    .max(20)
    .default([])
    .describe('Topics whose newest articles are together'),
});

/** `redirects.md`: where the paths of an earlier site lead now. */
export const redirectsSchema = z.strictObject({
  redirects: z
    .record(z.string(), line)
    .describe('Former paths, each with where it leads: a path of this site, or an address elsewhere'),
});

/** A series of articles. */
export const seriesSchema = z.strictObject({
  name: text.describe('The name of the series'),
  description: text.optional().describe('One line about the series'),
  aliases: ids.default([]).describe('Former ids of the series'),
});

const digest = z.string().regex(/^[0-9a-f]{64}$/);

const correctionSchema = z.strictObject({
  section: id.optional().describe('The section that contains it'),
  was: text.describe('The passage as it was, in the words of readers'),
  is: text.describe('The passage as it is now'),
});

/** A version of an article's text, as `npm run revise` writes it. */
export const versionSchema = z
  .strictObject({
    version: z.int().min(1).describe('The number of the version, that of its file'),
    recorded: instant.describe('When it was recorded, with UTC offset'),
    kind: z.enum(versionKinds),
    note: text.describe('What has changed and why, for readers'),
    previous: digest.optional().describe('The SHA-256 of the words of the version before, as they are now'),
    translates: z.int().min(1).optional().describe('Of a translation, the version of the original that it translates'),
    scheduled: z
      .literal(true)
      .optional()
      .describe('true if it appeared on schedule, and readers saw no version before it'),
    sections: ids.describe('The ids of the sections, in order'),
    correction: z.union([correctionSchema, z.array(correctionSchema).min(1)]).optional(),
    redactions: z
      .array(
        z.strictObject({
          at: instant,
          reason: text,
          replaces: digest.optional().describe('The SHA-256 of the words before the passage was taken out'),
        }),
      )
      .default([])
      .describe('When passages were taken out, and why'),
  })
  .refine(({ kind, correction }) => (kind === 'correction') === (correction !== undefined), {
    error:
      'A correction says what was wrong, under the key correction; no other kind does. Record it with npm run revise.',
  });

/** What the address of a site may not contain, and what to do. A password is not repeated. */
function siteUrlFault(written: string): string | undefined {
  if (!URL.canParse(written)) return undefined;
  const { username, password, search, hash, pathname, origin } = new URL(written);
  const isWithout = `Write it without, as in ${origin}${/^[\w/.~-]*$/.test(pathname) ? pathname : '/news'}.`;
  if (username !== '' || password !== '')
    return `The address has a user or a password in it, which readers would see. ${isWithout}`;
  if (search !== '' || written.includes('?'))
    return `The address has a query: a question mark and what follows. ${isWithout}`;
  if (hash !== '' || written.includes('#')) return `The address has a fragment: a # and what follows. ${isWithout}`;
  if (isSitePath(pathname)) return undefined;
  return `The path of the address has other signs than letters, digits, "-", ".", "_" and "~" between single slashes. ${isWithout}`;
}

function isSitePath(path: string): boolean {
  try {
    return /^(?:\/[\p{L}\p{M}\p{N}._~-]+)*\/?$/u.test(decodeURIComponent(path));
  } catch {
    return false;
  }
}

function isLanguageTag(value: string): boolean {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    return true;
  } catch {
    return false;
  }
}
