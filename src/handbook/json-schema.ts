/** JSON Schema of handbook.yaml for editors: what a person may write, everything optional where presets fill it in. */
import { z } from 'zod';
import { handbook } from './schema/handbook.js';

type Json = { [key: string]: unknown };

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** @param presets what may stand in `extends`, for completion */
export function handbookJsonSchema(presets: readonly string[]): Json {
  const schema = z.toJSONSchema(handbook, { io: 'input', unrepresentable: 'any' }) as Json;
  const loose = optional(schema) as Json;
  const properties = isObject(loose.properties) ? loose.properties : {};
  return {
    ...loose,
    title: 'rosterpay handbook',
    properties: {
      ...properties,
      extends: {
        type: 'array',
        description: 'Presets, merged from left to right; later ones win.',
        items: { type: 'string', enum: [...presets] },
      },
    },
  };
}

/**
 * A user's file holds only what differs from the presets: no key of a mapping is required, and null takes a key away.
 * Items of a list are whole: their keys stay required.
 */
function optional(schema: unknown): unknown {
  if (!isObject(schema)) return schema;
  const { required: _, ...rest } = schema;
  const result: Json = { ...rest };
  if (isObject(schema.properties)) result.properties = mapValues(schema.properties, (value) => orNull(optional(value)));
  if (isObject(schema.additionalProperties))
    result.additionalProperties = orNull(optional(schema.additionalProperties));
  for (const key of ['anyOf', 'oneOf', 'allOf']) {
    const options = schema[key];
    if (Array.isArray(options)) result[key] = options.map(optional);
  }
  return result;
}

const mapValues = (object: Json, change: (value: unknown) => unknown): Json =>
  Object.fromEntries(Object.entries(object).map(([key, value]) => [key, change(value)]));

function orNull(schema: unknown): unknown {
  if (isObject(schema) && Array.isArray(schema.anyOf)) {
    const known = schema.anyOf.some((option) => isObject(option) && option.type === 'null');
    return known ? schema : { ...schema, anyOf: [...schema.anyOf, { type: 'null' }] };
  }
  return { anyOf: [schema, { type: 'null' }] };
}
