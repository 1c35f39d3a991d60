import { escapedHtml } from '../model/escaped-html.ts';
import type { Site } from '../model/model.ts';
import { createUrls } from '../model/urls.ts';
import { xmlDocument, xmlElement, xmlText } from './xml.ts';

/**
 * `license.xml`: whether machines may use the texts for AI (Really Simple Licensing 1.0: <https://rslstandard.org/rsl>).
 *
 * @returns `undefined` if site.md does not say.
 */
export function machineLicence(site: Pick<Site, 'url' | 'publisher' | 'rights'>): string | undefined {
  const { rights, publisher, url } = site;
  if (!rights?.ai) return undefined;
  const { home, absolute } = createUrls(url);
  const { holder = publisher, licence, ai } = rights;
  return xmlDocument('rsl', { xmlns: 'https://rslstandard.org/rsl' }, [
    `<content url="${escapedHtml(absolute(home))}">`,
    xmlElement('license', xmlText(ai === 'deny' ? 'prohibits' : 'permits', 'ai-all').replace('>', ' type="usage">')),
    xmlText('copyright', holder),
    ...(licence ? [xmlText('terms', licence.url)] : []),
    '</content>',
  ]);
}
