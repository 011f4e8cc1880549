import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import { hoursOff, monthMinutes, showHours } from '../judge/hours.js';
import type { Rule } from '../violation.js';

export const balanceHours: Rule = {
  id: 'balance-hours',
  sentence: text(
    'Monthly hours are near the reference and alike among the agents.',
    '每月工时接近参考值，且各人相差不大。',
  ),
  find: (view, problem) => {
    const { level, weight, spread_weight, tolerance } = problem.handbook.values.rules['balance-hours'];
    const reference = { path: 'reference', counted: measure(level, weight), of: text('the reference', '参考工时') };
    const spread = {
      path: 'spread_weight',
      counted: level === 'off' ? null : measure('soft', spread_weight),
      of: text('the fair share', '平均应得工时'),
    };
    return problem.agents.flatMap((person, agent) =>
      [
        { ...reference, minutes: person.referenceMinutes },
        { ...spread, minutes: person.fairMinutes },
      ].flatMap(({ path, counted, of, minutes }) => {
        const found = monthMinutes(view, problem, agent);
        const offBy = minutes === null ? 0 : hoursOff(found, minutes, tolerance);
        if (counted === null || minutes === null || offBy === 0) return [];
        const [has, asked] = [showHours(found), showHours(minutes)];
        const what = text(`${has} hours, ${of.en} is ${asked}`, `${has} 小时，${of.zh} ${asked} 小时`);
        return violation(problem, {
          ...{ rule: 'balance-hours', path: `rules.balance-hours.${path}`, measure: counted, agent, days: [] },
          ...{ needed: Math.round(minutes / 60), found: Math.round(found / 60), offBy, unit: 'hours', what },
        });
      }),
    );
  },
};
