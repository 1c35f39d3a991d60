import type { NewsMediaOrganization } from 'schema-dts';
import type { Site } from '../model/model.ts';
import type { Urls } from '../model/urls.ts';

/** The `@id` of the publisher in all data of the site. */
export const publisherId = ({ absolute, home }: Urls): string => `${absolute(home)}#publisher`;

/**
 * The publisher, with the policies that site.md names.
 *
 * @param site With absolute addresses as policies.
 */
export function publisherData(
  { publisher, policies, logo }: Pick<Site, 'publisher' | 'policies' | 'logo'>,
  urls: Urls,
): Exclude<NewsMediaOrganization, string> {
  return {
    '@type': 'NewsMediaOrganization',
    '@id': publisherId(urls),
    name: publisher,
    url: urls.absolute(urls.home),
    logo: urls.absolute(logo ? urls.logo : urls.largeIcon),
    ...(policies.publishing && { publishingPrinciples: policies.publishing }),
    ...(policies.corrections && { correctionsPolicy: policies.corrections }),
    ...(policies.ethics && { ethicsPolicy: policies.ethics }),
    ...(policies.ownership && { ownershipFundingInfo: policies.ownership }),
  };
}
