/** The month's sales: order exports read, every order placed, every fen reconciled, per file and in all. */
import { type Fen, fen } from '../base/fen.js';
import { type Issue, outcome, type Outcome as Result } from '../base/issue.js';
import { cite } from '../base/source.js';
import type { Table } from '../base/table.js';
import type { Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Person } from '../people/person.js';
import { generic } from './adapters/generic.js';
import { ADAPTERS } from './adapters/index.js';
import { attribute, type Terms } from './attribute.js';
import { bareMarks } from './bare-marks.js';
import { heapsIn, sumsByDay } from './heaps.js';
import { type Compile, markReader } from './marks.js';
import type { AgentSales, FileSales, PlacedSales, Placement, Tally } from './order.js';
import { soldAlone, verdicts } from './placed.js';
import { type OrderFile, type Orders, readOrders } from './read-orders.js';
import { tallying } from './reconcile.js';
import { fileIssues, laterRefunds, placementIssues } from './sales-issues.js';

export interface SalesInput {
  readonly handbook: HandbookInForce;
  readonly people: readonly Person[];
  readonly month: Month;
  /** Needed where the handbook has marks of form `custom`. */
  readonly compile?: Compile;
}

/** Reads and places the orders of all tables; of overlapping files the later in the list wins. No tables: no sales. */
export function computeSales(tables: readonly Table[], input: SalesInput): Result<PlacedSales> {
  const own = input.handbook.values.sales.generic;
  const { late_refund, month_by } = input.handbook.values.sales;
  const read = readOrders(
    tables,
    own === undefined ? ADAPTERS : [...ADAPTERS, generic(own)],
    late_refund === 'month-of-refund' ? month_by : null,
  );
  const marks = markReader(input.handbook, input.people, input.month, input.compile ?? null);
  const issues: Issue[] = [...read.issues, ...marks.issues];
  if (read.value === null) return { value: null, issues };
  const orders = read.value;
  const sales = input.handbook.values.sales;
  const people = new Map(input.people.map((person) => [person.id, person]));
  const terms = orders.files.map((file): Terms => {
    const mode = sales.flag.platforms[file.platform] ?? sales.flag.mode;
    return {
      month: input.month,
      sales,
      marks: marks.read,
      people,
      flags: flagsOf(file, mode, sales.flag.counts === 'none'),
      flagsCount: mode !== 'ignored',
    };
  });
  const { result, doubtful, later, bare } = resultOf(orders, terms, input.month);
  issues.push(...fileIssues(orders.files, terms, sales), ...placementIssues(doubtful), ...bare, ...laterRefunds(later));
  return outcome(result, issues);
}

function flagsOf(file: OrderFile, mode: 'required' | 'if-present' | 'ignored', noneNeeded: boolean): Terms['flags'] {
  if (noneNeeded || mode === 'ignored') return 'not-needed';
  if (file.flag === 'column') return 'needed';
  return mode === 'required' ? 'unknown' : 'not-needed';
}

/** `doubtful`: what issues are made of; `later`: refunds of this month's orders that were made, and count, in a later month; `bare`: what bare names and numbers are said of. */
function resultOf(
  orders: Orders,
  terms: readonly Terms[],
  month: Month,
): {
  readonly result: PlacedSales;
  readonly doubtful: readonly Placement[];
  readonly later: readonly Placement[];
  readonly bare: readonly Issue[];
} {
  const { shelf } = orders;
  const byFile = orders.files.map(() => tallying());
  const agents = new Map<AgentSales['staff'], { orders: number; amount: number }>();
  const others = new Map<Month, { orders: number; amount: number }>();
  const doubtful: Placement[] = [];
  const kept = verdicts(shelf.size());
  const later: Placement[] = [];
  const bare = bareMarks();
  for (let at = 0; at < shelf.size(); at += 1) {
    const facts = shelf.factsAt(at);
    const file = shelf.fileAt(at);
    const verdict = attribute(facts, terms[file]!);
    byFile[file]!.add(facts, verdict);
    if (!kept.keep(at, verdict, facts))
      for (const { staff, amount } of verdict.shares) count(agents, staff, amount, facts.late === undefined ? 1 : 0);
    if (verdict.otherMonth !== null) count(others, verdict.otherMonth, verdict.net);
    if (verdict.outcome === 'unplaced' || verdict.glued !== undefined)
      doubtful.push({ order: shelf.orderAt(at), ...verdict });
    if (verdict.bare !== undefined) bare.add(verdict.bare, verdict.net, () => shelf.orderAt(at));
    if (facts.late === true && (verdict.otherMonth ?? month) > month)
      later.push({ order: shelf.orderAt(at), ...verdict });
  }
  for (const { staff, amount, orders } of kept.owners()) count(agents, staff, amount, orders);
  const whole = tallying(byFile);
  const files = orders.files.map(
    (file, at): FileSales => ({
      file: cite(file.source),
      adapter: file.adapter,
      generation: file.generation,
      platform: file.platform,
      orders: byFile[at]!.orders(),
      superseded: orders.repeats.superseded(at),
      flags: terms[at]!.flags,
      total: byFile[at]!.total(),
      counts: byFile[at]!.counts(),
    }),
  );
  const placed = (at: number): Placement => {
    const order = shelf.orderAt(at);
    return { order, ...attribute(order, terms[shelf.fileAt(at)]!) };
  };
  const result: PlacedSales = {
    month,
    placements: {
      *[Symbol.iterator]() {
        for (let at = 0; at < shelf.size(); at += 1) {
          if (!kept.isWanted(at)) continue;
          const number = kept.numberAt(at);
          const owner = number < 0 ? null : kept.said(number).owner;
          yield owner === null ? placed(at) : soldAlone(shelf.orderAt(at), owner);
        }
      },
    },
    heaps: { [Symbol.iterator]: () => heapsIn(shelf, kept, placed) },
    unplaced: doubtful.filter(({ outcome: said }) => said === 'unplaced'),
    orders: function* () {
      for (let at = 0; at < shelf.size(); at += 1) yield shelf.orderAt(at);
    },
    byDay: () => sumsByDay(shelf, kept, placed),
    total: whole.total(),
    counts: whole.counts(),
    files,
    agents: sorted(agents).map(([staff, sum]) => ({ staff, ...tallied(sum) })),
    otherMonths: sorted(others).map(([other, sum]) => ({ month: other, ...tallied(sum) })),
  };
  return { result, doubtful, later, bare: bare.issues() };
}

function count<K>(map: Map<K, { orders: number; amount: number }>, key: K, amount: Fen, orders = 1): void {
  const sum = map.get(key) ?? { orders: 0, amount: 0 };
  sum.orders += orders;
  sum.amount += amount;
  map.set(key, sum);
}

const tallied = (sum: { orders: number; amount: number }): Tally => ({ orders: sum.orders, amount: fen(sum.amount) });

const sorted = <K extends string, V>(map: ReadonlyMap<K, V>): [K, V][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
