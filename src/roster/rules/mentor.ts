import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import { judgedMentor } from '../judge/mentors.js';
import type { Rule } from '../violation.js';

export const mentor: Rule = {
  id: 'mentor',
  sentence: text('A novice works beside the mentor.', '新人与师傅同班。'),
  find: (view, problem) => {
    const { level, weight } = problem.handbook.values.rules.mentor;
    const counted = measure(level, weight);
    if (counted === null) return [];
    return problem.agents.flatMap((_, agent) =>
      problem.days.flatMap((_, day) => {
        const beside = judgedMentor(problem, agent, day);
        if (beside === null) return [];
        const { id, person } = problem.agents[beside]!;
        return view
          .shifts(agent, day)
          .filter((shift) => !view.on(day, shift.code).includes(beside))
          .map((shift) => {
            const what = text(
              `${shift.name.en} without the mentor ${id} ${person.name}`,
              `${shift.name.zh}没有师傅 ${id} ${person.name} 同班`,
            );
            return violation(problem, {
              ...{ rule: 'mentor', path: 'rules.mentor', measure: counted, agent, days: [day] },
              ...{ needed: 1, found: 0, offBy: 1, unit: 'shifts', what },
            });
          });
      }),
    );
  },
};
