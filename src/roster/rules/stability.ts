import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import { judgedWanted, keeps } from '../judge/kept-cells.js';
import type { Rule } from '../violation.js';

export const stability: Rule = {
  id: 'stability',
  sentence: text('Few differences from the roster or pattern to keep to.', '尽量少改已发布的班表或循环班表。'),
  find: (view, problem) => {
    const { level, weight } = problem.handbook.values.rules.stability;
    const counted = measure(level, weight);
    if (counted === null) return [];
    return judgedWanted(problem)
      .filter(({ codes, agent, day }) => !keeps(codes, view.shifts(agent, day)))
      .map(({ codes, agent, day, price }) => {
        const was = codes.length === 0 ? '休' : codes.join('+');
        const now =
          view
            .shifts(agent, day)
            .map((shift) => shift.code)
            .join('+') || '休';
        return violation(problem, {
          ...{ rule: 'stability', path: 'rules.stability', agent, days: [day] },
          measure: { ...counted, weight: counted.weight * price },
          ...{ needed: 0, found: 1, offBy: 1, unit: 'days' },
          what: text(`was ${was}, is ${now}`, `原为 ${was}，现为 ${now}`),
        });
      });
  },
};
