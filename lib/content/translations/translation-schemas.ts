import { z } from 'zod';
import {
  articleSchema,
  authorSchema,
  glossarySchema,
  id,
  pageSchema,
  sectionSchema,
  siteSchema,
  text,
  topicSchema,
} from '../files/schema.ts';

/**
 * What the front matter of a translation may have: its texts. All else, such as dates, places, addresses and pictures, is
 * said once, in the original.
 */

const { name, tagline, publisher, lang, digits, dir, navigation, footer } = siteSchema.shape;

/** `site.ar.md`: the publication in another language. */
export const siteTranslationSchema = z.strictObject({
  name,
  tagline,
  publisher: publisher.optional(),
  lang: lang.optional().describe('The language with a country, such as ar-IQ, whose names of months are to be used'),
  digits,
  dir,
  navigation,
  footer,
});

const { title, standfirst, searchTitle, dateline, aliases, change } = articleSchema.shape;

/** `index.ar.md`: an article in another language. Lists have an entry for each that the original has, in its order. */
export const articleTranslationSchema = z.strictObject({
  translates: z.int().min(1).describe('The number of the version of the original that this translates'),
  translator: text.describe('Who translated the article'),
  slug: id.optional().describe('The slug in the address of the translation, if it is not that of the original'),
  aliases: aliases.describe('Former slugs of the translation'),
  title,
  standfirst,
  draft: z.boolean().optional().describe('true while nobody else may see the translation'),
  dateline,
  searchTitle,
  labels: z
    .strictObject({
      sponsored: z.strictObject({ by: text.describe('Who paid for it') }).optional(),
      warning: text.optional().describe('What in it some may not want to read or see'),
    })
    .optional()
    .describe('What readers have to know before they read'),
  partners: z.array(text).optional().describe('The names of the others with whom the article was made'),
  firstPublished: z
    .strictObject({ by: text.describe('Who published it first') })
    .optional()
    .describe('Who published the article before'),
  card: z
    .strictObject({ alt: text.describe('What it shows') })
    .optional()
    .describe('The picture for sharing'),
  picture: z
    .strictObject({
      alt: text.describe('What the picture shows, for those who cannot see it'),
      credit: text.describe('Who made the picture'),
      caption: text.optional(),
    })
    .optional()
    .describe('The lead picture'),
  keyPoints: z.array(text).optional().describe('The key points'),
  unverified: z.array(text).optional().describe('What nobody could verify'),
  timeline: z.array(text).optional().describe('What happened; the dates are those of the original'),
  sources: z.record(z.string(), text).optional().describe('The names of sources, by their ids'),
  retracted: z
    .strictObject({ reason: text.describe('Why, in a sentence or two for readers') })
    .optional()
    .describe('Why the article was retracted'),
  change,
});

/** `1-pier.ar.md`: a section in another language. */
export const sectionTranslationSchema = z.strictObject({ title: sectionSchema.shape.title });

/** An entry of the glossary in another language. Its aliases are those of that language. */
export const glossaryTranslationSchema = z.strictObject({
  name: glossarySchema.shape.name,
  aliases: glossarySchema.shape.aliases,
  role: glossarySchema.shape.role,
  country: glossarySchema.shape.country,
});

/** An author in another language. */
export const authorTranslationSchema = z.strictObject({
  name: authorSchema.shape.name,
  role: authorSchema.shape.role,
  bio: authorSchema.shape.bio,
});

/** A topic or a series in another language. */
export const topicTranslationSchema = z.strictObject({
  name: topicSchema.shape.name,
  description: topicSchema.shape.description,
});

/** A page of the publication in another language. */
export const pageTranslationSchema = pageSchema;
