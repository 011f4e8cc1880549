import { error, type Issue, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { changeOverMinutes } from '../shift-times.js';
import { type Check, placeIn } from './check.js';

/** The shift table gives the overlap that the hand-over asks for; otherwise no roster could. */
export const handOverTimes: Check = {
  name: 'hand-over-times',
  part: 'roster',
  find: (inForce) => {
    const { shifts, rules } = inForce.values;
    const { level, changes } = rules['hand-over'];
    if (level === 'off') return [];
    return changes.flatMap((change, index): Issue[] => {
      const [from, to] = [shifts[change.from], shifts[change.to]];
      if (from === undefined || to === undefined || change.next_day) return [];
      const place = placeIn(inForce, `rules.hand-over.changes.${index}`);
      const minutes = changeOverMinutes(from.parts, to.parts);
      if (minutes < 0) {
        const what = text(
          `between ${change.from} and ${change.to} nobody is there for ${-minutes} minutes.`,
          `${change.from} 与 ${change.to} 之间有 ${-minutes} 分钟无人。`,
        );
        const hint = text('Let one shift end later or the other begin earlier.', '请让一个班晚下或另一个班早上。');
        return [warning('hand-over-gap', place, what, hint)];
      }
      if (minutes >= change.overlap) return [];
      const what = text(
        `the hand-over asks for ${change.overlap} minutes together, but ${change.from} and ${change.to} overlap by ${minutes}.`,
        `交接要求共同在岗 ${change.overlap} 分钟，但 ${change.from} 与 ${change.to} 只重叠 ${minutes} 分钟。`,
      );
      const hint = text('Change the shifts, or the overlap asked for.', '请调整班次，或修改 overlap。');
      return [
        level === 'hard'
          ? error('hand-over-too-short', place, what, hint)
          : warning('hand-over-too-short', place, what, hint),
      ];
    });
  },
};
