import type { z } from 'zod';

type Definition = {
  type: string;
  innerType?: z.ZodType;
  element?: z.ZodType;
  valueType?: z.ZodType;
  options?: z.ZodType[];
  shape?: Record<string, z.ZodType>;
};

function definitionOf(schema: z.ZodType): Definition {
  let definition = schema.def as unknown as Definition;
  while (definition.innerType) definition = definition.innerType.def as unknown as Definition;
  return definition;
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
      typeof part === 'number' ? definition.element : (definition.shape?.[String(part)] ?? definition.valueType);
  }
  return current;
}

/** The keys of the group to which a path leads; none where there is no group. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const target = schemaAt(schema, path);
  if (!target) return [];
  const definition = definitionOf(target);
  const group = definition.options?.find((option) => definitionOf(option).shape);
  return Object.keys((group ? definitionOf(group) : definition).shape ?? {});
}
