import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import type { Rule } from '../violation.js';

export const leave: Rule = {
  id: 'leave',
  sentence: text('Nobody works on approved leave.', '批准的请假日不排班。'),
  find: (view, problem) => {
    const counted = measure(problem.handbook.values.rules.leave.level);
    if (counted === null) return [];
    return problem.agents.flatMap((person, agent) =>
      person.leave.flatMap((kind, day) => {
        const [shift] = view.shifts(agent, day);
        if (kind === null || shift === undefined) return [];
        const name = problem.handbook.values.leave.kinds[kind]?.name ?? text(kind, kind);
        const what = text(
          `${shift.name.en} on a day of approved leave (${name.en})`,
          `已批准请假（${name.zh}），却排了${shift.name.zh}`,
        );
        return violation(problem, {
          ...{ rule: 'leave', path: 'rules.leave', measure: counted, agent, days: [day] },
          ...{ needed: 0, found: 1, offBy: 1, unit: 'days', what },
        });
      }),
    );
  },
};
