import { text } from '../../base/text.js';
import { measure, violation } from '../judge/finding.js';
import type { Rule } from '../violation.js';

export const skills: Rule = {
  id: 'skills',
  sentence: text('Each shift has the skills it needs.', '每个班都有所需技能的人。'),
  find: (view, problem) => {
    const { level, weight, needs } = problem.handbook.values.rules.skills;
    const counted = measure(level, weight);
    if (counted === null) return [];
    return problem.days.flatMap((_, day) =>
      needs.flatMap(({ shift: code, skill, min }, index) => {
        const on = view.on(day, code);
        const shift = problem.shifts.find((each) => each.code === code);
        const found = on.filter((agent) => problem.agents[agent]!.skills[day]!.includes(skill)).length;
        if (shift === undefined || on.length === 0 || found >= min) return [];
        const what = text(
          `${shift.name.en} has ${found} agents with ${skill}, needs ${min}`,
          `${shift.name.zh}会「${skill}」的有 ${found} 人，需要 ${min} 人`,
        );
        return violation(problem, {
          ...{ rule: 'skills', path: `rules.skills.needs.${index}`, measure: counted, agent: null, days: [day] },
          ...{ needed: min, found, offBy: min - found, unit: 'agents', what },
        });
      }),
    );
  },
};
