import type { Licence } from './licences.ts';

/** Who has the rights in the texts, under which licence, and whether they may be used for AI. */
export type Rights = {
  holder: string | undefined;
  licence: Licence | undefined;
  /** Whether texts may be mined and used for AI; unstated if missing. */
  ai: 'allow' | 'deny' | undefined;
};

/** The rights in a text, in a line: `© Harbour Press · CC BY 4.0`; `undefined` if site.md does not state them. */
export function rightsLine({
  rights,
  publisher,
}: {
  rights: Rights | undefined;
  publisher: string;
}): string | undefined {
  if (!rights) return undefined;
  const { holder = publisher, licence } = rights;
  return [`© ${holder}`, ...(licence ? [licence.name] : [])].join(' · ');
}
