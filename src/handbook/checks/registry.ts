/** The cross-checks of a merged handbook: each looks at one thing the schema cannot see. */
import type { Issue } from '../../base/issue.js';
import type { HandbookInForce } from '../in-force.js';

export interface Check {
  readonly name: string;
  readonly find: (inForce: HandbookInForce) => readonly Issue[];
}

export const CHECKS: readonly Check[] = [];

/** Every check's issues, in the registry's order. */
export const crossCheck = (inForce: HandbookInForce): Issue[] => CHECKS.flatMap((check) => check.find(inForce));
