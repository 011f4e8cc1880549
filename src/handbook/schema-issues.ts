/** Puts what the schema complains of into words: where, which value, what is allowed, the nearest key. */
import type { z } from 'zod';
import { error, type Issue } from '../base/issue.js';
import { nearest } from '../base/nearest.js';
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import { placeOf, type Tree } from '../base/tree.js';
import type { Origin } from './in-force.js';
import { dotted } from './merge.js';
import { handbook } from './schema/handbook.js';
import { EXPECTED } from './schema/words.js';
import { keysAt, type Path, schemaAt } from './shape.js';

type Found = z.core.$ZodIssue;

/** @param raw the merged values that were judged */
export function schemaIssues(
  found: readonly Found[],
  raw: unknown,
  origin: (path: string) => Origin,
  user: Tree,
): Issue[] {
  return found.flatMap((issue) => {
    const path = issue.path.map((key) => (typeof key === 'symbol' ? String(key) : key));
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => unknownKey(path, key, origin(dotted([...path, key])).source));
    }
    const value = valueAt(raw, path);
    if (value === undefined) return [missing(issue, path, placeAbove(user, path))];
    return [wrong(issue, path, value, origin(dotted(path)).source)];
  });
}

function unknownKey(path: Path, key: string, source: SourceRef): Issue {
  const allowed = keysAt(handbook, path);
  const guess = nearest(key, allowed);
  const chapter = path.length === 0 ? text('the handbook', '手册') : text(dotted(path), `${dotted(path)} `);
  return error(
    'handbook-unknown-key',
    source,
    text(`"${key}" is not a key of ${chapter.en}.`, `${chapter.zh}里没有“${key}”这一项。`),
    guess === null
      ? text(`Allowed are ${allowed.join(', ')}.`, `可用：${allowed.join('、')}。`)
      : text(`Did you mean "${guess}"?`, `是否想写“${guess}”？`),
  );
}

function missing(issue: Found, path: Path, source: SourceRef): Issue {
  const allowed = allowedAt(path) ?? (isChapter(issue) ? null : allowedBy(issue));
  return error(
    'handbook-missing-value',
    source,
    text(`${dotted(path)} is missing.`, `缺少 ${dotted(path)}。`),
    allowed === null
      ? text(
          `Write it, or extend a preset that has it: extends: [three-shift].`,
          `请补上，或在 extends 里加入含有它的预设，如 three-shift。`,
        )
      : text(`Write ${allowed.en}.`, `请填写${allowed.zh}。`),
  );
}

function wrong(issue: Found, path: Path, value: unknown, source: SourceRef): Issue {
  const allowed = allowedAt(path) ?? allowedBy(issue);
  return error(
    'handbook-wrong-value',
    source,
    text(`${shown(value)} is not allowed.`, `${shown(value)} 不可用。`),
    text(`Write ${allowed.en}.`, `请填写${allowed.zh}。`),
  );
}

/** Whole mappings and lists come from a preset; single values are written by hand. */
const isChapter = (issue: Found): boolean =>
  issue.code === 'invalid_type' && ['object', 'record', 'array'].includes(issue.expected);

/** Hostile or long values are cut. */
function shown(value: unknown): string {
  const words = JSON.stringify(value) ?? String(value);
  return words.length > 60 ? `${words.slice(0, 60)}…` : words;
}

function valueAt(raw: unknown, path: Path): unknown {
  let value = raw;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    value = (value as Record<string | number, unknown>)[key];
  }
  return value;
}

/** The row of the nearest mapping above that the user's file has. */
function placeAbove(user: Tree, path: Path): SourceRef {
  for (let length = path.length - 1; length > 0; length -= 1) {
    const above = path.slice(0, length);
    if (user.rowOf(above) !== null) return { ...placeOf(user, above), path: dotted(path) };
  }
  return { ...user.source, path: dotted(path) };
}

/** What the schema's small word at a path asks for; null where it is no such word. */
function allowedAt(path: Path): Text | null {
  const schema = schemaAt(handbook, path);
  const described = schema === null ? undefined : descriptionOf(schema);
  return Object.values(EXPECTED).find((expected) => expected.en === described) ?? null;
}

/** A description survives `optional` and `nullable` only on the inner schema. */
function descriptionOf(schema: z.core.$ZodType): string | undefined {
  const own = (schema as z.ZodType).description;
  if (own !== undefined) return own;
  const inner = (schema as { unwrap?: () => z.core.$ZodType }).unwrap;
  return inner === undefined ? undefined : descriptionOf(inner.call(schema));
}

const TYPES: Readonly<Record<string, Text>> = {
  string: text('a text', '文字'),
  number: text('a number', '数字'),
  int: text('a whole number', '整数'),
  boolean: text('true or false', 'true 或 false'),
  array: text('a list in brackets', '方括号列表'),
  object: text('keys and values', '键和值'),
  record: text('keys and values', '键和值'),
};

function allowedBy(issue: Found): Text {
  switch (issue.code) {
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'invalid_type':
      return TYPES[issue.expected] ?? text(`a value of type ${issue.expected}`, `${issue.expected} 类型的值`);
    case 'too_small':
      return text(`at least ${issue.minimum}`, `不小于 ${issue.minimum} 的值`);
    case 'too_big':
      return text(`at most ${issue.maximum}`, `不大于 ${issue.maximum} 的值`);
    case 'invalid_union':
      return anyOf(issue);
    case 'invalid_key':
    case 'invalid_element':
    case 'invalid_format':
    case 'not_multiple_of':
    case 'unrecognized_keys':
    case 'custom':
      return text(`it otherwise (${issue.message})`, `正确的形式（${issue.message})`);
  }
}

const oneOf = (values: readonly string[]): Text =>
  values.length === 1
    ? text(values[0]!, values[0]!)
    : text(`one of ${values.join(', ')}`, `以下之一：${values.join('、')}`);

function anyOf(issue: Extract<Found, { code: 'invalid_union' }>): Text {
  const inner = issue.errors.flatMap((errors) => errors.slice(0, 1)).map(allowedBy);
  if (inner.length === 0) return text(`it otherwise (${issue.message})`, `正确的形式（${issue.message})`);
  const distinct = inner.filter((allowed, index) => inner.findIndex((other) => other.en === allowed.en) === index);
  return text(distinct.map((each) => each.en).join(', or '), distinct.map((each) => each.zh).join('，或'));
}
