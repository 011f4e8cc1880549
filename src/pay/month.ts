/** The month as the pay lines see it: every fact beside the person it belongs to. */

import type { LeaveFact, ShiftFact } from '../attendance/facts.js';
import { assert } from '../base/assert.js';
import { type Fen, fen } from '../base/fen.js';
import type { SourceRef } from '../base/source.js';
import { type Day, daysOf, firstDay, isWeekend, lastDay, type Month, weekday } from '../calendar/day.js';
import { chinaCalendar, type DayKind } from '../calendar/holidays.js';
import type { HandbookInForce, Origin } from '../handbook/in-force.js';
import type { Pay } from '../handbook/schema/pay.js';
import { employedOn, type KpiValue, type Person, type StaffEvent, type StaffId } from '../people/person.js';
import type { TaxTerms } from '../people/tax.js';
import type { DutyEntry } from '../roster/duty/read-duty.js';
import type { RosterRow } from '../roster/roster.js';
import type { Order, Platform } from '../sales/order.js';
import type { EarlierMonth, EarlierSlip, PayInput } from './input.js';
import type { Arrears } from './life/arrears.js';

const calendar = chinaCalendar();

/** What one person sold in one shop on one platform: orders are summed at once, there may be millions. */
export interface Sale {
  readonly shop: string;
  readonly platform: Platform;
  readonly amount: Fen;
  /** A line of a summary stands for several, a refund by itself for none. */
  readonly orders: number;
  /** The part of `amount` that is refunds of earlier months' orders: zero or below. */
  readonly late: Fen;
  /** One for each file, with all its rows. */
  readonly sources: readonly SourceRef[];
}

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

/** Plain comparison of texts: the same on every machine. */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

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
 * has sales, events of the month or a carried loss.
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
  const sales = salesByStaff(input);
  const earlier = input.earlier.filter((before) => before.month < month).sort((a, b) => byText(b.month, a.month));
  const slips = grouped(
    earlier.flatMap((before) => before.slips.map((slip) => ({ month: before, slip }))),
    ({ slip }) => slip.staff,
  );
  const owed = new Set(input.arrears.map(({ staff }) => staff));
  const people = input.staff
    .map((person): PersonMonth => {
      const own = sales.get(person.id) ?? [];
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
        employed.length > 0 ||
        own.length > 0 ||
        happened.some((event) => event.day >= first) ||
        owed.has(id) ||
        (slips.get(id)?.[0]?.slip.carried ?? 0) > 0,
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

interface Heap {
  readonly shop: string;
  readonly platform: Platform;
  amount: number;
  orders: number;
  late: number;
  /** Rows by file; none: the file as a whole. */
  readonly files: Map<string, { readonly source: SourceRef; readonly rows: number[] }>;
}

/** By person, and there by shop and platform: the order of files and rows moves nothing. */
function salesByStaff(input: PayInput): Map<StaffId, Sale[]> {
  const heaps = new Map<StaffId, Heap[]>();
  for (const { order, shares } of input.sales?.placements ?? []) {
    for (const { staff, amount } of shares) addSale(listIn(heaps, staff), order, amount);
  }
  return new Map([...heaps].map(([staff, own]) => [staff, own.map(saleOf).sort(byPlace)]));
}

function addSale(heaps: Heap[], { shop, platform, merged, late, source }: Order, amount: Fen): void {
  let heap = heaps.find((one) => one.shop === shop && one.platform === platform);
  if (heap === undefined) {
    heap = { shop, platform, amount: 0, orders: 0, late: 0, files: new Map() };
    heaps.push(heap);
  }
  heap.amount += amount;
  heap.orders += late === true ? 0 : (merged ?? 1);
  if (late === true) heap.late += amount;
  const key = source.sheet === undefined ? source.file : `${source.file}#${source.sheet}`;
  const file = heap.files.get(key);
  if (file === undefined) heap.files.set(key, { source, rows: source.row === undefined ? [] : [source.row] });
  else if (source.row !== undefined) file.rows.push(source.row);
}

const saleOf = ({ files, amount, late, ...heap }: Heap): Sale => ({
  ...heap,
  late: fen(late),
  amount: fen(amount),
  sources: [...files.values()]
    .sort((a, b) => byText(a.source.file, b.source.file))
    .map(({ source, rows }) => rowsOf(source, rows)),
});

function rowsOf({ row: _, ...place }: SourceRef, rows: readonly number[]): SourceRef {
  if (rows.length === 1) return { ...place, row: rows[0]! };
  return rows.length === 0 ? place : { ...place, rows: [...rows].sort((a, b) => a - b) };
}

const byPlace = (a: Sale, b: Sale): number => byText(a.shop, b.shop) || byText(a.platform, b.platform);

function listIn<K, V>(lists: Map<K, V[]>, key: K): V[] {
  const found = lists.get(key);
  if (found !== undefined) return found;
  const list: V[] = [];
  lists.set(key, list);
  return list;
}

/** Events of the month itself. */
export const eventsOf = (month: PayMonth, person: PersonMonth): StaffEvent[] =>
  person.events.filter((event) => event.day >= month.first);
