import { text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { measure, violation } from '../judge/finding.js';
import { coversHalfHour } from '../judge/shift-times.js';
import type { IntervalNeed, Problem } from '../problem.js';
import type { RosterView } from '../view.js';
import type { Rule } from '../violation.js';

export const intervalCover: Rule = {
  id: 'interval-cover',
  sentence: text('Each half hour has the people demand asks for.', '每半小时的在岗人数达到需求。'),
  find: (view, problem) => {
    const { level, weight } = problem.handbook.values.rules['interval-cover'];
    const counted = measure(level, weight);
    if (counted === null) return [];
    return problem.intervals.flatMap((need) => {
      const found = present(view, problem, need);
      if (found >= need.agents) return [];
      const [from, to] = [showClock(need.from), showClock(need.from + 30)];
      const what = text(
        `${from.en}-${to.en} has ${found} present, demand asks for ${need.agents}`,
        `${from.zh}–${to.zh} 在岗 ${found} 人，需求 ${need.agents} 人`,
      );
      return violation(problem, {
        ...{ rule: 'interval-cover', path: 'rules.interval-cover', measure: counted, agent: null, days: [need.day] },
        ...{ needed: need.agents, found, offBy: need.agents - found, unit: 'agents', what },
      });
    });
  },
};

/** Shifts there throughout the half hour: this day's, the evening before's or (past midnight) the next day's. */
function present(view: RosterView, problem: Problem, need: IntervalNeed): number {
  let count = 0;
  problem.agents.forEach((_, agent) => {
    for (const back of [-1, 0, 1]) {
      count += view.shifts(agent, need.day - back).filter((shift) => coversHalfHour(shift, need.from, back)).length;
    }
  });
  return count;
}
