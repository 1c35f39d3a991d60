import type { z } from 'zod';
import { type CheckCode, isCheckCode } from '../../model/checks.ts';
import { didYouMean, nearest } from '../../model/did-you-mean.ts';
import { clockChange, completed } from '../../model/moment.ts';
import type { Report } from '../../model/problem.ts';
import type { FrontMatter, KeyPath } from './front-matter.ts';
import { keyMeantBy } from './key-synonyms.ts';
import { lostTexts } from './lost-texts.ts';
import { textsAsGroups } from './texts-as-groups.ts';
import { keysAt, schemaAt } from './zod-parts.ts';

type Issue = z.core.$ZodIssue;

/**
 * Validates front matter against a schema and reports every fault at its key.
 *
 * @param timeZone The site's, which an editor who gave no UTC offset most likely meant.
 * @returns The typed data, or `undefined` if any fault was reported.
 */
export function validate<Schema extends z.ZodType>(
  schema: Schema,
  frontMatter: FrontMatter,
  report: Report,
  timeZone = 'UTC',
): z.output<Schema> | undefined {
  const { file, data, yaml } = frontMatter;
  // A key with a YAML error is already reported.
  const isRead = ({ path: [key] }: { path: readonly PropertyKey[] }) =>
    yaml.isWhole || (typeof data === 'object' && data !== null && Object.hasOwn(data, key ?? ''));
  const lost = lostTexts(schema, frontMatter).filter(isRead);
  for (const { line, column, message } of lost) report({ file, line, column, code: 'text-lost', message });
  const result = schema.safeParse(data, { reportInput: true });
  if (result.success && lost.length === 0 && yaml.isWhole) return result.data;
  const asGroups = result.success ? [] : textsAsGroups(schema, frontMatter).filter(isRead);
  for (const { line, column, message } of asGroups) report({ file, line, column, code: 'value-type', message });
  const told = [...lost, ...asGroups].map((text) => text.path);
  for (const issue of result.error?.issues.flatMap(innermost) ?? []) {
    for (const { path, atKey, code, message } of explain(issue, schema, timeZone)) {
      // A key that a YAML error swallowed is not missing.
      if (!yaml.isWhole && code === 'key-missing' && path.length === 1) continue;
      if (told.some((beginning) => beginning.every((part, index) => part === path[index]))) continue;
      const place = atKey ? frontMatter.placeOfKey(path) : frontMatter.placeOf(path);
      const lost = code === 'value-type' && issue.input === null ? afterHash(frontMatter, path) : '';
      report({ file, ...place, code, message: message + lost });
    }
  }
  return undefined;
}

/** What to do about a key whose whole value is a comment to YAML, as in `accent: #0b6e4f`. */
function afterHash({ lines, placeOfKey }: FrontMatter, path: readonly PropertyKey[]): string {
  const written = /:\s+(#[^\s#]\S*)\s*$/.exec(lines[placeOfKey([...path] as KeyPath).line - 1] ?? '')?.[1];
  return written === undefined ? '' : ` To YAML a # begins a comment: write "${written}" in quotes.`;
}

/** For a value with several allowed forms, the issues of the most similar one: the one in which it fails deepest. */
function innermost(issue: Issue): Issue[] {
  if (issue.code !== 'invalid_union') return [issue];
  const fitting = issue.errors.find((form) =>
    form.some(({ code, path }) => code !== 'invalid_type' || path.length > 0),
  );
  if (!fitting) return [issue];
  return fitting.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] })).flatMap(innermost);
}

type Explanation = { path: PropertyKey[]; atKey?: boolean; code: CheckCode; message: string };

function explain(issue: Issue, schema: z.ZodType, timeZone: string): Explanation[] {
  const { path } = issue;
  const key = nameOf(path);
  if (issue.code === 'unrecognized_keys') {
    const keys = keysAt(schema, path);
    return issue.keys.map((unknown) => {
      const meant = keyMeantBy(unknown, keys);
      const hint = meant === undefined ? didYouMean(unknown, keys) : `It is called "${meant}".`;
      return {
        path: [...path, unknown],
        atKey: true,
        code: 'key-unknown',
        message: `There is no key "${unknown}" here. ${hint}`,
      };
    });
  }
  if ((issue.code === 'invalid_type' || issue.code === 'invalid_union') && issue.input === undefined) {
    const meaning = schemaAt(schema, path)?.description;
    return [
      {
        path,
        code: 'key-missing',
        message: `${key} is missing. Add it${meaning ? `: ${lowerFirst(meaning)}` : ''}.`,
      },
    ];
  }
  const found = show(issue.input);
  switch (issue.code) {
    case 'invalid_type':
      return [{ path, code: 'value-type', message: `${key} is ${found}; it must be ${typeName(issue.expected)}.` }];
    case 'invalid_union':
      return [{ path, code: 'value-type', message: `${key} is ${found}; it must be ${formsOf(issue.errors)}.` }];
    case 'invalid_value': {
      const values = issue.values.map(String);
      const guess = nearest(String(issue.input), values);
      const hint = guess === undefined ? '' : ` Did you mean "${guess}"?`;
      const expected = `${values.length > 1 ? 'one of ' : ''}${values.join(', ')}`;
      return [{ path, code: 'value-unknown', message: `${key} is ${found}; it must be ${expected}.${hint}` }];
    }
    case 'too_big':
      if (typeof issue.input === 'number') return [outOfRange(path, issue.input, `at most ${issue.maximum}`)];
      return [
        {
          path,
          code: 'value-too-long',
          message: `${key} ${sizeOf(issue.input)}; the limit is ${issue.maximum}. Shorten it.`,
        },
      ];
    case 'too_small':
      if (typeof issue.input === 'number') return [outOfRange(path, issue.input, `at least ${issue.minimum}`)];
      return issue.input === '' || (typeof issue.input === 'string' && issue.input.trim() === '')
        ? [{ path, code: 'value-empty', message: `${key} is empty. Write its text, or remove the key.` }]
        : [
            {
              path,
              code: 'value-too-short',
              message: `${key} ${sizeOf(issue.input)}; it needs at least ${issue.minimum}. Add to it.`,
            },
          ];
    case 'invalid_format':
      return [{ path, code: 'value-format', message: `${key} is ${found}. ${formatAdvice(issue.format)}` }];
    case 'custom': {
      const code = String(issue.params?.['code']);
      const instant = completed(String(issue.input), timeZone);
      const changed = code === 'date-without-offset' && clockChange(String(issue.input), timeZone);
      if (changed) return [{ path, code: changed.code, message: changed.fault }];
      if (code === 'date-without-offset' && instant) {
        return [{ path, code, message: `${found} has no UTC offset. Write ${instant}.` }];
      }
      if (code === 'date-without-time' && instant) {
        return [{ path, code, message: `${found} has no time. Write the whole instant, as in ${instant}.` }];
      }
      return [{ path, code: isCheckCode(code) ? code : 'value-invalid', message: issue.message }];
    }
    default:
      return [{ path, code: 'value-invalid', message: `${key}: ${issue.message}` }];
  }
}

/** `keyPoints[2].section`, the way in which an editor counts: from one. */
function nameOf(path: readonly PropertyKey[]): string {
  const name = path.map((part) => (typeof part === 'number' ? `[${part + 1}]` : `.${String(part)}`)).join('');
  return name.replace(/^\./, '') || 'The front matter';
}

function show(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (value === null) return 'empty';
  if (typeof value === 'object') return 'a group of keys';
  return JSON.stringify(value);
}

function typeName(expected: string): string {
  const names: Record<string, string> = {
    string: 'a text (in quotes if it looks like a number)',
    array: 'a list: [one, two]',
    object: 'a group of keys',
    tuple: 'a list: [one, two]',
    boolean: 'true or false',
    number: 'a number',
  };
  return names[expected] ?? expected;
}

function sizeOf(value: unknown): string {
  if (typeof value === 'string') return `has ${value.length} characters`;
  if (Array.isArray(value)) return `has ${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  return `is ${show(value)}`;
}

function outOfRange(path: PropertyKey[], value: number, expected: string): Explanation {
  return {
    path,
    code: 'value-out-of-range',
    message: `${nameOf(path)} is ${value}; it must be ${expected}. Correct it.`,
  };
}

/** The allowed types of a value that has none of them. */
function formsOf(errors: readonly (readonly Issue[])[]): string {
  return errors.flatMap(([first]) => (first?.code === 'invalid_type' ? typeName(first.expected) : [])).join(' or ');
}

function formatAdvice(format: string): string {
  const advice: Record<string, string> = {
    regex: 'An id has lower-case letters a to z, digits and single hyphens.',
    url: 'Write a whole address that begins with https://.',
    email: 'Write an e-mail address.',
  };
  return advice[format] ?? `The expected format is "${format}".`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
