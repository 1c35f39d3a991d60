import type { Graph, Organization, Person, Place } from 'schema-dts';
import type { GlossaryEntry } from '../model/model.ts';
import type { Urls } from '../model/urls.ts';

/** What schema.org calls the kinds of the glossary. */
const types = { person: 'Person', organisation: 'Organization', place: 'Place' } as const;

/** An entry; only the types themselves, since the compiler takes half a minute for all of their subtypes. */
type EntryData =
  | Extract<Person, { '@type': 'Person' }>
  | Extract<Organization, { '@type': 'Organization' }>
  | Extract<Place, { '@type': 'Place' }>;

type EntryName = { '@type': (typeof types)[keyof typeof types]; '@id': string; name: string };

/** A person, an organisation or a place by name; the glossary has the rest at its `@id`. */
export function entryName({ id, kind, name }: GlossaryEntry, urls: Urls): EntryName {
  return { '@type': types[kind], '@id': entryId(id, urls), name };
}

/** Everything that the glossary says about an entry. */
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

/** The glossary as data, to which the data of articles refer. */
export function glossaryData(glossary: readonly GlossaryEntry[], urls: Urls): Graph {
  return { '@context': 'https://schema.org', '@graph': glossary.map((entry) => entryData(entry, urls)) };
}
