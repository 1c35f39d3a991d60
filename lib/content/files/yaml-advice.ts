import { type Document, isScalar, visit, type YAMLError } from 'yaml';

/** A YAML error in plain words for editors, and its offset in the YAML. */
type YamlFault = { offset: number; message: string };

/** The most faults of one text: if it is not YAML at all, more would say nothing new. */
const mostFaults = 100;

/** Spaces that look like the one that YAML knows, and invisible characters: U+00A0, U+2000 to U+200B, U+202F, U+2060, U+3000. */
const otherSpace = '[\\u00a0\\u1680\\u2000-\\u200d\\u202f\\u205f\\u2060\\u3000]';

const invisible = new RegExp(
  `^[ \\t]*${otherSpace}|^[ \\t]*(?:- +)*[\\w-]+ *:[ \\t]*${otherSpace}|^[ \\t]*-${otherSpace}`,
);
const beginsInvisibly = new RegExp(`^${otherSpace}`);
/** Without one of these there is neither a key that begins with a space nor an alias. */
const mayMislead = new RegExp(`${otherSpace}|\\*`);
const fullWidthColon = /^[ \t]*(?:- +)*[\w-]+ *：/;
const gluedColon = /^[ \t]*(?:- +)*([A-Za-z][\w-]*):(?![\s/]|$)/;

/** What comes before the value in a line: list markers and a key. */
const beforeValue = /^[ \t]*(?:-[ \t]+)*(?:[^\s:#'"[{&*!|>%@`][^:]*:(?=\s|$)[ \t]*)?/;

/**
 * What is wrong with YAML and what to do about it, in the order of the text: at most one fault a line, since one mistake
 * often causes several errors, and in our own words rather than the parser's.
 */
export function yamlFaults(document: Document, yaml: string): YamlFault[] {
  const found = new Map<number, YamlFault>();
  const add = (offset: number, message: string) => {
    const { start } = lineAt(yaml, offset);
    if (!found.has(start)) found.set(start, { offset, message });
  };
  for (const fault of [...document.errors, ...document.warnings].slice(0, mostFaults)) {
    // A parser that is lost repeats itself to the end of the text.
    if (found.size > 0 && fault.message.includes('in YAML stream')) continue;
    const seen = signsThatMislead(yaml, fault.pos);
    if (seen.length > 0) for (const { offset, message } of seen) add(offset, message);
    else {
      const { offset, message } = explain(fault, document, yaml);
      add(offset, message);
    }
  }
  const { contents } = document;
  if (isScalar(contents) && contents.range && found.size === 0) {
    const seen = signsThatMislead(yaml, [contents.range[0], contents.range[1]]);
    for (const { offset, message } of seen) add(offset, message);
    if (seen.length === 0) add(contents.range[0], notAKey);
  }
  if (mayMislead.test(yaml)) {
    visit(document, {
      Pair: (_key, { key }) => {
        if (isScalar(key) && key.range && beginsInvisibly.test(String(key.value)))
          for (const { offset, message } of signsThatMislead(yaml, [key.range[0], key.range[0]])) add(offset, message);
      },
      Alias: (_key, alias) => {
        if (alias.resolve(document) === undefined && alias.range)
          add(alias.range[0], cannotBegin(valueAt(yaml, alias.range[0])));
      },
    });
  }
  return [...found.values()].sort((a, b) => a.offset - b.offset);
}

/** What in the lines of a fault looks right but is not. */
function signsThatMislead(yaml: string, [from, to]: readonly [number, number]): YamlFault[] {
  const found: YamlFault[] = [];
  for (let offset = from; ; ) {
    const { start, text } = lineAt(yaml, offset);
    const [space] = invisible.exec(text) ?? [];
    const [colon] = fullWidthColon.exec(text) ?? [];
    const [glued, key = ''] = gluedColon.exec(text) ?? [];
    if (space !== undefined) {
      const message = `This is not a normal space but an invisible ${codePoint(space.slice(-1))}. Delete it and type a space.`;
      found.push({ offset: start + space.length - 1, message });
    } else if (colon !== undefined) {
      const message = 'This is a wide colon (：), which YAML does not know. Write a colon and a space.';
      found.push({ offset: start + colon.length - 1, message });
    } else if (glued !== undefined) {
      const message = `There is no space after the colon. Write ${key}: ${shortened(text.slice(glued.length))}`;
      found.push({ offset: start + glued.length, message });
    }
    offset = start + text.length + 1;
    if (offset >= to) return found;
  }
}

function explain({ code, message, pos: [from] }: YAMLError, document: Document, yaml: string): YamlFault {
  const here = (words: string): YamlFault => ({ offset: from, message: words });
  const { text } = lineAt(yaml, from);
  const value = valueAt(yaml, from);
  switch (code) {
    case 'DUPLICATE_KEY':
      return here('This key is here a second time. Keep one of the two.');
    case 'TAB_AS_INDENT':
      return here('There is a tab before the text of this line. Write spaces.');
    case 'MULTIPLE_DOCS':
      return here(
        'A second YAML document begins here, but front matter is only one. Remove the line of dots before it.',
      );
    case 'BAD_DQ_ESCAPE':
      return here('A backslash means nothing here. Write two, or put the text in single quotes.');
    case 'BAD_SCALAR_START':
    case 'TAG_RESOLVE_FAILED':
    case 'BAD_ALIAS':
      return { offset: value.offset, message: cannotBegin(value) };
    case 'BLOCK_AS_IMPLICIT_KEY':
      if (value.text.startsWith('?')) return { offset: value.offset, message: cannotBegin(value) };
      return here(
        /:(\s|$)/.test(value.text)
          ? colonInside
          : 'The next line is a key, further to the right than the key of this text. Begin the two in the same column.',
      );
    case 'MULTILINE_IMPLICIT_KEY':
      return here(notAKey);
  }
  const open = openQuote(document, yaml, from);
  if (open !== undefined) {
    const words = 'The quotation mark that begins here is never closed in its text. Write the second one at the end.';
    return { offset: open, message: words };
  }
  if (/^Flow .* end with a/.test(message) || message.startsWith('Comments must')) return openList(yaml, from);
  if (/between flow/.test(message)) return here('A comma is missing between two entries of this list. Write it.');
  if (/empty item|Unexpected ,/.test(message))
    return here('There are two commas here with nothing between them. Remove one.');
  if (message.startsWith('Missing space after :')) return here('There is no space after the colon. Write one.');
  if (/must start at the same column/.test(message))
    return here('This line begins in another column than those above that belong with it. Begin them in the same one.');
  if (/^["'[{*&!|>%@`\]},-]/.test(value.text)) return { offset: value.offset, message: cannotBegin(value) };
  if (code === 'MISSING_CHAR') return here(notAKey);
  if (/^[ \t]*[\w-]+:(\s|$)/.test(text))
    return here(
      'This key begins in another column than those above. Begin all keys that belong together in the same one.',
    );
  return here(
    'This does not belong to what is before it. Put the whole text in quotes, from its first letter to its last.',
  );
}

/** What to say about text that YAML reads as a key and its value. */
export const colonInside = 'There is a colon with a space after it in this text. Put the whole text in quotes.';

const notAKey =
  'This line has no key with a colon and a space after it, as in "title: The pier". Write the key, or put two spaces before the line if it belongs to the text above.';

/** A value that begins with a sign that has a meaning in YAML. */
export function cannotBegin({ text }: { text: string }): string {
  const sign = /^(["'[{*&!|>%@`\]},?-])/.exec(text)?.[1];
  if (sign === undefined) return 'A text cannot begin with this sign. Put the whole text in quotes.';
  const isWhole = /^(["'])(.+)\1$/.exec(text);
  const words = isWhole?.[2] ?? text;
  const advice = inQuotes(words);
  if (sign === "'" || sign === '"') {
    return isWhole
      ? `The text ends at the second ${sign}, though it goes on. Put it in other quotes: ${quoted(shortened(words))}`
      : `A text that begins with ${sign} ends at the second one, though this one goes on. ${advice}`;
  }
  return `A text cannot begin with "${sign}". ${advice}`;
}

/** The advice to put a text in these quotes. A text of several lines is not repeated. */
export function inQuotes(text: string): string {
  return text.includes('\n') || text.length > mostSaid
    ? 'Put the whole text in quotes.'
    : `Put the whole text in quotes: ${quoted(text)}`;
}

/** The longest text that a message repeats. */
const mostSaid = 120;

function shortened(text: string): string {
  return text.length > mostSaid ? `${text.slice(0, mostSaid)}…` : text;
}

/** A text, quoted for YAML. */
function quoted(text: string): string {
  if (!text.includes("'")) return `'${text}'`;
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** The value of the key or the item of a list to which an offset belongs: its first line, and where it begins. */
export function valueAt(yaml: string, offset: number): { text: string; offset: number } {
  let line = lineAt(yaml, offset);
  for (;;) {
    const before = beforeValue.exec(line.text)?.[0] ?? '';
    if (/[:-]\s*$/.test(before) || line.start <= 1)
      return { text: line.text.slice(before.length).trimEnd(), offset: line.start + before.length };
    line = lineAt(yaml, line.start - 1);
  }
}

/** The start of a quoted text that a parser reads up to an offset, past the end of its line and into other keys. */
function openQuote(document: Document, yaml: string, offset: number): number | undefined {
  let start: number | undefined;
  visit(document, {
    Scalar: (_key, { type, range }) => {
      if (!range || !type?.startsWith('QUOTE') || range[0] > offset || range[2] < offset) return;
      const isClosed = range[1] < offset || yaml.slice(range[0] + 1, range[1]).endsWith(yaml.charAt(range[0]));
      if (!isClosed || /\n[ \t]*[\w-]+:\s/.test(yaml.slice(range[0], range[1]))) start = range[0];
    },
  });
  return start;
}

/** What to say about a list or a group in brackets that is not closed. */
function openList(yaml: string, offset: number): YamlFault {
  let line = lineAt(yaml, offset);
  let at = line.text.search(/[[{]/);
  while (at === -1 && line.start > 1) {
    line = lineAt(yaml, line.start - 1);
    at = line.text.search(/(?<=[:-][ \t]+)[[{]/);
  }
  const hash = line.text.search(/(?<=[\s[{,])#/);
  if (at !== -1 && hash > at) {
    const message = 'What follows # is a comment, and so the end of the list is lost. Put the text with # in quotes.';
    return { offset: line.start + hash, message };
  }
  const [opening, closing] = line.text[at] === '{' ? ['{', '}'] : ['[', ']'];
  const message = `The ${opening} that begins here is never closed. Write ${closing} at the end, or put the whole in quotes if it is a text.`;
  return { offset: line.start + Math.max(at, 0), message };
}

function lineAt(yaml: string, offset: number): { start: number; text: string } {
  const start = yaml.lastIndexOf('\n', offset - 1) + 1;
  const end = yaml.indexOf('\n', start);
  return { start, text: yaml.slice(start, end === -1 ? undefined : end).replace(/\r$/, '') };
}

function codePoint(sign: string): string {
  return `U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}`;
}
