/** A parsed document with the place of each of its values: io reads YAML into one, the handbook judges it. */
import type { SourceRef } from './source.js';

export interface Tree {
  /** Plain JSON-like value: objects, arrays, strings, numbers, booleans, null. Judge it before use. */
  readonly value: unknown;
  /** The file. */
  readonly source: SourceRef;
  /** Row of the key (or list item) at a path, counted from 1; null where the document has no such path. */
  readonly rowOf: (path: readonly (string | number)[]) => number | null;
}

/** The place of the value at a path, for issues and provenance. */
export function placeOf(tree: Tree, path: readonly (string | number)[]): SourceRef {
  const row = tree.rowOf(path);
  const named = path.length === 0 ? tree.source : { ...tree.source, path: path.join('.') };
  return row === null ? named : { ...named, row };
}
