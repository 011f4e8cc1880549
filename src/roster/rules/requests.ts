import { type Text, text } from '../../base/text.js';
import type { Request } from '../../people/person.js';
import { measure, violation } from '../judge/finding.js';
import { isGranted, judgedRequests } from '../judge/wishes.js';
import type { Problem } from '../problem.js';
import type { Rule } from '../violation.js';

export const requests: Rule = {
  id: 'requests',
  sentence: text('Wishes are granted where they can be.', '尽量满足排班意愿。'),
  find: (view, problem) => {
    const { level, weight } = problem.handbook.values.rules.requests;
    const counted = measure(level, weight);
    if (counted === null) return [];
    return judgedRequests(problem)
      .filter(({ request, agent, day }) => request.weight > 0 && !isGranted(request, view.shifts(agent, day)))
      .map(({ request, agent, day }) =>
        violation(problem, {
          ...{ rule: 'requests', path: 'rules.requests', measure: counted, agent, days: [day] },
          ...{ needed: 1, found: 0, offBy: request.weight, unit: 'points', what: refused(problem, request) },
        }),
      );
  },
};

function refused(problem: Problem, { shift, wanted }: Request): Text {
  const named = problem.shifts.find(({ code }) => code === shift)?.name;
  const what = shift === null ? text('a rest day', '休息') : (named ?? text(shift, shift));
  return wanted
    ? text(`wanted ${what.en}, not granted`, `希望${what.zh}，未满足`)
    : text(`did not want ${what.en}, given all the same`, `不希望${what.zh}，仍被安排`);
}
