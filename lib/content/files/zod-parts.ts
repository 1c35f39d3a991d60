import type { z } from 'zod';
import { texts } from './schema.ts';

type Definition = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  items?: z.ZodType[];
  valueType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
};

function definitionOf(schema: z.ZodType): Definition {
  return innermost(schema).def as unknown as Definition;
}

/** The part of a schema that a path leads to; among the forms of a union, the group of keys. */
export function schemaAt(schema: z.ZodType | undefined, path: readonly PropertyKey[]): z.ZodType | undefined {
  let current = schema;
  for (const part of path) {
    if (!current) return undefined;
    let definition = definitionOf(current);
    const group = definition.options?.find((option) => definitionOf(option).shape);
    if (group) definition = definitionOf(group);
    current =
      typeof part === 'number'
        ? (definition.element ?? definition.items?.[part])
        : (definition.shape?.[String(part)] ?? definition.valueType);
  }
  return current;
}

/** Whether a path leads to a text for readers, or may do so; an id, a date, an address or the name of a file is none. */
export function isTextAt(schema: z.ZodType, path: readonly PropertyKey[]): boolean {
  const target = schemaAt(schema, path);
  if (!target) return false;
  const own = innermost(target);
  return [own, ...(definitionOf(own).options ?? [])].some((form) => texts.get(form) !== undefined);
}

function innermost(schema: z.ZodType): z.ZodType {
  const { innerType } = schema.def as unknown as Definition;
  return innerType ? innermost(innerType) : schema;
}

/** The keys of the group to which a path leads; none where there is no group. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const target = schemaAt(schema, path);
  if (!target) return [];
  const definition = definitionOf(target);
  const group = definition.options?.find((option) => definitionOf(option).shape);
  return Object.keys((group ? definitionOf(group) : definition).shape ?? {});
}
