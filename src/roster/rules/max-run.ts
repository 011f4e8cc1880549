import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import { daysOf, lengthOf, stretches } from '../judge/runs.js';
import type { Rule } from '../violation.js';

export const maxRun: Rule = {
  id: 'max-run',
  sentence: text('At most so many working days in a row.', '连续上班天数不超过规定。'),
  find: (view, problem) => {
    const { level, most, wanted, wanted_weight } = problem.handbook.values.rules['max-run'];
    const limits = [
      { path: 'most', limit: most, counted: measure(level, wanted_weight) },
      { path: 'wanted', limit: wanted, counted: level === 'off' ? null : measure('soft', wanted_weight) },
    ];
    return problem.agents.flatMap((_, agent) =>
      stretches(problem, (day) => view.shifts(agent, day).length > 0).flatMap((run) =>
        limits.flatMap(({ path, limit, counted }) => {
          const found = lengthOf(run);
          if (counted === null || found <= limit) return [];
          const asked = path === 'most' ? text('at most', '最多') : text('wanted at most', '希望不超过');
          const what = text(
            `${found} working days in a row, ${asked.en} ${limit}`,
            `连续上班 ${found} 天，${asked.zh} ${limit} 天`,
          );
          return violation(problem, {
            ...{ rule: 'max-run', path: `rules.max-run.${path}`, measure: counted, agent, days: daysOf(run) },
            ...{ needed: limit, found, offBy: found - limit, unit: 'days', what },
          });
        }),
      ),
    );
  },
};
