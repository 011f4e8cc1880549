/** The month as the pay lines see it: every fact beside the person it belongs to. */

import type { LeaveFact, ShiftFact } from '../attendance/facts.js';
import { assert } from '../base/assert.js';
import { type Fen, fen } from '../base/fen.js';
import { type Day, daysOf, firstDay, isWeekend, lastDay, type Month, weekday } from '../calendar/day.js';
import { chinaCalendar, type DayKind } from '../calendar/holidays.js';
import type { HandbookInForce, Origin } from '../handbook/in-force.js';
import type { Pay } from '../handbook/schema/pay.js';
import { employedOn, type KpiValue, type Person, type StaffEvent, type StaffId } from '../people/person.js';
import type { TaxTerms } from '../people/tax.js';
import type { DutyEntry } from '../roster/duty/read-duty.js';
import type { RosterRow } from '../roster/roster.js';
import type { EarlierMonth, EarlierSlip, PayInput } from './input.js';
import type { Arrears } from './life/arrears.js';
import { byText, type Sale, type Sold, soldIn } from './sold.js';

const calendar = chinaCalendar();

export interface PersonMonth {
  readonly person: Person;
  readonly id: StaffId;
  /** Days of the month on which the person is employed, in order. */
  readonly employed: readonly Day[];
  readonly row: RosterRow | null;
  readonly shifts: readonly ShiftFact[];
  readonly leave: readonly LeaveFact[];
  readonly sales: readonly Sale[];
  readonly sold: Fen;
  /** Up to the month's end, by day; the earlier ones only for counting. */
  readonly events: readonly StaffEvent[];
  readonly kpis: readonly KpiValue[];
  /** Rows of the duty list: stays on after the late shift. */
  readonly duties: readonly DutyEntry[];
}

export interface PayMonth {
  readonly month: Month;
  readonly days: readonly Day[];
  readonly first: Day;
  readonly last: Day;
  /** What kind of day each is, asked of the calendar once. */
  readonly kinds: ReadonlyMap<Day, DayKind>;
  /** Monday to Friday, holidays included: what the legal 21.75 counts. */
  readonly weekdays: ReadonlySet<Day>;
  readonly sundays: number;
  readonly handbook: HandbookInForce;
  readonly pay: Pay;
  /** By employee number, so that the order of the staff list moves no fen. */
  readonly people: readonly PersonMonth[];
  /** Sales that no agent's mark claims. */
  readonly pool: Fen;
  readonly sold: Sold;
  /** Earlier months, the latest first. */
  readonly earlier: readonly EarlierMonth[];
  readonly arrears: readonly Arrears[];
  readonly tax: ReadonlyMap<StaffId, TaxTerms>;
  readonly earlierOf: (staff: StaffId) => readonly { readonly month: EarlierMonth; readonly slip: EarlierSlip }[];
}

/** Facts by key, in the order of their first appearance. */
export const grouped = <T, K>(facts: Iterable<T>, key: (fact: T) => K): Map<K, T[]> => {
  const groups = new Map<K, T[]>();
  for (const fact of facts) {
    const group = groups.get(key(fact));
    if (group === undefined) groups.set(key(fact), [fact]);
    else group.push(fact);
  }
  return groups;
};

/** A fine of -10.00 would raise pay: such an event is shown to the clerk and changes nothing. */
export const isNegative = (event: StaffEvent): boolean => event.amount !== null && event.amount < 0;

/** By day, then what happened; the row of the file decides only between events that are the same. */
const byDay = (a: StaffEvent, b: StaffEvent): number =>
  byText(a.day, b.day) ||
  byText(a.what, b.what) ||
  (a.amount ?? 0) - (b.amount ?? 0) ||
  byText(a.source.file, b.source.file) ||
  (a.source.row ?? 0) - (b.source.row ?? 0);

/**
 * Arranges a month's facts by person. Everybody employed on a day of the month has a slip, and whoever left earlier but
 * has sales, events of the month or arrears. A carried loss alone makes no slip: there is no wage to take it from.
 */
export function monthOfPay(input: PayInput): PayMonth {
  const { month } = input;
  assert(
    input.roster === null || input.roster.month === month,
    `the roster of ${input.roster?.month} cannot pay ${month}: its cells are other days`,
  );
  const handbook = remembering(input.handbook);
  const days = daysOf(month);
  const [first, last] = [firstDay(month), lastDay(month)];
  const rows = new Map(input.roster?.rows.map((row) => [row.staff, row]));
  const shifts = grouped(input.attendance?.shifts ?? [], (fact) => fact.staff);
  const leave = grouped(input.attendance?.leave ?? [], (fact) => fact.staff);
  const events = grouped(
    input.events.filter((event) => event.day <= last && !isNegative(event)),
    (event) => event.staff,
  );
  const kpis = grouped(input.kpis, (kpi) => kpi.staff);
  const duties = grouped(
    (input.duties ?? []).filter(({ kind }) => kind === 'duty'),
    ({ staff }) => staff,
  );
  const sold = soldIn(input.sales ?? { heaps: [], unplaced: [] }, new Set(input.staff.map(({ id }) => id)));
  const earlier = input.earlier.filter((before) => before.month < month).sort((a, b) => byText(b.month, a.month));
  const slips = grouped(
    earlier.flatMap((before) => before.slips.map((slip) => ({ month: before, slip }))),
    ({ slip }) => slip.staff,
  );
  const owed = new Set(input.arrears.map(({ staff }) => staff));
  const people = input.staff
    .map((person): PersonMonth => {
      const own = sold.byStaff.get(person.id) ?? [];
      return {
        person,
        id: person.id,
        employed: days.filter((day) => employedOn(person, day)),
        row: rows.get(person.id) ?? null,
        shifts: shifts.get(person.id) ?? [],
        leave: leave.get(person.id) ?? [],
        sales: own,
        sold: fen(own.reduce((sum, sale) => sum + sale.amount, 0)),
        events: (events.get(person.id) ?? []).sort(byDay),
        kpis: kpis.get(person.id) ?? [],
        duties: duties.get(person.id) ?? [],
      };
    })
    .filter(
      ({ id, employed, sales: own, events: happened }) =>
        employed.length > 0 || own.length > 0 || happened.some((event) => event.day >= first) || owed.has(id),
    )
    .sort((a, b) => byText(a.id, b.id));
  return {
    month,
    days,
    first,
    last,
    kinds: new Map(days.map((day) => [day, calendar.info(day).kind])),
    weekdays: new Set(days.filter((day) => !isWeekend(day))),
    sundays: days.filter((day) => weekday(day) === 7).length,
    handbook,
    pay: handbook.values.pay,
    people,
    pool: input.sales?.total.pool ?? fen(0),
    sold,
    earlier,
    arrears: input.arrears,
    tax: new Map((input.tax ?? []).map((terms) => [terms.staff, terms])),
    earlierOf: (staff) => slips.get(staff) ?? [],
  };
}

/** Every slip asks for the same few clauses: each is looked up once. */
function remembering(handbook: HandbookInForce): HandbookInForce {
  const known = new Map<string, Origin>();
  return {
    ...handbook,
    origin: (path) => {
      const origin = known.get(path) ?? handbook.origin(path);
      known.set(path, origin);
      return origin;
    },
  };
}

/** Events of the month itself. */
export const eventsOf = (month: PayMonth, person: PersonMonth): StaffEvent[] =>
  person.events.filter((event) => event.day >= month.first);
