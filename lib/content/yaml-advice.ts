import type { YAMLParseError, YAMLWarning } from 'yaml';

/** What an editor hears in the place of the parser's own words, by the parser's code. */
const inPlainWords: Partial<Record<YAMLParseError['code'], string>> = {
  BLOCK_AS_IMPLICIT_KEY: 'A colon with a space behind it stands inside this text. Put the whole text in quotes.',
  DUPLICATE_KEY: 'This key stands here a second time. Keep one of the two.',
  TAB_AS_INDENT: 'A tab stands before the text of this line. Write spaces.',
  BAD_SCALAR_START: 'A text cannot begin with this sign. Put the whole text in quotes.',
  MULTIPLE_DOCS: 'A second document of YAML begins here, and front matter is one. Take out the line of dots before it.',
};

/** What is wrong with YAML and what to do about it, for one fault that the parser found. */
export function yamlAdvice({ code, message }: YAMLParseError | YAMLWarning): string {
  const what = message.replace(/(; please use .*)?( at line \d+, column \d+:[\s\S]*)?$/, '').replace(/\s+/g, ' ');
  return inPlainWords[code] ?? `${endStopped(what)} Correct the YAML here.`;
}

/** A sentence with a full stop at its end. */
export function endStopped(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
