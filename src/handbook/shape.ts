/**
 * What the schema says about a path, asked while merging and while naming the nearest key: which keys are allowed
 * there, whether null is a value, which field tells variants apart. Reads zod's own definitions.
 */
import { z } from 'zod';

export type Path = readonly (string | number)[];
type Schema = z.core.$ZodType;

/** Optional, nullable and transforming wrappers say nothing about the shape inside. */
function inside(schema: Schema): Schema {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable) return inside(schema.unwrap());
  if (schema instanceof z.ZodPipe) return inside(schema.in);
  return schema;
}

const optionsOf = (schema: Schema): readonly Schema[] =>
  schema instanceof z.ZodUnion ? schema.options.flatMap((option) => optionsOf(inside(option))) : [schema];

function step(schema: Schema, key: string | number): Schema | null {
  for (const option of optionsOf(inside(schema))) {
    if (option instanceof z.ZodObject) {
      const child: Schema | undefined = option.shape[String(key)];
      if (child !== undefined) return child;
    } else if (option instanceof z.ZodRecord) {
      return option.valueType;
    } else if (option instanceof z.ZodArray) {
      return option.element;
    } else if (option instanceof z.ZodTuple) {
      return option.def.items[Number(key)] ?? null;
    }
  }
  return null;
}

/** The schema of the value at a path; null where the schema knows no such path. */
export function schemaAt(root: Schema, path: Path): Schema | null {
  let schema: Schema | null = root;
  for (const key of path) schema = schema === null ? null : step(schema, key);
  return schema;
}

/** The keys a mapping at this path may have; empty where any key goes or the value is no mapping. */
export function keysAt(root: Schema, path: Path): string[] {
  const schema = schemaAt(root, path);
  if (schema === null) return [];
  const keys = optionsOf(inside(schema)).flatMap((option) =>
    option instanceof z.ZodObject ? Object.keys(option.shape) : [],
  );
  return [...new Set(keys)];
}

/** Whether null is a value of its own there ("not set"), rather than a wish to take the key away. */
export function nullMeansUnset(root: Schema, path: Path): boolean {
  const schema = schemaAt(root, path);
  return schema !== null && z.safeParse(schema, null).success;
}

/** The field that tells the variants at this path apart (`kind` of a ladder); null where there are none. */
export function variantKey(root: Schema, path: Path): string | null {
  const schema = schemaAt(root, path);
  if (schema === null) return null;
  const bare = inside(schema);
  return bare instanceof z.ZodDiscriminatedUnion ? bare.def.discriminator : null;
}
