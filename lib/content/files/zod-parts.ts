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

/** The part of a schema at a path; of a union, the object. */
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

/** Whether a path may lead to text for readers, as opposed to an id, a date, an address or a file name. */
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

/** The keys of the object at a path; none if there is no object. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const target = schemaAt(schema, path);
  if (!target) return [];
  const definition = definitionOf(target);
  const group = definition.options?.find((option) => definitionOf(option).shape);
  return Object.keys((group ? definitionOf(group) : definition).shape ?? {});
}
