/**
 * Lays handbooks over each other: defaults, the extended presets from left to right, the user's file on top. Mappings
 * merge by key, single values and lists are replaced by the later one. Keeps for each value the layer it came from.
 */
import type { Tree } from '../base/tree.js';
import { handbook } from './schema/handbook.js';
import { nullMeansUnset, type Path, variantKey } from './shape.js';

/** Keys that describe a file rather than the rules in force; they are not merged. */
const OWN_KEYS: ReadonlySet<string> = new Set(['extends', 'preset', 'title']);

export interface Layer {
  /** The preset's name; null: the user's own file. */
  readonly preset: string | null;
  readonly tree: Tree;
}

export interface Merged {
  readonly value: Readonly<Record<string, unknown>>;
  /** Dotted path of each single value, list and empty mapping -> the layer it came from. */
  readonly from: ReadonlyMap<string, Layer>;
}

type Mapping = Readonly<Record<string, unknown>>;

export const isMapping = (value: unknown): value is Mapping =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const dotted = (path: Path): string => path.join('.');

/** Merges layers from the lowest to the highest. Values are not judged here. */
export function merge(layers: readonly Layer[]): Merged {
  const from = new Map<string, Layer>();
  let value: Mapping = {};
  for (const layer of layers) {
    const own = isMapping(layer.tree.value) ? layer.tree.value : {};
    const rules = Object.fromEntries(Object.entries(own).filter(([key]) => !OWN_KEYS.has(key)));
    value = lay(value, rules, [], layer, from);
  }
  return { value, from };
}

function lay(below: Mapping, above: Mapping, path: Path, layer: Layer, from: Map<string, Layer>): Mapping {
  // Built from entries: a key such as `__proto__` in a file stays an ordinary key, and the schema refuses it.
  const result = new Map(Object.entries(below));
  for (const [key, value] of Object.entries(above)) {
    const here = [...path, key];
    const old = result.get(key);
    if (value === null && !nullMeansUnset(handbook, here)) {
      forget(from, here, old);
      result.delete(key);
    } else if (isMapping(value)) {
      const base = isMapping(old) && !changesVariant(old, value, here) ? old : {};
      if (base !== old) forget(from, here, old);
      const laid = lay(base, value, here, layer, from);
      if (Object.keys(laid).length === 0) from.set(dotted(here), layer);
      else from.delete(dotted(here));
      result.set(key, laid);
    } else {
      forget(from, here, old);
      from.set(dotted(here), layer);
      result.set(key, value);
    }
  }
  return Object.fromEntries(result);
}

/** A ladder of another kind takes the old one's place instead of mixing with it. */
function changesVariant(old: Mapping, value: Mapping, path: Path): boolean {
  const key = variantKey(handbook, path);
  return key !== null && value[key] !== undefined && value[key] !== old[key];
}

/** Drops what is known of a value that goes, with everything below it. */
function forget(from: Map<string, Layer>, path: Path, old: unknown): void {
  const gone = dotted(path);
  from.delete(gone);
  if (!isMapping(old)) return;
  for (const known of from.keys()) if (known.startsWith(`${gone}.`)) from.delete(known);
}
