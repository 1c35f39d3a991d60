import type { Graph } from 'schema-dts';
import type { Urls } from '../model/urls.ts';
import type { GlossaryEntry } from '../model/model.ts';
import { entryData } from './entry-data.ts';

/** What the glossary knows of the world, to which the data of articles point. */
export function glossaryData(glossary: readonly GlossaryEntry[], urls: Urls): Graph {
  return { '@context': 'https://schema.org', '@graph': glossary.map((entry) => entryData(entry, urls)) };
}
