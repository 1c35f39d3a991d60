import type { z } from 'zod';
import { forms, idPattern, texts } from '../content/files/schema.ts';
import type { FormShape } from './browser/form-text.ts';

/** A field of a form, as the CMS has it. Its schema is checked in a test. */
export type Field = { name: string; label: string; widget: string; required?: boolean; hint?: string } & Record<
  string,
  unknown
>;

/** What a form of one kind of file is made of. */
export type Form = { fields: Field[]; shape: FormShape };

/** What forms depend on besides the schemas. */
export type FormSetting = {
  /** The time zone in which dates are entered. */
  timeZone: string;
  /** The collection from which a key with ids takes its choices. */
  choices: Readonly<Record<string, string>>;
};

/** Keys with texts of more than a line. */
const long = new Set([
  'standfirst',
  'alt',
  'caption',
  'bio',
  'description',
  'reason',
  'note',
  'was',
  'is',
  'warning',
  'tagline',
]);

type Definition = {
  type: string;
  innerType?: z.ZodType;
  in?: z.ZodType;
  element?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
  entries?: Record<string, string>;
  values?: unknown[];
  valueType?: z.ZodType;
};

function definitionOf(schema: z.ZodType): Definition {
  return schema.def as unknown as Definition;
}

/** The schema inside `optional` and `default`. */
function innermost(schema: z.ZodType): z.ZodType {
  const { type, innerType } = definitionOf(schema);
  return innerType && (type === 'optional' || type === 'default' || type === 'prefault')
    ? innermost(innerType)
    : schema;
}

/** The form of files whose front matter fits a schema: a field for each key, in the schema's own words. */
export function formOfSchema(schema: z.ZodObject, setting: FormSetting): Form {
  const shape: FormShape[number][] = [];
  const fields = fieldsOf(schema.shape as Record<string, z.ZodType>, setting, [], shape);
  return { fields, shape };
}

function fieldsOf(
  keys: Readonly<Record<string, z.ZodType>>,
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
): Field[] {
  return Object.entries(keys).map(([name, schema]) => fieldOf(name, schema, setting, [...path, name], shape));
}

function fieldOf(
  name: string,
  schema: z.ZodType,
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
): Field {
  const inner = innermost(schema);
  const description = schema.description ?? inner.description;
  return {
    name,
    label: labelOf(name),
    required: inner === schema,
    ...(description !== undefined && { hint: description }),
    ...widgetOf(name, inner, setting, path, shape),
  } as Field;
}

/** Labels that say more than the name of a key. */
const labels: Readonly<Record<string, string>> = { change: 'What changed?', note: 'Why, in a sentence for readers' };

/** `firstPublished` as people read it: "First published". */
function labelOf(name: string): string {
  if (labels[name] !== undefined) return labels[name];
  const words = name.replaceAll(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function widgetOf(
  name: string,
  schema: z.ZodType,
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
): Omit<Field, 'name' | 'label'> & { widget: string } {
  const form = forms.get(schema)?.is;
  if (form === 'instant') return { widget: 'datetime', input_timezone: setting.timeZone };
  if (name === 'image') return { widget: 'image', choose_url: false };
  const definition = definitionOf(schema);
  const inner = (one: string, of: z.ZodType) => fieldOf(one, of, setting, [...path, one], shape);
  switch (definition.type) {
    case 'boolean':
      return { widget: 'boolean' };
    case 'number':
      return isWhole(schema)
        ? { widget: 'number', value_type: 'int' }
        : { widget: 'number', value_type: 'float', step: 0.000001 };
    case 'enum':
      return { widget: 'select', options: Object.values(definition.entries ?? {}) };
    case 'literal':
      if (definition.values?.[0] === true) return { widget: 'boolean' };
      return { widget: 'select', options: (definition.values ?? []).map(String) };
    case 'object':
      return { widget: 'object', collapsed: 'auto', fields: fieldsOf(definition.shape ?? {}, setting, path, shape) };
    case 'record':
      shape.push({ is: 'named', path });
      return {
        widget: 'list',
        collapsed: 'auto',
        summary: '{{id}}',
        fields: namedFields(definition.valueType, setting, path, shape),
      };
    case 'union':
      return unionWidget(name, definition.options ?? [], setting, path, shape);
    case 'array':
      return listWidget(name, schema, setting, path, shape, inner);
    default:
      return textWidget(name, schema, form, setting);
  }
}

function textWidget(name: string, schema: z.ZodType, form: string | undefined, { choices }: FormSetting) {
  const collection = choices[name];
  if (form === 'id' && collection !== undefined) return relation(collection);
  if (form === 'id')
    return { widget: 'string', pattern: [idPattern.source, 'Lower-case letters a to z, digits and single hyphens'] };
  if (form === 'moment')
    return {
      widget: 'string',
      pattern: ['^\\d{4}-\\d{2}', 'A day as in 2026-01-20, a month, or an instant with UTC offset'],
    };
  const isText = texts.get(schema) !== undefined;
  return { widget: isText && long.has(name) ? 'text' : 'string' };
}

function relation(collection: string) {
  return {
    widget: 'relation',
    collection,
    value_field: '{{slug}}',
    display_fields: ['name', 'title'].slice(collection === 'articles' ? 1 : 0, collection === 'articles' ? 2 : 1),
    search_fields: [collection === 'articles' ? 'title' : 'name'],
  };
}

function listWidget(
  name: string,
  schema: z.ZodType,
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
  inner: (name: string, of: z.ZodType) => Field,
) {
  const { element } = definitionOf(schema);
  const item = element && innermost(element);
  if (!item) return { widget: 'list' };
  const bounds = boundsOf(schema);
  const { type, options = [] } = definitionOf(item);
  if (type === 'object') {
    const fields = fieldsOf(definitionOf(item).shape ?? {}, setting, path, shape);
    return { widget: 'list', ...bounds, collapsed: 'auto', summary: summaryOf(fields), fields };
  }
  if (type === 'union' && options.some((option) => definitionOf(option).type === 'object')) {
    return { widget: 'list', ...bounds, collapsed: 'auto', ...groupOf(options, setting, path, shape) };
  }
  // A list with one field keeps its order, and each entry is checked.
  return {
    widget: 'list',
    ...bounds,
    collapsed: false,
    field: { ...inner(name, item), required: true, label: labelOf(name) },
  };
}

/** Whether a number has no fraction. */
function isWhole(schema: z.ZodType): boolean {
  return (schema.def as { format?: string }).format === 'safeint';
}

/** Zod's bounds of a list. */
function boundsOf(schema: z.ZodType): { min?: number; max?: number } {
  const checks = (schema.def.checks ?? []).map(
    (check) => check._zod.def as { check: string; minimum?: number; maximum?: number },
  );
  const min = checks.find(({ check }) => check === 'min_length')?.minimum;
  const max = checks.find(({ check }) => check === 'max_length')?.maximum;
  return { ...(min !== undefined && { min }), ...(max !== undefined && { max }) };
}

function summaryOf(fields: readonly Field[]): string {
  const named = ['name', 'text', 'label', 'title'].find((name) => fields.some((field) => field.name === name));
  return `{{${named ?? fields[0]?.name}}}`;
}

function unionWidget(
  name: string,
  options: readonly z.ZodType[],
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
): Omit<Field, 'name' | 'label'> & { widget: string } {
  if (options.some((option) => definitionOf(option).type === 'object'))
    return { widget: 'object', collapsed: 'auto', ...groupOf(options, setting, path, shape) };
  return textWidget(name, options[0] as z.ZodType, forms.get(options[0] as z.ZodType)?.is, setting);
}

/** The fields of a value that may be bare or a group: those of the group, of which one alone is the bare value. */
function groupOf(
  options: readonly z.ZodType[],
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
) {
  const group = options.find((option) => definitionOf(option).type === 'object');
  const keys = group ? (definitionOf(group).shape ?? {}) : {};
  const key = 'url' in keys ? 'url' : (Object.keys(keys)[0] ?? '');
  shape.push({ is: 'bare', path, key });
  const fields = fieldsOf(keys, setting, path, shape).map((field) => ({ ...field, required: field.name === key }));
  return { summary: summaryOf(fields), fields };
}

/** The fields of a list that is a group of any keys in the file. */
function namedFields(
  valueType: z.ZodType | undefined,
  setting: FormSetting,
  path: readonly string[],
  shape: FormShape[number][],
): Field[] {
  const id: Field = { name: 'id', label: 'Name', widget: 'string', required: true };
  const keys = valueType && definitionOf(innermost(valueType)).shape;
  if (keys) return [id, ...fieldsOf(keys, setting, path, shape)];
  return [id, { name: 'value', label: 'Text', widget: 'string', required: true }];
}
