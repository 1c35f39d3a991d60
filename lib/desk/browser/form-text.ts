import { stringify } from 'yaml';
import { isSame, splitFile, withKeys, withoutEmpty } from './front-matter-edit.ts';

/** A value that may be bare in a file, and is a group in a form: `[The pier stands.]` is `[{ text: The pier stands. }]`. */
type Bare = { is: 'bare'; path: readonly string[]; key: string };

/** A group of any keys, which is a list in a form: `{ log: Harbour log }` is `[{ id: log, value: Harbour log }]`. */
type Named = { is: 'named'; path: readonly string[] };

/** Where a form has another shape than the front matter of its file. */
export type FormShape = readonly (Bare | Named)[];

/** What the CMS holds of an entry: the values of its form. */
export type FormContent = Record<string, unknown>;

/** The key under which a form carries the text of its file. No field has it, and no file. */
const sourceKey = 'standfirst_source';

/** The key under which the CMS lists the former addresses of an entry: `/articles/storm`, or `/ar/series/sea` of a translation. */
export const formerKey = 'standfirst_former';

/**
 * The values of a form from the text of a file.
 *
 * @throws Error if the front matter cannot be read: the CMS then leaves the file alone.
 */
export function formOf(text: string, shape: FormShape): FormContent {
  const split = splitFile(text);
  if (!split) throw new Error('The front matter cannot be read. npm run check says where it is at fault.');
  const data = (split.document.toJS() ?? {}) as FormContent;
  return { ...inForm(data, shape), body: bodyOf(split.body), [sourceKey]: text };
}

/**
 * The text of a file from the values of its form. What was not changed in the form stays as it is in the file, to the byte.
 */
export function textOf(content: FormContent, shape: FormShape): string {
  const { [sourceKey]: source, [formerKey]: former, body, ...values } = content;
  const wanted = withFormer(inFile(values, shape), former);
  const text = typeof body === 'string' ? body : '';
  if (typeof source !== 'string') return freshText(wanted, text);
  const { [sourceKey]: _source, body: bodyBefore, ...before } = formOf(source, shape);
  const was = inFile(before, shape);
  const changes = new Map<string, unknown>();
  for (const key of [...Object.keys(was), ...Object.keys(wanted)]) {
    if (!isSame(was[key], wanted[key])) changes.set(key, wanted[key]);
  }
  const edited = changes.size === 0 ? source : withKeys(source, changes);
  if (edited === undefined) return freshText({ ...wanted }, text);
  return isSame(bodyBefore, text) ? edited : withBody(edited, text);
}

/** The front matter with the former slugs of the entry among its aliases. A translation shares the slug of its original. */
function withFormer(values: FormContent, former: unknown): FormContent {
  const paths = Array.isArray(former) ? former : [];
  const slugs = paths.flatMap((path) => /^\/[^/]+\/([^/]+)$/.exec(String(path))?.[1] ?? []);
  const { aliases } = values;
  const all = new Set([...(Array.isArray(aliases) ? aliases : []), ...slugs]);
  return slugs.length === 0 ? values : { ...values, aliases: [...all] };
}

function freshText(values: FormContent, body: string): string {
  const head = Object.keys(values).length === 0 ? '' : stringify(values, { lineWidth: 0 });
  return `---\n${head}---\n${body.trim() === '' ? '' : `\n${body.trim()}\n`}`;
}

/** The text of a file without the blank lines around it. */
function bodyOf(body: string): string {
  return body.replace(/\r\n?/g, '\n').replace(/^\n+/, '').trimEnd();
}

function withBody(text: string, body: string): string {
  const before = splitFile(text)?.body ?? '';
  const head = text.slice(0, text.length - before.length);
  const start = /^(?:\r\n|\r|\n)*/.exec(before)?.[0] || '\n';
  const end = /\r\n|\r|\n/.exec(text)?.[0] ?? '\n';
  const lines = body.trimEnd();
  return lines === '' ? head : `${head}${start}${lines.replaceAll('\n', end)}${end}`;
}

/** What the front matter says, in the shape of the form. */
function inForm(data: FormContent, shape: FormShape): FormContent {
  return shape.reduce<FormContent>(
    (values, part) => changedAt(values, part.path, (value) => asGroups(value, part)),
    data,
  );
}

/** What the form says, in the shape of the front matter, without what is empty. */
function inFile(values: FormContent, shape: FormShape): FormContent {
  const filled = (withoutEmpty(values) ?? {}) as FormContent;
  return shape.reduce<FormContent>(
    (data, part) => changedAt(data, part.path, (value) => asWritten(value, part)),
    filled,
  );
}

function changedAt(
  values: FormContent,
  [key = '', ...rest]: readonly string[],
  change: (value: unknown) => unknown,
): FormContent {
  if (!isGroup(values) || !Object.hasOwn(values, key)) return values;
  const inner = values[key];
  const changed = rest.length === 0 ? change(inner) : isGroup(inner) ? changedAt(inner, rest, change) : inner;
  return { ...values, [key]: changed };
}

function asGroups(value: unknown, part: Bare | Named): unknown {
  if (part.is === 'bare') {
    const grouped = (one: unknown) => (isGroup(one) ? one : { [part.key]: one });
    return Array.isArray(value) ? value.map(grouped) : grouped(value);
  }
  if (!isGroup(value)) return value;
  return Object.entries(value).map(([id, inner]) => ({ id, ...(isGroup(inner) ? inner : { value: inner }) }));
}

function asWritten(value: unknown, part: Bare | Named): unknown {
  if (part.is === 'bare') {
    const bare = (one: unknown) => (isGroup(one) && Object.keys(one).join() === part.key ? one[part.key] : one);
    return Array.isArray(value) ? value.map(bare) : bare(value);
  }
  if (!Array.isArray(value)) return value;
  return Object.fromEntries(
    value.flatMap((entry) => {
      if (!isGroup(entry)) return [];
      const { id, ...rest } = entry;
      return [[String(id ?? ''), Object.keys(rest).join() === 'value' ? rest['value'] : rest]];
    }),
  );
}

function isGroup(value: unknown): value is FormContent {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
