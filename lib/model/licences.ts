/** A licence: its name for readers, and the address of its text. */
export type Licence = { name: string; url: string };

const creativeCommons = (code: string, version: string): Licence => ({
  name: `CC ${code.toUpperCase()} ${version}`,
  url: `https://creativecommons.org/licenses/${code}/${version}/`,
});

/** Licences for texts by their SPDX ids: <https://spdx.org/licenses/>. */
const licences: Readonly<Record<string, Licence>> = {
  'CC0-1.0': { name: 'CC0 1.0', url: 'https://creativecommons.org/publicdomain/zero/1.0/' },
  ...Object.fromEntries(
    ['by', 'by-sa', 'by-nd', 'by-nc', 'by-nc-sa', 'by-nc-nd'].flatMap((code) =>
      ['4.0', '3.0'].map((version) => [`CC-${code.toUpperCase()}-${version}`, creativeCommons(code, version)]),
    ),
  ),
  'OGL-UK-3.0': {
    name: 'Open Government Licence 3.0',
    url: 'https://www.nationalarchives.gov.uk/doc/open-government-licence/version/3/',
  },
};

export const licenceIds: readonly string[] = Object.keys(licences);

/** The licence with an SPDX id or an address of its text, as in site.md; `undefined` for anything else. */
export function licenceOf(written: string): Licence | undefined {
  if (Object.hasOwn(licences, written)) return licences[written];
  if (!URL.canParse(written)) return undefined;
  const { protocol, hostname } = new URL(written);
  return /^https?:$/.test(protocol) ? { name: hostname.replace(/^www\./, ''), url: written } : undefined;
}
