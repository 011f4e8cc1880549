/**
 * A month's orders in short: agent x shop x day x outcome, with counts and amounts. Summaries add up, so the exports of a
 * hundred shops can be placed on many machines and the sums brought together to the same fen.
 */
import { type Drawn, drawn } from '../base/drawn.js';
import { type Fen, fen, formatYuan, parseYuan } from '../base/fen.js';
import { error, outcome, type Outcome as Result } from '../base/issue.js';
import { shown } from '../base/shown.js';
import type { SourceRef } from '../base/source.js';
import { same, text } from '../base/text.js';
import { type Month, parseDay } from '../calendar/day.js';
import type { StaffId } from '../people/person.js';
import { plainAmount } from './adapters/cells.js';
import type {
  AgentSales,
  FileSales,
  Heap,
  Order,
  Outcome,
  PlacedSales,
  Placement,
  Platform,
  SalesResult,
  Tally,
} from './order.js';

/** One line: all orders alike in these four. An unplaced order stands alone, with its number and why. */
interface Line {
  readonly outcome: Outcome;
  readonly staff: string | null;
  readonly platform: Platform;
  readonly shop: string;
  readonly day: string | null;
  readonly orders: number;
  readonly amount: string;
  readonly order?: string;
  readonly reason?: string;
}

/** What the file holds beside the sums. */
export interface SummaryHead {
  readonly month: Month;
  /** Fingerprint of the rules and people the orders were placed by. */
  readonly rules: string;
  readonly read: readonly { readonly file: string; readonly sha256: string }[];
  readonly keys: { readonly file: string; readonly sha256: string };
}

const KIND = 'rosterpay orders summary 1';

/** The lines, in the order of their words. */
function linesOf(sales: PlacedSales): Drawn<Line> {
  const sums = new Map<string, { line: Line; orders: number; amount: number }>();
  const add = (key: string, orders: number, amount: Fen, line: Omit<Line, 'orders' | 'amount'>): void => {
    const sum = sums.get(key) ?? { line: { ...line, orders: 0, amount: '' }, orders: 0, amount: 0 };
    sum.orders += orders;
    sum.amount += amount;
    sums.set(key, sum);
  };
  for (const { order, net, reason } of sales.unplaced) {
    const { platform, shop, number, paidOn: day } = order;
    const named = { outcome: 'unplaced' as const, platform, shop, day, staff: null, order: number, reason: reason.en };
    add(`unplaced ${platform} ${shop} ${number}`, order.merged ?? 1, net, named);
  }
  for (const { orders, amount, outcome: placed, staff, platform, shop, day } of sales.byDay())
    add([placed, staff, platform, shop, day].join('\n'), orders, amount, {
      outcome: placed,
      platform,
      shop,
      day,
      staff,
    });
  const sorted = [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
  return drawn(sorted, ([, { line, orders, amount }]) => ({ ...line, orders, amount: formatYuan(fen(amount)) }));
}

const yuan = (sums: Readonly<Record<string, Fen>>): Record<string, string> =>
  Object.fromEntries(Object.entries(sums).map(([key, amount]) => [key, formatYuan(amount)]));

/** The document, ready to be written as JSON. Amounts are yuan. */
export const summaryDocument = (sales: PlacedSales, head: SummaryHead): Readonly<Record<string, unknown>> => ({
  kind: KIND,
  ...head,
  reconciliation: yuan({ ...sales.total }),
  counts: sales.counts,
  files: sales.files.map((file) => ({
    ...file,
    superseded: { orders: file.superseded.orders, amount: formatYuan(file.superseded.amount) },
    total: yuan({ ...file.total }),
  })),
  agents: sales.agents.map((agent) => ({ ...agent, amount: formatYuan(agent.amount) })),
  otherMonths: sales.otherMonths.map((other) => ({ ...other, amount: formatYuan(other.amount) })),
  lines: linesOf(sales),
});

/** A summary that was read back. */
export interface Summary {
  readonly head: SummaryHead;
  readonly sales: SalesResult;
}

type Plain = Readonly<Record<string, unknown>>;

/** Thrown and caught in this module only: the document is not what we wrote. */
class Unlike extends Error {}

const plain = (value: unknown): Plain => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new Unlike();
  return value as Plain;
};
const list = (value: unknown): readonly unknown[] => {
  if (!Array.isArray(value)) throw new Unlike();
  return value;
};
const word = (value: unknown): string => {
  if (typeof value !== 'string') throw new Unlike();
  return value;
};
const count = (value: unknown): number => {
  if (!Number.isSafeInteger(value) || (value as number) < 0) throw new Unlike();
  return value as number;
};
const amountOf = (value: unknown): Fen => {
  const words = word(value);
  const amount = plainAmount(words) ?? parseYuan(words);
  if (amount === null) throw new Unlike();
  return amount;
};
const amounts = <K extends string>(value: unknown, keys: readonly K[]): Record<K, Fen> => {
  const sums = plain(value);
  return Object.fromEntries(keys.map((key) => [key, amountOf(sums[key])])) as Record<K, Fen>;
};

const PARTS = ['export', 'agents', 'pool', 'unplaced', 'waiting', 'excluded', 'refunded', 'difference'] as const;
const OUTCOMES: readonly Outcome[] = ['agent', 'pool', 'unplaced', 'waiting', 'excluded', 'refunded'];

const countsOf = (value: unknown): Record<Outcome, number> => {
  const counts = plain(value);
  return Object.fromEntries(OUTCOMES.map((key) => [key, count(counts[key])])) as Record<Outcome, number>;
};
const tally = (value: Plain) => ({ orders: count(value.orders), amount: amountOf(value.amount) });

/** Reads a summary back. Errors: `summary-unreadable`. */
export function readSummary(document: unknown, source: SourceRef): Result<Summary> {
  try {
    const all = plain(document);
    if (all.kind !== KIND) throw new Unlike();
    const keys = plain(all.keys);
    const head: SummaryHead = {
      month: word(all.month) as Month,
      rules: word(all.rules),
      read: list(all.read).map((one) => ({ file: word(plain(one).file), sha256: word(plain(one).sha256) })),
      keys: { file: word(keys.file), sha256: word(keys.sha256) },
    };
    const lines = list(all.lines);
    const { heaps, unplaced } = heapsOf(lines, source);
    const sales: SalesResult = {
      month: head.month,
      placements: {
        *[Symbol.iterator]() {
          for (const [at, line] of lines.entries()) {
            const read = lineOf(plain(line));
            if (read !== null) yield placementOf(read, { ...source, row: at + 1 });
          }
        },
      },
      heaps,
      unplaced,
      total: amounts(all.reconciliation, PARTS),
      counts: countsOf(all.counts),
      files: list(all.files).map((file) => fileOf(plain(file))),
      agents: list(all.agents).map(
        (one): AgentSales => ({ staff: word(plain(one).staff) as StaffId, ...tally(plain(one)) }),
      ),
      otherMonths: list(all.otherMonths).map((one) => ({
        month: word(plain(one).month) as Month,
        ...tally(plain(one)),
      })),
    };
    if (!addsUp(sales, heaps)) throw new Unlike();
    return outcome({ head, sales }, []);
  } catch (thrown) {
    if (!(thrown instanceof Unlike)) throw thrown;
    const says = text('this is not a whole summary of orders.', '不是完整的订单汇总文件。');
    const hint = text('Write it again with pay orders --summary.', '请用 pay orders --summary 重新生成。');
    return { value: null, issues: [error('summary-unreadable', source, says, hint)] };
  }
}

/** A line of an agent's orders (`staff`) or of an unplaced one. */
interface ReadLine extends Tally {
  readonly staff: StaffId | null;
  readonly platform: Platform;
  readonly shop: string;
  readonly day: string | null;
  /** Of an unplaced order its number and why. */
  readonly number: string;
  readonly reason: string;
}

/** The sums of the lines are the sums above them: a line that was changed or lost is found. */
function addsUp({ total, counts, unplaced }: SalesResult, heaps: readonly Heap[]): boolean {
  const parts = total.agents + total.pool + total.unplaced + total.waiting + total.excluded + total.refunded;
  const sums = [heaps.reduce((sum, { amount }) => sum + amount, 0), unplaced.reduce((sum, { net }) => sum + net, 0)];
  const isWhole = sums[0] === total.agents && sums[1] === total.unplaced && unplaced.length === counts.unplaced;
  return isWhole && parts === total.export && total.difference === 0;
}

/** An agent's lines of one shop follow one another: they become one heap, with the rows of all. */
function heapsOf(lines: readonly unknown[], source: SourceRef): { heaps: Heap[]; unplaced: Placement[] } {
  const heaps: { staff: StaffId; platform: Platform; shop: string; amount: number; orders: number; rows: number[] }[] =
    [];
  const unplaced: Placement[] = [];
  lines.forEach((line, at) => {
    const read = lineOf(plain(line));
    if (read === null) return;
    const { staff, platform, shop, amount, orders } = read;
    const last = heaps.at(-1);
    if (staff === null) unplaced.push(placementOf(read, { ...source, row: at + 1 }));
    else if (last !== undefined && last.staff === staff && last.platform === platform && last.shop === shop) {
      last.amount += amount;
      last.orders += orders;
      last.rows.push(at + 1);
    } else heaps.push({ staff, platform, shop, amount, orders, rows: [at + 1] });
  });
  return {
    heaps: heaps.map(({ rows, amount, ...heap }) => ({
      ...heap,
      amount: fen(amount),
      late: fen(0),
      source: rows.length === 1 ? { ...source, row: rows[0]! } : { ...source, rows },
    })),
    unplaced,
  };
}

/** Lines of agents and unplaced orders, as pay reads them; of the others, null, the sums are enough. */
function lineOf(line: Plain): ReadLine | null {
  const placed = OUTCOMES.find((one) => one === line.outcome);
  if (placed === undefined) throw new Unlike();
  const isUnplaced = placed === 'unplaced';
  const read: ReadLine = {
    orders: count(line.orders),
    amount: amountOf(line.amount),
    staff: placed === 'agent' ? (word(line.staff) as StaffId) : null,
    platform: word(line.platform) as Platform,
    shop: word(line.shop),
    day: line.day === null ? null : word(line.day),
    number: isUnplaced ? word(line.order) : '',
    reason: isUnplaced ? word(line.reason) : '',
  };
  return placed === 'agent' || isUnplaced ? read : null;
}

const SUMMED = text('from a summary', '来自汇总');

function placementOf(line: ReadLine, source: SourceRef): Placement {
  const { staff, platform, shop, day, number, reason, orders, amount } = line;
  const order: Order = {
    platform,
    shop,
    number,
    paid: amount,
    refunded: fen(0),
    state: 'counts',
    status: '',
    paidOn: day === null ? null : parseDay(day),
    finishedOn: null,
    remark: '',
    flag: 'no-column',
    tags: [],
    merged: orders,
    source,
  };
  const about = { order, net: amount, otherMonth: null };
  return staff === null
    ? { ...about, outcome: 'unplaced', shares: [], reason: same(shown(reason, 120)) }
    : { ...about, outcome: 'agent', shares: [{ staff, amount }], reason: SUMMED };
}

const fileOf = (file: Plain): FileSales => ({
  file: word(file.file),
  adapter: word(file.adapter),
  generation: word(file.generation),
  platform: word(file.platform) as Platform,
  orders: count(file.orders),
  superseded: tally(plain(file.superseded)),
  flags: word(file.flags) as FileSales['flags'],
  total: amounts(file.total, PARTS),
  counts: countsOf(file.counts),
});

/** Results added up; of orders that stand in two of them the caller has told before (order-hashes.ts). */
export function addSales(parts: readonly SalesResult[], month: Month): SalesResult {
  const total = Object.fromEntries(
    PARTS.map((key) => [key, fen(parts.reduce((sum, part) => sum + part.total[key], 0))]),
  ) as Record<(typeof PARTS)[number], Fen>;
  const counts = Object.fromEntries(
    OUTCOMES.map((key) => [key, parts.reduce((sum, part) => sum + part.counts[key], 0)]),
  ) as Record<Outcome, number>;
  return {
    month,
    placements: {
      *[Symbol.iterator]() {
        for (const { placements } of parts) yield* placements;
      },
    },
    heaps: {
      *[Symbol.iterator]() {
        for (const { heaps } of parts) yield* heaps;
      },
    },
    unplaced: parts.flatMap(({ unplaced }) => unplaced),
    total,
    counts,
    files: parts.flatMap(({ files }) => files),
    agents: summed(parts.flatMap(({ agents }) => agents.map((one) => [one.staff, one] as const))).map(
      ([staff, sum]) => ({ staff, ...sum }),
    ),
    otherMonths: summed(parts.flatMap(({ otherMonths }) => otherMonths.map((one) => [one.month, one] as const))).map(
      ([other, sum]) => ({ month: other, ...sum }),
    ),
  };
}

function summed<K extends string>(all: readonly (readonly [K, { orders: number; amount: Fen }])[]) {
  const sums = new Map<K, { orders: number; amount: Fen }>();
  for (const [key, { orders, amount }] of all) {
    const sum = sums.get(key) ?? { orders: 0, amount: fen(0) };
    sums.set(key, { orders: sum.orders + orders, amount: fen(sum.amount + amount) });
  }
  return [...sums].sort(([a], [b]) => (a < b ? -1 : 1));
}
