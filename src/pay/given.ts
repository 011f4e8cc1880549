/** Lines whose amounts stand on the events themselves: additions and deductions that somebody decided. */
import { showYuan } from '../base/fen.js';
import { shown } from '../base/shown.js';
import { cite } from '../base/source.js';
import { same, text } from '../base/text.js';
import type { StaffEvent } from '../people/person.js';
import { derive, minus, total } from './derive.js';
import type { OpenLine, PayException, PayLine } from './line.js';
import { eventsOf, type PayMonth } from './month.js';

/** Opens a line over the month's events of one kind; an event without an amount is an exception. */
export function givenAmounts(month: PayMonth, line: PayLine, kind: string, sign: 1 | -1): OpenLine | null {
  if (!month.people.some((person) => eventsOf(month, person).some((event) => event.kind === kind))) return null;
  const cites = { line, handbook: month.handbook };
  return {
    forPerson: (person) => {
      const events = eventsOf(month, person).filter((event) => event.kind === kind);
      const parts = events.flatMap((event) => {
        if (event.amount === null) return [];
        const amount = sign === 1 ? event.amount : minus(event.amount);
        const by = event.approvedBy;
        const sum = `${event.day} ${showYuan(amount)}`;
        const says = by === null ? same(sum) : text(`${sum}, approved by ${shown(by)}`, `${sum}，${shown(by)} 批准`);
        const made = derive(cites, { amount, path: line.path, label: same(event.what), says, sources: [event.source] });
        // Somebody decided it: no clause of the handbook gives the amount, but one may name the measure.
        return [{ ...made, clause: measureClause(month, event), assumed: false }];
      });
      const exceptions = events.filter((event) => event.amount === null).map(noAmount);
      return { derivation: total(cites, line.path, parts), exceptions };
    },
  };
}

/** The clause that names the measure, such as 赔偿 among the disciplinary measures; null: none does. */
function measureClause({ handbook, pay }: PayMonth, { what }: StaffEvent): string | null {
  const words = what.trim();
  const isMeasure = pay.discipline?.some(({ en, zh }) => en === words || zh === words) ?? false;
  if (isMeasure) return handbook.origin('pay.discipline').clause;
  const limits = Object.entries(pay.goodwill?.limits ?? {});
  const limit = limits.find(([key, { name }]) => key === words || name.en === words || name.zh === words);
  return limit === undefined ? null : handbook.origin(`pay.goodwill.limits.${limit[0]}`).clause;
}

/** An event that needs an amount and has none. */
export const noAmount = (event: StaffEvent): PayException => ({
  id: `event-amount:${cite(event.source)}`,
  staff: event.staff,
  amount: null,
  message: text(
    `${event.day} ${event.staff} "${event.what}" has no amount and changed no pay. Fill in amount in the events file.`,
    `${event.day} ${event.staff}“${event.what}”没有金额，未影响工资。请在事件表填写“金额”。`,
  ),
  sources: [event.source],
});
