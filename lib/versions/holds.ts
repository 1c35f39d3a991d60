import type { Part } from '../model/recorded-part.ts';
import { plainWords } from './plain-words.ts';
import { sectionOf } from './version-body.ts';

/** Whether a passage is in a text, ignoring white space; if a section is given, in that section. */
export function holds(parts: readonly Part[], section: string | undefined, passage: string): boolean {
  const wanted = parts.filter(({ name }) => section === undefined || sectionOf(name) === section);
  const words = wanted.map(({ markdown }) => plainWords(markdown)).join('\n');
  return oneSpaced(words).includes(oneSpaced(passage));
}

function oneSpaced(text: string): string {
  return text.trim().replace(/\s+/g, ' ');
}
