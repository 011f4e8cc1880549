import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import type { Rule } from '../violation.js';

export const oneShift: Rule = {
  id: 'one-shift',
  sentence: text('At most one shift a day.', '每人每天最多一个班。'),
  find: (view, problem) => {
    const counted = measure(problem.handbook.values.rules['one-shift'].level);
    if (counted === null) return [];
    return problem.agents.flatMap((_, agent) =>
      problem.days.flatMap((_, day) => {
        const shifts = view.shifts(agent, day);
        if (shifts.length < 2) return [];
        const what = text(
          `${shifts.length} shifts on one day: ${shifts.map(({ name }) => name.en).join(', ')}`,
          `同一天排了 ${shifts.length} 个班：${shifts.map(({ name }) => name.zh).join('、')}`,
        );
        return violation(problem, {
          ...{ rule: 'one-shift', path: 'rules.one-shift', measure: counted, agent, days: [day] },
          ...{ needed: 1, found: shifts.length, offBy: shifts.length - 1, unit: 'shifts', what },
        });
      }),
    );
  },
};
