import { type Text, text } from '../../base/text.js';
import { isEmployed, isFree } from '../judge/day-states.js';
import { measure, violation } from '../judge/finding.js';
import { followingSeven, judgedWeeks } from '../judge/weeks.js';
import type { Rule, Violation } from '../violation.js';

export const weeklyRest: Rule = {
  id: 'weekly-rest',
  sentence: text(
    'A whole free day in every calendar week, any seven days, or the month.',
    '每周（或任意七天、每月）至少有一整天休息。',
  ),
  find: (view, problem) => {
    const { window, week, seven_days, month } = problem.handbook.values.rules['weekly-rest'];
    const parts = { week, seven_days, month };
    return problem.agents.flatMap((_, agent) => {
      const without = (stretch: readonly number[]): boolean =>
        stretch.every((day) => isEmployed(view, problem, agent, day)) &&
        !stretch.some((day) => isFree(view, agent, day, window));
      const found = (part: keyof typeof parts, stretch: readonly number[], what: Text): Violation[] => {
        const counted = measure(parts[part].level, parts[part].weight);
        if (counted === null) return [];
        const about = { rule: 'weekly-rest', path: `rules.weekly-rest.${part}`, measure: counted, agent } as const;
        return [violation(problem, { ...about, days: stretch, needed: 1, found: 0, offBy: 1, unit: 'days', what })];
      };
      const active = problem.days.flatMap((_, day) => (isEmployed(view, problem, agent, day) ? [day] : []));
      return [
        ...judgedWeeks(problem)
          .filter(without)
          .flatMap((days) => found('week', days, text('no whole free day in this week', '本周没有一整天休息'))),
        ...followingSeven(problem)
          .filter(without)
          .flatMap((seven) =>
            found('seven_days', seven, text('no whole free day in seven following days', '连续七天没有一整天休息')),
          ),
        ...(active.length >= 7 && without(active)
          ? found('month', [], text('no whole free day in the month', '当月没有一整天休息'))
          : []),
      ];
    });
  },
};
