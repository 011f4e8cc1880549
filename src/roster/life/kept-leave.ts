/** Leave that came up after planning and is kept in the roster file, as facts like any other. */
import { addDays, type Day } from '../../calendar/day.js';
import type { Leave } from '../../people/person.js';
import type { KeptLeave } from '../roster.js';

/** The leave list with what the roster keeps. Days that the list already approves are not taken twice. */
export const withKept = (leave: readonly Leave[], kept: readonly KeptLeave[]): readonly Leave[] => [
  ...leave,
  ...kept.flatMap((spell, index) => open(spell, leave, index)),
];

/** The days of a kept spell that the list does not approve yet: one fact a day. */
function open({ staff, from, to, kind, by }: KeptLeave, leave: readonly Leave[], index: number): Leave[] {
  const facts: Leave[] = [];
  for (let day: Day = from; day <= to; day = addDays(day, 1)) {
    const isListed = leave.some(
      (spell) => spell.staff === staff && spell.approvedBy !== null && spell.from <= day && day <= spell.to,
    );
    if (isListed) continue;
    const source = { file: 'roster.json', path: `leave.${index}` };
    facts.push({ staff, from: day, to: day, kind, approvedBy: by, standIn: null, note: '', source });
  }
  return facts;
}
