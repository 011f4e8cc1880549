/** What a cross-check is: one thing about the merged handbook that the schema cannot see. */
import type { Issue } from '../../base/issue.js';
import type { SourceRef } from '../../base/source.js';
import type { HandbookInForce } from '../in-force.js';

/** The half of the program that a check's warnings concern; its errors concern everybody. */
export type Part = 'roster' | 'pay';

export interface Check {
  readonly name: string;
  readonly part: Part;
  readonly find: (inForce: HandbookInForce) => readonly Issue[];
}

/** The place of the value at a dotted path, for an issue. */
export const placeIn = (inForce: HandbookInForce, path: string): SourceRef => ({
  ...inForce.origin(path).source,
  path,
});
