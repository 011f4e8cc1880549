import { text } from '../../base/text.js';
import { showClock } from '../../calendar/clock.js';
import { measure, planDay, shortDay, violation } from '../judge/finding.js';
import { isAmong } from '../judge/kinds-or-codes.js';
import type { Rule } from '../violation.js';

export const succession: Rule = {
  id: 'succession',
  sentence: text(
    'Forbidden pairs on following days: no full day after a late shift.',
    '值晚班的第二天不上全白班等禁止的连班。',
  ),
  find: (view, problem) => {
    const { level, weight, forbidden } = problem.handbook.values.rules.succession;
    const counted = measure(level, weight);
    if (counted === null) return [];
    return problem.agents.flatMap((_, agent) =>
      problem.days.flatMap((_, day) => {
        const pairs = view
          .shifts(agent, day - 1)
          .flatMap((first) => view.shifts(agent, day).map((next) => ({ first, next })));
        const broken = pairs.find(({ first, next }) =>
          forbidden.some((pair) => isAmong(first, pair.after) && isAmong(next, pair.next)),
        );
        if (broken === undefined) return [];
        const { first, next } = broken;
        const eve = shortDay(planDay(problem, day - 1).day);
        const [end, start] = [showClock(first.span.to), showClock(next.span.from)];
        const what = text(
          `${first.name.en} on ${eve} ends ${end.en}; ${next.name.en} starts ${start.en}`,
          `${eve} ${first.name.zh} ${end.zh} 下班；${next.name.zh} ${start.zh} 上班`,
        );
        return violation(problem, {
          ...{ rule: 'succession', path: 'rules.succession.forbidden', measure: counted, agent, days: [day] },
          ...{ needed: 0, found: 1, offBy: 1, unit: 'times', what },
        });
      }),
    );
  },
};
