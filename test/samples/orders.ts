/** The month's orders as they really were: who sold what to whom, what came back. The exports only show them. */
import type { Random } from '../../src/base/random.js';
import { addDays, type Day, daysOf, firstDay, lastDay, type Month } from '../../src/calendar/day.js';
import type { Department, OrderPlan, Product } from './department.js';
import { type Agent, agentsOf, type MonthPlan } from './people.js';
import { signed, unsigned } from './remarks.js';

/** done: received; sent: on its way; paid: not sent yet; open: not paid; lapsed: never paid; returned: wholly refunded. */
export type State = 'done' | 'sent' | 'paid' | 'open' | 'lapsed' | 'returned';

/** Money in fen. */
export interface Sale {
  readonly number: string;
  /** `2026-11-03 14:05:09` */
  readonly created: string;
  readonly paid: string | null;
  readonly state: State;
  readonly product: Product;
  readonly quantity: number;
  /** What the goods would cost without any discount. */
  readonly list: number;
  /** What the buyer paid, or was to pay. */
  readonly total: number;
  readonly refunded: number;
  readonly remark: string;
  readonly flag: string;
}

const two = (number: number): string => String(number).padStart(2, '0');

const pick = <T>(items: readonly T[], chance: Random): T => items[chance.below(items.length)]!;

function digits(count: number, chance: Random): string {
  return Array.from({ length: count }, () => String(chance.below(10))).join('');
}

/** A moment of that day between 8:00 and 23:59, and one some seconds later. */
function moments(day: Day, chance: Random): { created: string; paid: string } {
  const seconds = 8 * 3600 + chance.below(15 * 3600 + 3000);
  const show = (second: number): string =>
    `${day} ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  return { created: show(seconds), paid: show(seconds + 8 + chance.below(500)) };
}

/** 双十一 sells many times an ordinary day. */
function sellingDays(month: Month): Day[] {
  const often: Record<string, number> = { '10': 2, '11': 9, '12': 3 };
  return daysOf(month).flatMap((day) => Array.from({ length: often[day.slice(8)] ?? 1 }, () => day));
}

interface Wanted {
  readonly day: Day;
  readonly state: State;
  readonly remark: string;
  readonly flag: string;
  /** Exactly this much, fen; else what the product and a discount give. */
  readonly total?: number;
  readonly partly?: boolean;
}

function sale(plan: OrderPlan, wanted: Wanted, chance: Random): Sale {
  const product = pick(plan.products, chance);
  const quantity = chance.below(6) === 0 ? 2 + chance.below(3) : 1;
  const list = product.price * 100 * quantity;
  const off = chance.below(2000) + (chance.below(4) === 0 ? 3000 : 0);
  const total = wanted.total ?? Math.max(990, list - off);
  const { created, paid } = moments(wanted.day, chance);
  const isPaid = wanted.state !== 'open' && wanted.state !== 'lapsed';
  const partly = wanted.partly === true && isPaid ? Math.min(total - 100, 500 + chance.below(2500)) : 0;
  return {
    number: `4${digits(18, chance)}`,
    created,
    paid: isPaid ? paid : null,
    state: wanted.state,
    product,
    quantity,
    list: Math.max(list, total),
    total,
    refunded: wanted.state === 'returned' ? total : Math.max(0, partly),
    remark: wanted.remark,
    flag: wanted.flag,
  };
}

/** Received by the month's end where there was time for it. */
const settled = (month: Month, day: Day, chance: Random): State => {
  if (day >= addDays(lastDay(month), -1) && chance.below(40) === 0) return 'paid';
  return day >= addDays(lastDay(month), -8 - chance.below(6)) ? 'sent' : 'done';
};

/** `25000.00` -> fen. */
const fen = (yuan: string): number => Number(yuan.replace('.', ''));

/** Orders an agent's marks claim; what counts of them sums to the aim. */
function claimed(
  plan: OrderPlan,
  month: Month,
  agent: Agent,
  worked: readonly Day[],
  aim: number,
  chance: Random,
): Sale[] {
  const made: Sale[] = [];
  let open = aim;
  const wanted = (): Wanted => {
    const day = pick(worked, chance);
    const remark = signed(plan, agent, day, chance);
    return { day, state: settled(month, day, chance), remark, flag: plan.flags ? '红旗' : '' };
  };
  while (open > 0) {
    const next = sale(plan, { ...wanted(), partly: chance.below(25) === 0 }, chance);
    if (chance.below(6) === 0) made.push(sale(plan, { ...wanted(), state: 'returned' }, chance));
    const net = next.total - next.refunded;
    // The last one brings the sum to the aim, to the fen.
    if (net + 1000 > open) made.push(sale(plan, { ...wanted(), total: open }, chance));
    else made.push(next);
    open -= net + 1000 > open ? open : net;
  }
  return made;
}

/** The shares that were measured on a shop's exports: half of all orders come back. */
function unclaimed(plan: OrderPlan, month: Month, days: readonly Day[], chance: Random): Sale {
  const day = pick(days, chance);
  const draw = chance.below(1000);
  const state: State =
    draw < 505 ? 'returned' : draw < 541 ? 'lapsed' : draw < 543 ? 'open' : settled(month, day, chance);
  const flag = plan.flags && chance.below(30) === 0 ? pick(['蓝旗', '绿旗', '黄旗'], chance) : '';
  return sale(plan, { day, state, remark: unsigned(chance), flag, partly: chance.below(40) === 0 }, chance);
}

/** Two orders astride the month's edges: created on the eve and paid on the first, created on the last and paid the day after. */
function astride(plan: OrderPlan, month: Month, chance: Random): Sale[] {
  const first = sale(plan, { day: firstDay(month), state: 'done', remark: '', flag: '' }, chance);
  const last = sale(plan, { day: lastDay(month), state: 'paid', remark: '', flag: '' }, chance);
  const eve = addDays(firstDay(month), -1);
  const after = addDays(lastDay(month), 1);
  return [
    { ...first, created: `${eve} 23:58:41`, paid: `${firstDay(month)} 00:03:12` },
    { ...last, created: `${lastDay(month)} 23:52:07`, paid: `${after} 00:06:30` },
  ];
}

/** All orders of the month, by the moment they were made. */
export function salesOf(department: Department, month: Month, plan: MonthPlan, chance: Random): Sale[] {
  const orders = department.orders;
  const days = sellingDays(month);
  const marked = agentsOf(department).flatMap((agent) => {
    const aim = orders.aims[agent.id];
    const row = plan.get(agent.id);
    if (aim === undefined || !row) return [];
    const worked = days.filter((day) => department.shifts[row.get(day) ?? ''] !== undefined);
    return claimed(orders, month, agent, worked, fen(aim), chance);
  });
  const others = Array.from({ length: orders.unmarked }, () => unclaimed(orders, month, days, chance));
  const puzzles = orders.puzzles.map((remark) =>
    sale(orders, { day: pick(days, chance), state: 'done', remark, flag: orders.flags ? '红旗' : '' }, chance),
  );
  const all = [...marked, ...others, ...puzzles, ...astride(orders, month, chance)];
  return all.sort((a, b) => (a.created < b.created ? -1 : a.created > b.created ? 1 : a.number < b.number ? -1 : 1));
}

/** The same orders as an export saw them at the end of `day`: later ones missing, what came back later not back yet. */
export function asOf(sales: readonly Sale[], day: Day): Sale[] {
  return sales
    .filter((order) => order.created.slice(0, 10) <= day)
    .map((order) => {
      if (order.paid === null)
        return order.state === 'lapsed' && order.created.slice(0, 10) === day ? { ...order, state: 'open' } : order;
      const age = (Date.parse(day) - Date.parse(order.paid.slice(0, 10))) / 86_400_000;
      return age >= 9 ? order : { ...order, state: age < 1 ? 'paid' : 'sent', refunded: 0 };
    });
}
