import { describe, expect, it } from 'vitest';
import { handbookJsonSchema } from '../../src/handbook/json-schema.js';
import { presetNames } from './trees.js';

type Json = { [key: string]: unknown };

describe('the editor’s schema', () => {
  const schema = handbookJsonSchema(presetNames);
  const at = (...keys: string[]): Json =>
    keys.reduce((value: Json, key) => {
      const options = (value.anyOf as Json[] | undefined) ?? [value];
      const holder = options.find((option) => option.properties !== undefined) ?? {};
      return (holder.properties as Json)[key] as Json;
    }, schema);

  it('requires nothing, refuses unknown keys', () => {
    expect(schema.required).toBeUndefined();
    expect(schema.additionalProperties).toBe(false);
    expect(JSON.stringify(at('rules', 'rest-days'))).not.toContain('"required"');
  });

  it('offers the presets and the levels', () => {
    expect(schema).toMatchObject({ properties: { extends: { items: { enum: presetNames } } } });
    expect(JSON.stringify(at('rules', 'succession', 'level'))).toContain('["hard","soft","off"]');
  });

  it('says what an amount looks like', () => {
    expect(JSON.stringify(at('pay', 'minimum_wage'))).toContain('an amount of yuan');
  });

  it('keeps the rows of a table whole', () => {
    expect(JSON.stringify(at('pay', 'commission', 'tiers'))).toContain(
      '"required":["over","up_to","rate","on","plus"]',
    );
  });

  it('is plain JSON', () => {
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  });
});
