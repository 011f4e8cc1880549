/** The shape of a rule's cases: a small world, a roster, and exactly what the rule finds in it. */
import type { Handbook } from '../../../src/handbook/schema/handbook.js';
import type { Rules } from '../../../src/handbook/schema/rules.js';
import type { PlanFacts } from '../../../src/roster/build-problem.js';
import type { Violation } from '../../../src/roster/violation.js';
import type { PersonSpec } from '../make.js';

export interface RuleCase {
  readonly name: string;
  /** Rules that differ from all off. */
  readonly rules: Partial<Rules>;
  /** Other chapters of the handbook. */
  readonly handbook?: Partial<Handbook>;
  readonly people?: Readonly<Record<string, PersonSpec>>;
  /** Statutory holidays. */
  readonly holidays?: readonly string[];
  readonly facts?: Partial<PlanFacts>;
  readonly rows: Readonly<Record<string, string>>;
  /** What is found, in order; none: the roster obeys. */
  readonly found: readonly (Partial<Omit<Violation, 'message' | 'days' | 'staff'>> & {
    readonly offBy: number;
    readonly staff?: readonly string[];
    readonly days?: readonly string[];
    readonly en: string;
    readonly zh?: string;
  })[];
}
