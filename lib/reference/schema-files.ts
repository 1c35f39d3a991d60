import { z } from 'zod';
import {
  articleSchema,
  authorSchema,
  frontSchema,
  glossarySchema,
  redirectsSchema,
  sectionSchema,
  seriesSchema,
  siteSchema,
  topicSchema,
  versionSchema,
} from '../content/files/schema.ts';
import {
  articleTranslationSchema,
  authorTranslationSchema,
  glossaryTranslationSchema,
  sectionTranslationSchema,
  siteTranslationSchema,
  topicTranslationSchema,
} from '../content/translations/translation-schemas.ts';

const schemas = {
  site: siteSchema,
  front: frontSchema,
  redirects: redirectsSchema,
  article: articleSchema,
  section: sectionSchema,
  glossary: glossarySchema,
  author: authorSchema,
  topic: topicSchema,
  series: seriesSchema,
  version: versionSchema,
  'site-translation': siteTranslationSchema,
  'article-translation': articleTranslationSchema,
  'section-translation': sectionTranslationSchema,
  'glossary-translation': glossaryTranslationSchema,
  'author-translation': authorTranslationSchema,
  'topic-translation': topicTranslationSchema,
};

/** A JSON Schema for each kind of front matter, by file name; draft 7, which editors support best. */
export function schemaFiles(): Map<string, string> {
  const files = Object.entries(schemas).map(([name, schema]): [string, string] => {
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7', unrepresentable: 'any' });
    return [`${name}.json`, `${JSON.stringify({ ...json, title: `Standfirst: ${name}` }, null, 2)}\n`];
  });
  return new Map(files);
}
