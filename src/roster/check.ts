/**
 * The judge: what a roster breaks, by docs/rules.md, and what that adds up to. It knows nothing of how a roster came
 * about; whatever the solver finds passes through here before anybody sees it.
 */
import type { Problem } from './problem.js';
import type { Accepted, Roster, Score } from './roster.js';
import { RULES } from './rules/index.js';
import { viewOf } from './view.js';
import type { Rule, Violation } from './violation.js';

export interface Judgement {
  readonly score: Score;
  /** Hard ones first, then in the order of the rules, by day and person. What was accepted stays listed, marked. */
  readonly violations: readonly Violation[];
}

export function check(roster: Roster, problem: Problem): Judgement {
  const view = viewOf(roster, problem);
  const rules: readonly Rule[] = Object.values(RULES);
  const violations = rules
    .flatMap((rule) => rule.find(view, problem))
    .map((violation) => mark(violation, roster.accepted))
    .map((violation, found) => ({ violation, found }))
    .sort((a, b) => inOrder(a.violation, b.violation) || a.found - b.found)
    .map(({ violation }) => violation);
  return { score: scoreOf(violations), violations };
}

/** The sum of what is broken. Accepted violations cost nothing. */
function scoreOf(violations: readonly Violation[]): Score {
  let [hard, soft] = [0, 0];
  for (const { level, offBy, weight, accepted } of violations) {
    if (accepted !== undefined) continue;
    if (level === 'hard') hard += offBy;
    else soft += weight * offBy;
  }
  return { hard, soft };
}

function mark(violation: Violation, accepted: readonly Accepted[]): Violation {
  const by = accepted.find(
    ({ rule, staff, day }) =>
      rule === violation.rule &&
      (staff === null ? violation.staff.length === 0 : violation.staff.includes(staff)) &&
      (violation.days.length === 0 || violation.days.includes(day)),
  );
  return by === undefined ? violation : { ...violation, accepted: by };
}

const RANK: ReadonlyMap<string, number> = new Map(Object.keys(RULES).map((id, index) => [id, index]));

function inOrder(a: Violation, b: Violation): number {
  return (
    Number(a.level === 'soft') - Number(b.level === 'soft') ||
    RANK.get(a.rule)! - RANK.get(b.rule)! ||
    compare(a.days[0] ?? '', b.days[0] ?? '')
  );
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
