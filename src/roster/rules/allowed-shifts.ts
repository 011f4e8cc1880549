import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import type { Rule } from '../violation.js';

export const allowedShifts: Rule = {
  id: 'allowed-shifts',
  sentence: text('Everybody works only their own shifts, while employed.', '只排本人可上的班，且须在职。'),
  find: (view, problem) => {
    const counted = measure(problem.handbook.values.rules['allowed-shifts'].level);
    if (counted === null) return [];
    return problem.agents.flatMap((person, agent) =>
      problem.days.flatMap((_, day) =>
        view
          .shifts(agent, day)
          .filter((shift) => !person.allowed[day]!.includes(shift.code))
          .map((shift) => {
            const own = person.allowed[day]!.join(' ');
            const what = person.active[day]
              ? text(
                  `${shift.name.en} is not among this person's shifts (${own})`,
                  `${shift.name.zh}不在可上班次（${own}）之内`,
                )
              : text(`${shift.name.en} on a day outside employment`, `不在职，却排了${shift.name.zh}`);
            return violation(problem, {
              ...{ rule: 'allowed-shifts', path: 'rules.allowed-shifts', measure: counted, agent, days: [day] },
              ...{ needed: 0, found: 1, offBy: 1, unit: 'shifts', what },
            });
          }),
      ),
    );
  },
};
