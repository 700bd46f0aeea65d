import type { z } from 'zod';

/**
 * The schema that judges what stands at a path, as far as that is made of objects and lists: with what
 * says whether anything has to stand there at all.
 */
export function schemaOf(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  let here: z.ZodType | undefined = schema;
  for (const step of path) {
    here = here && unwrapped(here);
    const def = here?.def as
      | {
          type?: string;
          shape?: Record<string, z.ZodType>;
          element?: z.ZodType;
          valueType?: z.ZodType;
        }
      | undefined;
    here = def?.shape?.[String(step)] ?? def?.element ?? def?.valueType;
  }
  return here;
}

/** The names of the fields that may stand at a path. */
export function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const def = schemaAt(schema, path)?.def as { shape?: Record<string, unknown> } | undefined;
  return Object.keys(def?.shape ?? {});
}

/** Whether a field is a list. */
export function isList(schema: z.ZodType, name: string): boolean {
  return schemaAt(schema, [name])?.def.type === 'array';
}

/** What the schema says for authors of the field at a path. */
export function descriptionAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const parent = schemaAt(schema, path.slice(0, -1));
  const shape = (parent?.def as { shape?: Record<string, z.ZodType> } | undefined)?.shape;
  return shape?.[String(path.at(-1))]?.description;
}

/** The same without that. */
function schemaAt(schema: z.ZodType, path: readonly PropertyKey[]): z.ZodType | undefined {
  const here = schemaOf(schema, path);
  return here && unwrapped(here);
}

function unwrapped(schema: z.ZodType): z.ZodType {
  const { innerType, type, out } = schema.def as {
    innerType?: z.ZodType;
    type?: string;
    out?: z.ZodType;
  };
  const inner = type === 'pipe' ? out : innerType;
  return inner ? unwrapped(inner) : schema;
}
