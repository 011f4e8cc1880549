/** A month's attendance in sums a person: what `pay attendance` shows and what the pay lines reckon with, overtime by their own rule. */
import type { AttendanceFacts, ShiftFact } from '../attendance/facts.js';
import type { Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { PayInput } from '../pay/input.js';
import { monthOfPay } from '../pay/month.js';
import { overtimeOf } from '../pay/overtime.js';
import type { Person, StaffEvent, StaffId } from '../people/person.js';
import type { Roster } from '../roster/roster.js';

/** What the sums are made of. */
export interface AttendanceMonth {
  readonly month: Month;
  readonly handbook: HandbookInForce;
  readonly people: readonly Person[];
  readonly roster: Roster;
  readonly events: readonly StaffEvent[];
  readonly facts: AttendanceFacts;
}

/** One person's month. Minutes and times. */
export interface Sums {
  readonly staff: StaffId;
  readonly name: string;
  readonly shifts: number;
  readonly planned: number;
  readonly worked: number;
  /** Of `worked`: on statutory holidays, and on the weekend or a day made free by swap. */
  readonly onHolidays: number;
  readonly onRestDays: number;
  /** Extended service and meetings count; rest days that a workday's rest made up for do not. Null: no pay chapter says which hours. */
  readonly overtime: { readonly workdays: number; readonly restDays: number; readonly holidays: number } | null;
  readonly late: { readonly times: number; readonly minutes: number };
  readonly early: { readonly times: number; readonly minutes: number };
  readonly missingPunches: number;
  readonly absent: number;
  readonly extended: number;
  /** Days by kind. */
  readonly leave: ReadonlyMap<string, number>;
}

const total = <T>(facts: readonly T[], of: (fact: T) => number): number =>
  facts.reduce((sum, fact) => sum + of(fact), 0);

const timesAnd = (facts: readonly ShiftFact[], of: (fact: ShiftFact) => number) => ({
  times: facts.filter((fact) => of(fact) > 0).length,
  minutes: total(facts, of),
});

/** Everybody with a shift or a day of leave, by employee number. */
export function sumsOf(input: AttendanceMonth): Sums[] {
  const { facts, handbook } = input;
  const month = monthOfPay(asPayInput(input));
  const hours = handbook.values.pay.attendance?.overtime.hours ?? null;
  const [shifts, leave] = [byStaff(facts.shifts), byStaff(facts.leave)];
  return [...new Set([...shifts.keys(), ...leave.keys()])].sort().map((staff): Sums => {
    const own = shifts.get(staff) ?? [];
    const on = (...kinds: readonly string[]): number =>
      total(
        own.filter(({ day }) => kinds.includes(month.kinds.get(day)!)),
        ({ workedMinutes }) => workedMinutes,
      );
    const days = new Map<string, number>();
    for (const { kind } of leave.get(staff) ?? []) days.set(kind, (days.get(kind) ?? 0) + 1);
    const person = month.people.find(({ id }) => id === staff);
    const over = person === undefined || hours === null ? null : overtimeOf(month, person, hours);
    const minutes = (list: readonly { readonly minutes: number }[]): number => total(list, (one) => one.minutes);
    return {
      staff,
      name: person?.person.name ?? input.people.find(({ id }) => id === staff)?.name ?? '',
      shifts: own.length,
      planned: total(own, ({ plannedMinutes }) => plannedMinutes),
      worked: total(own, ({ workedMinutes }) => workedMinutes),
      onHolidays: on('statutory'),
      onRestDays: on('weekend', 'swapped-rest'),
      overtime:
        over === null
          ? null
          : { workdays: minutes(over.weekday), restDays: minutes(over.restDay), holidays: minutes(over.holiday) },
      late: timesAnd(own, ({ lateMinutes }) => lateMinutes),
      early: timesAnd(own, ({ earlyMinutes }) => earlyMinutes),
      missingPunches: total(own, ({ missingPunches }) => missingPunches),
      absent: own.filter(({ absent }) => absent).length,
      extended: total(own, ({ extendedMinutes }) => extendedMinutes),
      leave: days,
    };
  });
}

function byStaff<T extends { readonly staff: StaffId }>(facts: readonly T[]): Map<StaffId, T[]> {
  const groups = new Map<StaffId, T[]>();
  for (const fact of facts) {
    const group = groups.get(fact.staff);
    if (group === undefined) groups.set(fact.staff, [fact]);
    else group.push(fact);
  }
  return groups;
}

const asPayInput = ({ month, handbook, people, roster, events, facts }: AttendanceMonth): PayInput => ({
  month,
  handbook,
  staff: people,
  roster,
  attendance: facts,
  sales: null,
  events,
  kpis: [],
  earlier: [],
  arrears: [],
  exceptions: [],
});
