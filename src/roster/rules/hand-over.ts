import { text } from '../../base/text.js';
import { judgedChanges } from '../judge/changes.js';
import { measure, violation } from '../judge/finding.js';
import { handOverMinutes } from '../judge/shift-times.js';
import type { Rule, Violation } from '../violation.js';

export const handOver: Rule = {
  id: 'hand-over',
  sentence: text(
    'At each change-over both sides are staffed and there together long enough.',
    '每次交接班双方都有人，且共同在岗时间足够。',
  ),
  find: (view, problem) => {
    const counted = measure(problem.handbook.values.rules['hand-over'].level);
    if (counted === null) return [];
    return judgedChanges(problem).flatMap(({ from, to, overlap, nextDay, day, path }) => {
      const violations: Violation[] = [];
      const about = { rule: 'hand-over', path, measure: counted, agent: null, days: [day] } as const;
      const sides = [
        { shift: from, empty: view.on(day, from.code).length === 0 },
        { shift: to, empty: view.on(nextDay ? day + 1 : day, to.code).length === 0 },
      ];
      const empty = sides.filter((side) => side.empty).map((side) => side.shift.name);
      if (empty.length > 0) {
        const nobody = { en: empty.map(({ en }) => en).join(' and '), zh: empty.map(({ zh }) => zh).join('、') };
        const what = text(
          `hand-over ${from.name.en} to ${to.name.en}: nobody on ${nobody.en}`,
          `${from.name.zh}交${to.name.zh}：${nobody.zh}无人`,
        );
        const found = 2 - empty.length;
        violations.push(violation(problem, { ...about, needed: 2, found, offBy: empty.length, unit: 'agents', what }));
      }
      const found = handOverMinutes(from, to, nextDay);
      if (found < overlap) {
        const what = text(
          `${from.name.en} and ${to.name.en} are there together for ${found} minutes, the hand-over needs ${overlap}`,
          `${from.name.zh}与${to.name.zh}共同在岗 ${found} 分钟，交接需 ${overlap} 分钟`,
        );
        const offBy = overlap - found;
        violations.push(violation(problem, { ...about, needed: overlap, found, offBy, unit: 'minutes', what }));
      }
      return violations;
    });
  },
};
