import { text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { measure, planDay, shortDay, violation } from '../judge/finding.js';
import { minutesBetween } from '../judge/shift-times.js';
import type { Rule } from '../violation.js';

export const restBetween: Rule = {
  id: 'rest-between',
  sentence: text('Enough hours between two shifts on following days.', '相邻两天的班之间休息时间足够。'),
  find: (view, problem) => {
    const { level, weight, hours } = problem.handbook.values.rules['rest-between'];
    const counted = measure(level, weight);
    if (counted === null) return [];
    const needed = Math.round(hours * 60);
    return problem.agents.flatMap((_, agent) =>
      problem.days.flatMap((_, day) => {
        const [first, next] = [view.shifts(agent, day - 1), view.shifts(agent, day)];
        if (first.length === 0 || next.length === 0) return [];
        const found = minutesBetween(first, next);
        if (found >= needed) return [];
        const eve = shortDay(planDay(problem, day - 1).day);
        const end = showClock(Math.max(...first.map((shift) => shift.span.to)));
        const start = showClock(Math.min(...next.map((shift) => shift.span.from)));
        const what = text(
          `${found} minutes between the end on ${eve} at ${end.en} and the start at ${start.en}, at least ${needed} needed`,
          `${eve} ${end.zh} 下班到 ${start.zh} 上班只隔 ${found} 分钟，至少要 ${needed} 分钟`,
        );
        return violation(problem, {
          ...{ rule: 'rest-between', path: 'rules.rest-between.hours', measure: counted, agent, days: [day] },
          ...{ needed, found, offBy: needed - found, unit: 'minutes', what },
        });
      }),
    );
  },
};
