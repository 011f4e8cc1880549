import { describe, expect, it } from 'vitest';
import { isMapping, type Layer, merge } from '../../src/handbook/merge.js';
import { originIn } from '../../src/handbook/origin.js';
import { presetNames, presetTree, treeOf } from './trees.js';

const presets: readonly Layer[] = ['defaults', ...presetNames].map((name) => ({
  preset: name,
  tree: presetTree(name)!,
}));

/** Overriding one value, written as the nested mapping that leads to it. */
function only(path: readonly string[], value: unknown): unknown {
  return path.reduceRight<unknown>((inner, key) => ({ [key]: inner }), value);
}

function leaves(value: unknown, path: readonly string[]): { path: readonly string[]; value: unknown }[] {
  return isMapping(value) && Object.keys(value).length > 0
    ? Object.entries(value).flatMap(([key, inner]) => leaves(inner, [...path, key]))
    : [{ path, value }];
}

describe('merging', () => {
  it('laying a layer over itself changes nothing', () => {
    for (const layer of presets) expect(merge([layer, layer]).value).toEqual(merge([layer]).value);
  });

  it('is associative over whole files: the result depends on the order alone', () => {
    const all = merge(presets).value;
    const half = merge(presets.slice(0, 5)).value;
    const joined: Layer = { preset: 'joined', tree: { value: half, source: { file: 'x' }, rowOf: () => null } };
    expect(merge([joined, ...presets.slice(5)]).value).toEqual(all);
  });

  it('every value that the user sets again is the user’s, and nothing else moves', () => {
    const merged = merge(presets);
    const all = leaves(merged.value, []).filter(({ path, value }) => path[0] !== 'clauses' && value !== null);
    expect(all.length).toBeGreaterThan(250);
    for (const { path, value } of all.filter((_, index) => index % 7 === 0)) {
      const user: Layer = {
        preset: null,
        tree: { value: only(path, value), source: { file: 'own' }, rowOf: () => null },
      };
      const again = merge([...presets, user]);
      expect(again.value).toEqual(merged.value);
      const origin = originIn(again, [...presets, user]);
      expect(origin(path.join('.'))).toMatchObject({ clause: null, assumed: false, source: { file: 'own' } });
      expect([...again.from.values()].filter((layer) => layer === user)).toHaveLength(1);
    }
  });

  it('every value of every preset knows its clause', () => {
    const merged = merge(presets);
    const origin = originIn(merged, presets);
    const without = [...merged.from.keys()].filter(
      (path) => !path.startsWith('clauses.') && origin(path).clause === null,
    );
    expect(without).toEqual([]);
  });

  it('what is taken away leaves no trace', () => {
    const user: Layer = { preset: null, tree: treeOf('shifts: { 晚: null }\npay: { offences: null }') };
    const merged = merge([...presets, user]);
    expect(Object.keys(merged.value.shifts as object)).not.toContain('晚');
    expect(
      [...merged.from.keys()].filter((path) => path.startsWith('shifts.晚') || path.startsWith('pay.off')),
    ).toEqual([]);
  });
});
