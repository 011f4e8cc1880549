/** The month's sales: order exports read, every order placed, every fen reconciled, per file and in all. */
import { type Fen, fen, showYuan } from '../base/fen.js';
import { error, type Issue, info, outcome, type Outcome as Result, warning } from '../base/issue.js';
import { shown } from '../base/shown.js';
import { cite, type SourceRef } from '../base/source.js';
import type { Table } from '../base/table.js';
import { text } from '../base/text.js';
import type { Month } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import type { Person } from '../people/person.js';
import { generic } from './adapters/generic.js';
import { ADAPTERS } from './adapters/index.js';
import { attribute, type Terms } from './attribute.js';
import { markReader } from './marks.js';
import type { AgentSales, FileSales, Placement, SalesResult, Tally } from './order.js';
import { type OrderFile, type Orders, readOrders } from './read-orders.js';
import { tallying } from './reconcile.js';

export interface SalesInput {
  readonly handbook: HandbookInForce;
  readonly people: readonly Person[];
  readonly month: Month;
}

/** Reads and places the orders of all tables; of overlapping files the later in the list wins. No tables: no sales. */
export function computeSales(tables: readonly Table[], input: SalesInput): Result<SalesResult> {
  const own = input.handbook.values.sales.generic;
  const read = readOrders(tables, own === undefined ? ADAPTERS : [...ADAPTERS, generic(own)]);
  const marks = markReader(input.handbook, input.people);
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
  const placements = orders.orders.map((order, at) => attribute(order, terms[orders.fileOf[at]!]!));
  issues.push(...fileIssues(orders.files, terms, sales), ...placementIssues(placements));
  return outcome(resultOf(orders, placements, terms, input.month), issues);
}

function flagsOf(file: OrderFile, mode: 'required' | 'if-present' | 'ignored', noneNeeded: boolean): Terms['flags'] {
  if (noneNeeded || mode === 'ignored') return 'not-needed';
  if (file.flag === 'column') return 'needed';
  return mode === 'required' ? 'unknown' : 'not-needed';
}

function fileIssues(files: readonly OrderFile[], terms: readonly Terms[], sales: Terms['sales']): Issue[] {
  return files.flatMap((file, at) => {
    const issues: Issue[] = [];
    if (sales.month_by === 'finished' && !file.finishes) {
      issues.push(
        error(
          'orders-without-finish',
          file.source,
          text(
            `the ${file.name.en} of these headings (${file.generation}) does not say when an order was finished, and sales.month_by is finished.`,
            `此${file.name.zh}（${file.generation} 版表头）没有完成时间，而 sales.month_by 为 finished。`,
          ),
          text('Set sales.month_by: paid, or export the column.', '请设 sales.month_by: paid，或导出该列。'),
        ),
      );
    }
    if (terms[at]!.flags === 'unknown') {
      issues.push(
        warning(
          'flag-column-missing',
          file.source,
          text(
            `a ${sales.flag.counts} flag is required for ${file.platform}, but the file has no flags: its marked orders are left unplaced.`,
            `${file.platform} 要求插旗 ${sales.flag.counts}，但文件中没有插旗信息：有标记的订单未归属。`,
          ),
          text(
            `Set sales.flag.platforms.${file.platform}: if-present, or take an export that holds the flags.`,
            `请设 sales.flag.platforms.${file.platform}: if-present，或使用带插旗信息的导出。`,
          ),
        ),
      );
    }
    return issues;
  });
}

/** Says with count and sum what the clerk should look at; the orders themselves stand in the placements. */
function placementIssues(placements: readonly Placement[]): Issue[] {
  const statuses = new Map<
    string,
    { count: number; sum: number; readonly first: SourceRef; readonly platform: string }
  >();
  let glued = 0;
  let gluedFirst: Placement | null = null;
  for (const placement of placements) {
    const { order } = placement;
    if (placement.outcome === 'unplaced' && order.state === 'unknown' && order.doubt === undefined) {
      const there = statuses.get(order.status) ?? { count: 0, sum: 0, first: order.source, platform: order.platform };
      there.count += 1;
      there.sum += placement.net;
      statuses.set(order.status, there);
    }
    if (placement.outcome === 'pool' && placement.glued !== undefined) {
      glued += 1;
      gluedFirst ??= placement;
    }
  }
  const issues = [...statuses].map(([status, { count, sum, first, platform }]) =>
    warning(
      'order-status-unknown',
      first,
      text(
        `${platform} does not know the status "${shown(status)}": ${count} orders, ${showYuan(fen(sum))}, left unplaced.`,
        `${platform} 未知订单状态“${shown(status)}”：${count} 笔，共 ${showYuan(fen(sum))}，未归属。`,
      ),
      text('Check the file; tell us the status if it is new.', '请检查文件；若为平台新状态，请告知我们。'),
    ),
  );
  if (gluedFirst !== null) {
    issues.push(
      info(
        'mark-glued',
        gluedFirst.order.source,
        text(
          `${glued} orders are in the pool whose remark holds a staff number inside other words, first "${shown(gluedFirst.order.remark)}".`,
          `${glued} 笔公共订单的备注中工号与其他文字连写，首例“${shown(gluedFirst.order.remark)}”。`,
        ),
        text('A number counts when it stands alone: put a space before it.', '工号须单独书写：请在前面加空格。'),
      ),
    );
  }
  return issues;
}

function resultOf(
  orders: Orders,
  placements: readonly Placement[],
  terms: readonly Terms[],
  month: Month,
): SalesResult {
  const whole = tallying();
  const byFile = orders.files.map(() => tallying());
  const agents = new Map<AgentSales['staff'], { orders: number; amount: number }>();
  const others = new Map<Month, { orders: number; amount: number }>();
  placements.forEach((placement, at) => {
    whole.add(placement);
    byFile[orders.fileOf[at]!]!.add(placement);
    for (const { staff, amount } of placement.shares) count(agents, staff, amount);
    if (placement.otherMonth !== null) count(others, placement.otherMonth, placement.net);
  });
  const superseded = orders.files.map(() => ({ orders: 0, amount: 0 }));
  for (const repeat of orders.repeats) {
    superseded[repeat.from]!.orders += 1;
    superseded[repeat.from]!.amount += repeat.earlier.paid;
  }
  const files = orders.files.map(
    (file, at): FileSales => ({
      file: cite(file.source),
      adapter: file.adapter,
      generation: file.generation,
      platform: file.platform,
      orders: byFile[at]!.orders(),
      superseded: tallied(superseded[at]!),
      flags: terms[at]!.flags,
      total: byFile[at]!.total(),
      counts: byFile[at]!.counts(),
    }),
  );
  return {
    month,
    placements,
    total: whole.total(),
    counts: whole.counts(),
    files,
    agents: sorted(agents).map(([staff, sum]) => ({ staff, ...tallied(sum) })),
    otherMonths: sorted(others).map(([other, sum]) => ({ month: other, ...tallied(sum) })),
  };
}

function count<K>(map: Map<K, { orders: number; amount: number }>, key: K, amount: Fen): void {
  const sum = map.get(key) ?? { orders: 0, amount: 0 };
  sum.orders += 1;
  sum.amount += amount;
  map.set(key, sum);
}

const tallied = (sum: { orders: number; amount: number }): Tally => ({ orders: sum.orders, amount: fen(sum.amount) });

const sorted = <K extends string, V>(map: ReadonlyMap<K, V>): [K, V][] =>
  [...map].sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
