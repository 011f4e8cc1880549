import { type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { type Check, placeIn } from './check.js';

/** A handbook about pay alone makes no roster; a shift that cover does not name has nobody asked for it. */
export const shiftTable: Check = {
  name: 'shift-table',
  part: 'roster',
  find: (inForce) => {
    const { shifts, rules } = inForce.values;
    const codes = Object.keys(shifts);
    if (codes.length === 0) {
      const place = placeIn(inForce, 'shifts');
      const what = text('the handbook has no shifts, so it makes no roster.', '手册没有班次，无法排班。');
      const hint = text(
        'Extend a preset that has shifts as well, such as three-shift, or write a chapter "shifts".',
        '请在 extends 中加入有班次的预设（如 three-shift），或自己写 shifts 一章。',
      );
      return [warning('handbook-no-shifts', place, what, hint)];
    }
    return codes
      .filter((code) => rules.cover.shifts[code] === undefined)
      .map((code): Issue => {
        const what = text(
          `shift ${code} is not named in rules.cover.shifts: nobody is asked for on it.`,
          `班次 ${code} 没有写在 rules.cover.shifts 里：不要求任何人上这个班。`,
        );
        const hint = text(
          `Write rules.cover.shifts.${code}: { min: 1, target: auto, max: any }.`,
          `请写 rules.cover.shifts.${code}: { min: 1, target: auto, max: any }。`,
        );
        return warning('shift-without-cover', placeIn(inForce, `shifts.${code}`), what, hint);
      });
  },
};
