import { error, type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { type Check, placeIn } from './check.js';

/** Some mark names agents, and a pattern of one's own is there. */
export const marksUsable: Check = {
  name: 'marks-usable',
  part: 'pay',
  find: (inForce) => {
    const marks = Object.entries(inForce.values.sales.marks).filter(([, mark]) => mark.on);
    if (marks.length === 0) {
      const what = text(
        'no mark in remarks names an agent: all sales go to the public pool.',
        '没有启用任何备注标记：全部销售归公共业绩。',
      );
      const hint = text(
        'Switch a mark on, e.g. sales.marks.staff-number.on: true.',
        '请启用一种标记，例如 sales.marks.staff-number.on: true。',
      );
      return [warning('no-marks', placeIn(inForce, 'sales.marks'), what, hint)];
    }
    return marks.flatMap(([key, mark]): Issue[] => {
      if (mark.form !== 'custom' || mark.pattern !== undefined) return [];
      const what = text(
        `mark "${key}" has form custom but no pattern.`,
        `标记“${key}”的 form 是 custom，但没有 pattern。`,
      );
      const hint = text(
        'Write a pattern with one group that holds the number or the name.',
        '请写 pattern，用一个分组表示工号或姓名。',
      );
      return [error('mark-without-pattern', placeIn(inForce, `sales.marks.${key}`), what, hint)];
    });
  },
};
