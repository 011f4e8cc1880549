import { text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { measure, violation } from '../judge/finding.js';
import { touches } from '../judge/shift-times.js';
import type { Rule } from '../violation.js';

export const protectedHours: Rule = {
  id: 'protected',
  sentence: text(
    'Nobody who is seven months pregnant or nursing a child under one works at night.',
    '怀孕七个月以上或哺乳未满一周岁婴儿的员工不上夜班。',
  ),
  find: (view, problem) => {
    const { level, from, to } = problem.handbook.values.rules.protected;
    const counted = measure(level);
    if (counted === null) return [];
    return problem.agents.flatMap((person, agent) =>
      problem.days.flatMap((_, day) =>
        view
          .shifts(agent, day)
          .filter((shift) => person.protectedOn[day] && touches(shift, { from, to }))
          .map((shift) => {
            const [start, end] = [showClock(from), showClock(to)];
            const what = text(
              `${shift.name.en} touches ${start.en}-${end.en}; protected until ${person.person.protectedUntil}`,
              `${shift.name.zh}触及 ${start.zh}–${end.zh}；保护期至 ${person.person.protectedUntil}`,
            );
            return violation(problem, {
              ...{ rule: 'protected', path: 'rules.protected', measure: counted, agent, days: [day] },
              ...{ needed: 0, found: 1, offBy: 1, unit: 'shifts', what },
            });
          }),
      ),
    );
  },
};
