import type { Graph, Organization, Person, Place } from 'schema-dts';
import type { GlossaryEntry } from '../model/model.ts';
import type { Urls } from '../model/urls.ts';

/** What schema.org calls the kinds of the glossary. */
const types = { person: 'Person', organisation: 'Organization', place: 'Place' } as const;

type EntryData = Exclude<Person | Organization | Place, string>;

/** A person, an organisation or a place by its name; what else is known of it stands in the glossary, at its `@id`. */
export function entryName({ id, kind, name }: GlossaryEntry, urls: Urls): EntryData {
  return { '@type': types[kind], '@id': entryId(id, urls), name };
}

/** All that the glossary knows of an entry. */
function entryData(entry: GlossaryEntry, urls: Urls): EntryData {
  const { aliases, country, kind, position, role, url } = entry;
  const common = {
    ...entryName(entry, urls),
    ...(aliases.length > 0 && { alternateName: aliases }),
    ...(url && { sameAs: url }),
  };
  if (kind === 'person') return { ...common, '@type': 'Person', ...(role && { jobTitle: role }) };
  if (kind === 'organisation') return { ...common, '@type': 'Organization', ...(country && { location: country }) };
  return {
    ...common,
    '@type': 'Place',
    ...(country && { containedInPlace: { '@type': 'Country', name: country } }),
    ...(position && { geo: { '@type': 'GeoCoordinates', ...position } }),
  };
}

export function entryId(id: string, urls: Urls): string {
  return urls.absolute(urls.entry(id));
}

/** What the glossary knows of the world, to which the data of articles point. */
export function glossaryData(glossary: readonly GlossaryEntry[], urls: Urls): Graph {
  return { '@context': 'https://schema.org', '@graph': glossary.map((entry) => entryData(entry, urls)) };
}
