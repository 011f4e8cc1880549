/** A department of invented people for the pay cases: handbooks in YAML over the shipped presets, facts by a word each. */
import type { AttendanceFacts, LeaveFact, ShiftFact } from '../../src/attendance/facts.js';
import { type Fen, fen, parseYuan } from '../../src/base/fen.js';
import { type Day, daysOf, type Month } from '../../src/calendar/day.js';
import type { HandbookInForce } from '../../src/handbook/in-force.js';
import { computePay } from '../../src/pay/compute.js';
import type { Derivation } from '../../src/pay/derivation.js';
import type { EarlierSlip, PayInput } from '../../src/pay/input.js';
import type { PayResult } from '../../src/pay/payslip.js';
import type { KpiValue, Person, StaffEvent, StaffId, Terms } from '../../src/people/person.js';
import { ABSENT, type Cell, onShift, REST, type Roster } from '../../src/roster/roster.js';
import { heapsOf } from '../../src/sales/heaps.js';
import type { Order, Placement, SalesResult } from '../../src/sales/order.js';
import { inForce } from '../handbook/trees.js';

/** 31 days, begins on a Tuesday: 23 days Monday to Friday, 4 Sundays. */
export const DECEMBER = '2026-12' as Month;
const DAYS = daysOf(DECEMBER);

export const yuan = (words: string): Fen => parseYuan(words)!;
export const day = (number: number, month = DECEMBER): Day => `${month}-${String(number).padStart(2, '0')}` as Day;
export const id = (words: string): StaffId => words as StaffId;

const terms = (salary: string | null, from: Day | null = null, row = 2): Terms => ({
  from,
  team: null,
  shifts: null,
  skills: [],
  mentor: null,
  post: null,
  postSalary: salary === null ? null : yuan(salary),
  source: { file: 'staff.csv', row },
});

/** @param salaries the monthly post salary, and later ones by the day from which they hold */
export const person = (
  number: string,
  salary: string | null = '5000',
  more: Partial<Person> = {},
  later: readonly (readonly [Day, string])[] = [],
): Person => ({
  id: id(number),
  name: `员工${number}`,
  hired: '2020-03-01' as Day,
  left: null,
  probationUntil: null,
  seniorityFrom: null,
  protectedUntil: null,
  terms: [terms(salary), ...later.map(([from, more]) => terms(more, from, 3))],
  source: { file: 'staff.csv', row: 2 },
  ...more,
});

/** 27 days of 白 and four rest days: the 5th, 12th, 19th, 26th; `cells` change single days. */
export function roster(people: readonly Person[], cells: Readonly<Record<number, Cell>> = {}): Roster {
  return {
    month: DECEMBER,
    revision: 1,
    pins: [],
    accepted: [],
    rows: people.map((one) => ({
      staff: one.id,
      name: one.name,
      cells: DAYS.map((date, index): Cell => {
        if ((one.hired !== null && date < one.hired) || (one.left !== null && date > one.left)) return ABSENT;
        return cells[index + 1] ?? ([5, 12, 19, 26].includes(index + 1) ? REST : onShift('白'));
      }),
    })),
  };
}

export const shift = (staff: string, number: number, more: Partial<ShiftFact> = {}): ShiftFact => ({
  staff: id(staff),
  day: day(number),
  shift: '白',
  plannedMinutes: 510,
  workedMinutes: more.absent ? 0 : 510,
  lateMinutes: 0,
  earlyMinutes: 0,
  missingPunches: 0,
  absent: false,
  extendedMinutes: 0,
  sources: [{ file: 'punches.csv', row: number + 1 }],
  ...more,
});

export const leaveOn = (staff: string, number: number, kind: string): LeaveFact => ({
  staff: id(staff),
  day: day(number),
  kind,
  source: { file: 'leave.csv', row: 2 },
});

export const punches = (shifts: readonly ShiftFact[], leave: readonly LeaveFact[] = []): AttendanceFacts => ({
  punched: true,
  shifts,
  leave,
  handOvers: [],
  uncovered: [],
  strays: [],
});

let eventRow = 1;
export const event = (
  staff: string,
  date: number | Day,
  kind: string,
  what: string,
  amount: string | null = null,
  more: Partial<StaffEvent> = {},
): StaffEvent => {
  eventRow += 1;
  return {
    staff: id(staff),
    day: typeof date === 'number' ? day(date) : date,
    kind,
    what,
    amount: amount === null ? null : yuan(amount),
    evidence: '',
    approvedBy: null,
    source: { file: 'events.csv', row: eventRow },
    ...more,
  };
};

export const kpi = (staff: string, name: string, value: string): KpiValue => ({
  staff: id(staff),
  kpi: name,
  value,
  source: { file: 'kpi.csv', row: 2 },
});

const order = (number: number, paid: Fen, shop: string): Order => ({
  platform: 'taobao',
  shop,
  number: `T${number}`,
  paid,
  refunded: fen(0),
  state: 'counts',
  status: '交易成功',
  paidOn: day(1),
  finishedOn: day(5),
  remark: '',
  flag: null,
  tags: [],
  source: { file: 'orders.csv', row: number + 1 },
});

/** Placements as they are summed. */
export const placed = (placements: readonly Placement[]) => ({
  placements,
  heaps: [...heapsOf(placements)],
  unplaced: placements.filter(({ outcome }) => outcome === 'unplaced'),
});

/** Sales as attribution leaves them. `who: null` is the pool; a third word names the shop. */
export function sales(...sold: readonly (readonly [string | null, string, string?])[]): SalesResult {
  const placements = sold.map(([who, amount, shop], at): Placement => {
    const one = order(at + 1, yuan(amount), shop ?? '');
    return {
      order: one,
      outcome: who === null ? 'pool' : 'agent',
      shares: who === null ? [] : [{ staff: id(who), amount: one.paid }],
      net: one.paid,
      otherMonth: null,
      reason: { en: '', zh: '' },
    };
  });
  const sum = (outcome: string): Fen =>
    fen(placements.filter((one) => one.outcome === outcome).reduce((total, one) => total + one.net, 0));
  const zero = fen(0);
  const [agents, pool] = [sum('agent'), sum('pool')];
  const total = {
    export: fen(agents + pool),
    agents,
    pool,
    unplaced: zero,
    waiting: zero,
    excluded: zero,
    refunded: zero,
    difference: zero,
  };
  const counts = { agent: 0, pool: 0, unplaced: 0, waiting: 0, excluded: 0, refunded: 0 };
  const rest = { total, counts, files: [], agents: [], otherMonths: [] };
  return { month: DECEMBER, ...placed(placements), ...rest };
}

/** What an earlier month handed on; only what a case needs is named. */
export const earlier = (month: string, ...slips: readonly (Partial<EarlierSlip> & { readonly staff: StaffId })[]) => ({
  month: month as Month,
  source: { file: `${month}/pay.json` },
  slips: slips.map(
    (slip): EarlierSlip => ({
      gross: fen(0),
      deductions: fen(0),
      net: fen(0),
      sales: [],
      carried: fen(0),
      daysInRow: 0,
      topSeller: 0,
      arrears: [],
      grade: null,
      away: { days: 0, of: 0 },
      annualLeave: 0,
      points: null,
      tax: null,
      ...slip,
    }),
  ),
});

/** Cases share handbooks: each is loaded once. */
const handbooks = new Map<string, HandbookInForce>();
function loaded(yaml: string): HandbookInForce {
  const handbook = handbooks.get(yaml) ?? inForce(yaml);
  handbooks.set(yaml, handbook);
  return handbook;
}

/** December with one person on 5,000.00, a full roster and no facts; `more` adds them. */
export function compute(handbook: string, more: Partial<PayInput> = {}): PayResult {
  const staff = more.staff ?? [person('1001')];
  return computePay({
    month: DECEMBER,
    handbook: loaded(handbook),
    staff,
    roster: roster(staff),
    attendance: punches([]),
    sales: null,
    events: [],
    kpis: [],
    earlier: [],
    arrears: [],
    exceptions: [],
    ...more,
  });
}

/** A line of somebody's slip; null where it does not stand there. */
export const lineOf = (result: PayResult, line: string, staff = '1001'): Derivation | null =>
  result.payslips.find((slip) => slip.id === staff)?.lines.find((one) => one.line === line) ?? null;

export const amountOf = (result: PayResult, line: string, staff = '1001'): number | null =>
  lineOf(result, line, staff)?.amount ?? null;
