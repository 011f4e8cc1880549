import { text } from '../../base/text.js';
import { isRest } from '../judge/day-states.js';
import { measure, violation } from '../judge/finding.js';
import type { Rule } from '../violation.js';

export const restDays: Rule = {
  id: 'rest-days',
  sentence: text('The month has its number of rest days; leave is not rest.', '每月休息天数符合规定；请假不算休息。'),
  find: (view, problem) => {
    const { level, weight, mode } = problem.handbook.values.rules['rest-days'];
    const counted = measure(level, weight);
    if (counted === null) return [];
    const how = { exactly: text('exactly', '正好'), 'at-least': text('at least', '至少'), about: text('about', '约') };
    return problem.agents.flatMap(({ restDays: needed }, agent) => {
      const found = problem.days.filter((_, day) => isRest(view, problem, agent, day)).length;
      const offBy = mode === 'at-least' ? needed - found : Math.abs(needed - found);
      if (offBy <= 0) return [];
      const what = text(
        `${found} rest days, ${how[mode].en} ${needed} needed`,
        `休息 ${found} 天，${how[mode].zh}要 ${needed} 天`,
      );
      return violation(problem, {
        ...{ rule: 'rest-days', path: 'rules.rest-days.days', measure: counted, agent, days: [] },
        ...{ needed, found, offBy, unit: 'days', what },
      });
    });
  },
};
