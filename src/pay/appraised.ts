/** Who is appraised at all (commission-2017/1): not whoever was away for too long since January. */
import { add, compare, type Ratio, ratio, showDecimal } from '../base/ratio.js';
import { type Text, text } from '../base/text.js';
import type { EarlierSlip } from './input.js';
import type { PayMonth, PersonMonth } from './month.js';
import { absentShifts } from './worked.js';

/** Days of the month's work on which the person was not there, of how many. */
export function awayOf(month: PayMonth, person: PersonMonth): EarlierSlip['away'] {
  const due = month.days.filter((_, index) => {
    const kind = person.row?.cells[index]?.kind;
    return kind === 'shift' || kind === 'leave';
  });
  const off = new Set([...person.leave.map(({ day }) => day), ...absentShifts(person).map(({ day }) => day)]);
  return { days: due.filter((day) => off.has(day)).length, of: due.length };
}

/** A month's share of absence. */
const share = ({ days, of }: EarlierSlip['away']): Ratio => (of === 0 ? ratio(0) : ratio(days, of));

/** Null: is appraised. The months of absence are each month's days away over its days of work, summed since January. */
export function excluded(month: PayMonth, person: PersonMonth): Text | null {
  const rule = month.pay.appraisal_exclusion;
  if (rule === undefined || month.first < rule.since) return null;
  const year = month.month.slice(0, 4);
  const before = month.earlierOf(person.id).filter((one) => one.month.month.startsWith(year));
  const months = [share(awayOf(month, person)), ...before.map(({ slip }) => share(slip.away))].reduce(add, ratio(0));
  if (compare(months, ratio(rule.months_absent)) <= 0) return null;
  const shown = showDecimal(months) ?? `${months.num}/${months.den}`;
  return text(
    `away for ${shown} months since January, more than ${rule.months_absent}: not appraised`,
    `1 月以来未到岗 ${shown} 个月，超过 ${rule.months_absent} 个月，不参与考核`,
  );
}
