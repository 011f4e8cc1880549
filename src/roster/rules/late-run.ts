import { text } from '../../base/text.js';
import { isLate } from '../judge/day-states.js';
import { measure, violation } from '../judge/finding.js';
import { daysOf, lengthOf, stretches } from '../judge/runs.js';
import type { Problem } from '../problem.js';
import type { RosterView } from '../view.js';
import type { Rule, Violation } from '../violation.js';

export const lateRun: Rule = {
  id: 'late-run',
  sentence: text(
    'At most so many late shifts in a row; no single late shift between days.',
    '连续晚班不超过规定；避免白班之间夹单个晚班。',
  ),
  find: (view, problem) =>
    problem.agents.flatMap((_, agent) => [...tooLong(view, problem, agent), ...single(view, problem, agent)]),
};

function tooLong(view: RosterView, problem: Problem, agent: number): Violation[] {
  const { level, weight, most } = problem.handbook.values.rules['late-run'];
  const counted = measure(level, weight);
  if (counted === null) return [];
  return stretches(problem, (day) => isLate(view.shifts(agent, day)))
    .filter((run) => lengthOf(run) > most)
    .map((run) => {
      const found = lengthOf(run);
      const what = text(`${found} late shifts in a row, at most ${most}`, `连续晚班 ${found} 个，最多 ${most} 个`);
      return violation(problem, {
        ...{ rule: 'late-run', path: 'rules.late-run.most', measure: counted, agent, days: daysOf(run) },
        ...{ needed: most, found, offBy: found - most, unit: 'days', what },
      });
    });
}

/** From the eve on: with the month's first day its neighbours are known. The last day waits for the next month. */
function single(view: RosterView, problem: Problem, agent: number): Violation[] {
  const { level, single_weight } = problem.handbook.values.rules['late-run'];
  const counted = level === 'off' ? null : measure('soft', single_weight);
  if (counted === null) return [];
  const isOther = (day: number): boolean => view.shifts(agent, day).length > 0 && !isLate(view.shifts(agent, day));
  return [-1, ...problem.days.keys()]
    .filter((day) => isLate(view.shifts(agent, day)) && isOther(day - 1) && isOther(day + 1))
    .map((day) =>
      violation(problem, {
        ...{ rule: 'late-run', path: 'rules.late-run.single_weight', measure: counted, agent, days: [day] },
        ...{ needed: 0, found: 1, offBy: 1, unit: 'shifts' },
        what: text('a single late shift between other shifts', '其他班之间夹了单个晚班'),
      }),
    );
}
