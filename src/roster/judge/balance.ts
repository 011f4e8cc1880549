/** The balance rules that count: a number per person against its fair band. */
import { type Text, text } from '../../base/text.js';
import type { Band, PlanAgent, Problem } from '../problem.js';
import type { RosterView } from '../view.js';
import type { Rule } from '../violation.js';
import { measure, violation } from './finding.js';

interface Balance {
  readonly id: 'balance-late' | 'balance-weekends' | 'balance-holidays';
  readonly sentence: Text;
  /** What is counted, after a number. */
  readonly counted: Text;
  readonly unit: 'shifts' | 'days';
  readonly band: (agent: PlanAgent) => Band | null;
  readonly count: (view: RosterView, problem: Problem, agent: number) => number;
}

export const balance = ({ id, sentence, counted, unit, band, count }: Balance): Rule => ({
  id,
  sentence,
  find: (view, problem) => {
    const { level, weight } = problem.handbook.values.rules[id];
    const how = measure(level, weight);
    if (how === null) return [];
    return problem.agents.flatMap((person, agent) => {
      const fair = band(person);
      const found = count(view, problem, agent);
      if (fair === null || (found >= fair.lo && found <= fair.hi)) return [];
      const needed = found < fair.lo ? fair.lo : fair.hi;
      const share = fair.lo === fair.hi ? String(fair.lo) : `${fair.lo}-${fair.hi}`;
      const what = text(
        `${found} ${counted.en}, the fair share is ${share}`,
        `${counted.zh} ${found}，公平份额 ${share}`,
      );
      return violation(problem, {
        ...{ rule: id, path: `rules.${id}`, measure: how, agent, days: [] },
        ...{ needed, found, offBy: Math.abs(needed - found), unit, what },
      });
    });
  },
});

/** Days of the month of a sort on which the person works. */
export const workedDays = (
  view: RosterView,
  problem: Problem,
  agent: number,
  isCounted: (day: Problem['days'][number]) => boolean,
): number => problem.days.filter((day, index) => isCounted(day) && view.shifts(agent, index).length > 0).length;
