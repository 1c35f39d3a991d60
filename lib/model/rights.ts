import type { Licence } from './licences.ts';

/** Who has the rights in the texts, under which licence, and whether they may be used for AI. */
export type Rights = {
  holder: string | undefined;
  licence: Licence | undefined;
  /** Whether texts may be mined and used for AI; nothing is said without it. */
  ai: 'allow' | 'deny' | undefined;
};

/** What is said of the rights in a text, in a line: `© Harbour Press · CC BY 4.0`; `undefined` if site.md says nothing of them. */
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
