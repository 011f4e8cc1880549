/**
 * Which months a pattern suits (排班表应适用于大多数月份): the line is unrolled over each month and mended with as few changed
 * cells as may be, the other people planned beside it; 0 changes: the month keeps every promise as it comes.
 */
import { type Budget, partOf } from '../../base/budget.js';
import { addMonths, type Month } from '../../calendar/day.js';
import { buildProblem, type PlanFacts } from '../build-problem.js';
import { check } from '../check.js';
import type { Problem } from '../problem.js';
import type { Roster } from '../roster.js';
import { changedCells, fewestChanges, freeCells, onPattern } from './fewest.js';
import { type Pattern, unroll } from './walk.js';

export interface MonthFit {
  readonly month: Month;
  /** Rest days too many or too few for the month (rule rest-days, hard or wanted), over everybody who walks the line. */
  readonly restOff: number;
  /** Cells changed by the best repair found: then all that must hold holds. null: no repair was found in time. */
  readonly changes: number | null;
  /** No repair changes fewer; null: nothing is proved. */
  readonly atLeast: number | null;
  /** Proved that this month no roster at all keeps what must hold. */
  readonly isImpossible: boolean;
}

export interface SuitsOptions {
  readonly seed: number;
  /** For all months together; each takes an even part of what is left, or less. */
  readonly budget: Budget;
}

/** Row searches for each person and month: most repairs are proved the fewest by then. */
const SEARCHES = 40;
/** Parts of the time left that a month may take: a hard one borrows from those that need no search. */
const BORROWED = 3;

/**
 * From the facts' month on. Nobody's leave or wishes are known then; the staff is as it is now. The month before is taken as
 * the line has it, except before the first, where it is what it was.
 */
export function suits(pattern: Pattern, facts: PlanFacts, months: number, options: SuitsOptions): MonthFit[] {
  let previous: Roster | null = facts.previous;
  return Array.from({ length: months }, (_, later): MonthFit => {
    const month = addMonths(facts.month, later);
    const bare = { leave: [], requests: [], demand: [], earlier: [], keepTo: [], pins: [] };
    const built = buildProblem({ ...facts, ...bare, month, previous }).value;
    if (built === null) return { month, restOff: 0, changes: null, atLeast: null, isImpossible: false };
    const problem: Problem = { ...built, keepTo: unroll(pattern, built) };
    const line = onPattern(problem);
    const walking = new Set(problem.keepTo.map(({ staff }) => staff));
    previous = { ...line, revision: 1, rows: line.rows.filter(({ staff }) => walking.has(staff)) };
    return { month, restOff: restOff(line, problem, walking), ...repair(problem, later, months, options) };
  });
}

function restOff(line: Roster, problem: Problem, walking: ReadonlySet<string>): number {
  const found = check(line, { ...problem, keepTo: [] }).violations;
  return found
    .filter(({ rule, staff }) => rule === 'rest-days' && staff.every((id) => walking.has(id)))
    .reduce((sum, { offBy }) => sum + offBy, 0);
}

function repair(
  problem: Problem,
  later: number,
  months: number,
  { seed, budget }: SuitsOptions,
): Pick<MonthFit, 'changes' | 'atLeast' | 'isImpossible'> {
  const part = partOf(budget, Math.min(1, BORROWED / (months - later)));
  if (part.time === 0 || budget.cancelled()) return { changes: null, atLeast: null, isImpossible: false };
  const found = fewestChanges(problem, { seed, budget: { ...part, iterations: SEARCHES * problem.agents.length } });
  const isKept = found.roster !== null && found.score.hard === 0;
  return {
    changes: isKept ? changedCells(found.roster, freeCells(problem)).length : null,
    atLeast: isKept ? found.bound.soft : null,
    isImpossible: found.status === 'infeasible',
  };
}
