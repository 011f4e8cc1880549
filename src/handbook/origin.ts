/** Answers where a value in force came from: its layer, and in that layer the clause with the longest covering path. */
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import { placeOf, type Tree } from '../base/tree.js';
import type { Origin } from './in-force.js';
import { isMapping, type Layer, type Merged } from './merge.js';

interface Claim {
  readonly path: string;
  readonly clause: string;
  readonly says: Text;
  readonly assumed: boolean;
}

const covers = (claim: string, path: string): boolean => path === claim || path.startsWith(`${claim}.`);

/** The clauses of one file, longest paths first. Malformed ones are left to the schema. */
function claimsOf(tree: Tree): Claim[] {
  const clauses = isMapping(tree.value) && isMapping(tree.value.clauses) ? tree.value.clauses : {};
  const claims = Object.entries(clauses).flatMap(([clause, body]): Claim[] => {
    if (!isMapping(body)) return [];
    const says = text(String(body.en ?? ''), String(body.zh ?? ''));
    const claim = (paths: unknown, assumed: boolean): Claim[] =>
      Array.isArray(paths) ? paths.map((path) => ({ path: String(path), clause, says, assumed })) : [];
    return [...claim(body.sets, false), ...claim(body.assumes, true)];
  });
  return claims.sort((a, b) => b.path.length - a.path.length);
}

/** How hard something counts says less about where a rule comes from than its figures do. */
const SECONDARY = /(^|\.)(level|tolerance|share|name|[a-z_]*weight)$/;

/** The `origin` of a HandbookInForce. */
export function originIn(merged: Merged, layers: readonly Layer[]): (path: string) => Origin {
  const claims = new Map(layers.map((layer) => [layer, claimsOf(layer.tree)]));
  const rank = new Map(layers.map((layer, index) => [layer, index]));
  const leaves = [...merged.from.keys()];
  const bottom = layers[0]!;

  const at = (layer: Layer, path: string): Origin => {
    const claim = claims.get(layer)?.find((candidate) => covers(candidate.path, path));
    return {
      clause: claim?.clause ?? null,
      says: claim?.says ?? null,
      assumed: claim?.assumed ?? false,
      source: sourceOf(layer, path),
    };
  };

  /** A mapping's origin is that of its most telling value: the user's, else a clause's own words, else an assumption. */
  const ofMapping = (path: string): Origin => {
    const below = leaves.filter((leaf) => path === '' || leaf.startsWith(`${path}.`));
    const telling = below.filter((leaf) => !SECONDARY.test(leaf));
    const candidates = (telling.length > 0 ? telling : below).map((leaf) => {
      const layer = merged.from.get(leaf)!;
      const origin = at(layer, leaf);
      const own = layer.preset === null ? 2 : origin.assumed ? 0 : 1;
      return { layer, own, order: rank.get(layer)! };
    });
    const best = candidates.sort((a, b) => b.own - a.own || b.order - a.order)[0];
    if (best === undefined) return at(bottom, path);
    const whole = at(best.layer, path);
    return whole.clause !== null || best.layer.preset === null ? whole : firstClaim(best.layer, path, whole);
  };

  /** Where no clause covers the whole mapping, the first that speaks of a part of it. */
  const firstClaim = (layer: Layer, path: string, whole: Origin): Origin => {
    const inside = (claims.get(layer) ?? []).filter((claim) => claim.path.startsWith(`${path}.`));
    const claim = inside.find((candidate) => !candidate.assumed) ?? inside[0];
    return claim === undefined ? whole : { ...whole, clause: claim.clause, says: claim.says, assumed: claim.assumed };
  };

  const memo = new Map<string, Origin>();
  return (path) => {
    const known = memo.get(path);
    if (known !== undefined) return known;
    const layer = layerOf(merged, path);
    const origin = layer === null ? ofMapping(path) : at(layer, path);
    memo.set(path, origin);
    return origin;
  };
}

/** The layer of the value at a path, or of the list that holds it; null for a mapping. */
function layerOf(merged: Merged, path: string): Layer | null {
  for (let prefix = path; prefix !== ''; prefix = prefix.slice(0, Math.max(0, prefix.lastIndexOf('.')))) {
    const layer = merged.from.get(prefix);
    if (layer !== undefined) return layer;
  }
  return null;
}

/** The place in the layer's file: the value's row, or the row of the nearest key above it that the file has. */
function sourceOf(layer: Layer, path: string): SourceRef {
  const keys = path === '' ? [] : path.split('.');
  const indexed = keys.map((key) => (/^\d+$/.test(key) ? Number(key) : key));
  for (let length = keys.length; length > 0; length -= 1) {
    const row = layer.tree.rowOf(indexed.slice(0, length)) ?? layer.tree.rowOf(keys.slice(0, length));
    if (row !== null) return { ...layer.tree.source, row, path };
  }
  return placeOf(layer.tree, []);
}
