/** Lines whose amounts stand on the events themselves: additions and deductions that somebody decided. */
import { showYuan } from '../base/fen.js';
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
        const says = same(`${event.day} ${showYuan(amount)}`);
        return [derive(cites, { amount, path: line.path, label: same(event.what), says, sources: [event.source] })];
      });
      const exceptions = events.filter((event) => event.amount === null).map(noAmount);
      return { derivation: total(cites, line.path, parts), exceptions };
    },
  };
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
