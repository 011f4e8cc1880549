/**
 * Each order to exactly one outcome. The questions are asked in this order, the first that applies decides:
 * another month -> excluded; nothing left after refunds -> refunded; excluded tag -> excluded; closed -> excluded;
 * a status nobody knows, or amounts that contradict each other -> unplaced; not paid yet, or a flag that waits ->
 * waiting; no mark -> pool; a mark that names nobody for sure -> unplaced; a mark without the flag it needs -> pool;
 * one agent, or several by the handbook's `several`. A refund by itself (`late`) goes the same way, as a negative sale.
 */
import { assertNever } from '../base/assert.js';
import { type Fen, fen, showYuan } from '../base/fen.js';
import { allocate } from '../base/ratio.js';
import { shown } from '../base/shown.js';
import { joinTexts, same, type Text, text } from '../base/text.js';
import { type Month, monthOf } from '../calendar/day.js';
import type { HandbookInForce } from '../handbook/in-force.js';
import { employedOn, type Person, type StaffId } from '../people/person.js';
import { type BareMark, type MarkedAlone, type MarkReader, saysUnclear } from './marks.js';
import type { OrderFacts, Outcome, Verdict } from './order.js';

/** What is the same for all orders of one file. */
export interface Terms {
  readonly month: Month;
  readonly sales: HandbookInForce['values']['sales'];
  readonly marks: MarkReader;
  readonly people: ReadonlyMap<StaffId, Person>;
  /** Whether a mark needs a flag in this file; `unknown`: it does, but the file cannot say. */
  readonly flags: 'needed' | 'not-needed' | 'unknown';
  /** False: flags of this platform are not looked at at all. */
  readonly flagsCount: boolean;
}

type Said = Pick<Verdict, 'outcome' | 'shares' | 'reason' | 'glued' | 'bare'>;

const to = (outcome: Outcome, reason: Text): Said => ({ outcome, shares: [], reason });

/** Where one order's money goes. */
export function attribute(order: OrderFacts, terms: Terms): Verdict {
  const net = fen(order.paid - order.refunded);
  const date = terms.sales.month_by === 'paid' ? order.paidOn : order.finishedOn;
  const month = date === null ? null : monthOf(date);
  const otherMonth = month === null || month === terms.month ? null : month;
  const { outcome, shares, reason: why, glued, bare } = said(order, net, otherMonth, terms);
  const reason = order.late === undefined ? why : ofEarlierOrder(why);
  const verdict = { net, otherMonth, outcome, shares, reason };
  if (glued !== undefined) return { ...verdict, glued };
  return bare === undefined ? verdict : { ...verdict, bare };
}

const ofEarlierOrder = (why: Text): Text =>
  text(`refund of an earlier month's order: ${why.en}`, `往月订单的退款：${why.zh}`);

function said(order: OrderFacts, net: Fen, otherMonth: Month | null, terms: Terms): Said {
  if (otherMonth !== null) return to('excluded', text(`belongs to ${otherMonth}`, `属于 ${otherMonth}`));
  if (order.doubt === undefined && net === 0 && order.refunded > 0) return to('refunded', WHOLLY_REFUNDED);
  const word = terms.sales.excluded_tags.find((tag) => order.tags.includes(tag) || order.remark.includes(tag));
  if (word !== undefined) return to('excluded', text(`excluded by "${word}"`, `因“${word}”排除`));
  if (order.doubt !== undefined || (net < 0 && order.late === undefined))
    return to('unplaced', order.doubt ?? MORE_REFUNDED);
  const early = byState(order, net, terms);
  if (early !== null) return early;
  if (
    terms.flagsCount &&
    order.flag !== null &&
    order.flag !== 'no-column' &&
    terms.sales.flag.waits.includes(order.flag)
  ) {
    return to('waiting', text(`${order.flag} flag: waits`, `插旗颜色 ${order.flag}：暂不计`));
  }
  return byMarks(order, net, terms);
}

const MORE_REFUNDED = text('more refunded than paid', '退款多于实付');
const WHOLLY_REFUNDED = text('wholly refunded', '已全额退款');

/** Null: the state lets the order count. */
function byState(order: OrderFacts, net: Fen, terms: Terms): Said | null {
  switch (order.state) {
    case 'unknown':
      return to('unplaced', text(`unknown status "${shown(order.status)}"`, `未知订单状态“${shown(order.status)}”`));
    case 'cancelled':
      return to(
        'excluded',
        net === 0
          ? text('closed without payment', '未付款关闭')
          : text(`closed with ${showYuan(net)} left`, `已关闭，余额 ${showYuan(net)}`),
      );
    case 'waiting':
      return to('waiting', text(`not yet: ${shown(order.status)}`, `未成交：${shown(order.status)}`));
    case 'counts':
      if (terms.sales.month_by === 'finished' && order.finishedOn === null) {
        return to('waiting', text('not finished yet', '尚未完成'));
      }
      if (order.paidOn === null && terms.sales.month_by === 'paid') {
        return to('unplaced', text('no day of payment', '没有付款时间'));
      }
      return null;
    default:
      return assertNever(order.state);
  }
}

/** The ordinary order: shared, not made anew a million times. */
const NO_MARK = to('pool', text('no mark', '无标记'));

function byMarks(order: OrderFacts, net: Fen, terms: Terms): Said {
  const marks = terms.marks(order.remark, order.signed);
  if (marks.unclear !== null) return to('unplaced', saysUnclear(marks.unclear));
  if (marks.agents.length > 0 && marks.glued !== null) return to('unplaced', besideGlued(marks.agents, marks.glued));
  if (marks.agents.length === 0) {
    if (marks.bare !== null) return { ...to('pool', saysBare(marks.bare)), bare: marks.bare };
    return marks.glued === null
      ? NO_MARK
      : {
          ...to('pool', text(`no mark (${marks.glued} does not stand alone)`, `无标记（${marks.glued} 未单独书写）`)),
          glued: marks.glued,
        };
  }
  const flag = missingFlag(order, terms);
  if (flag !== null) return flag;
  if (marks.alone !== null) return ofOne(marks.alone, order, net);
  const gone = marks.agents.find((staff) => !wasEmployed(terms.people.get(staff), order));
  if (gone !== undefined) return wasGone(gone, order);
  return shared(marks.agents, net, terms);
}

const saysBare = ({ kind, words }: BareMark): Text =>
  kind === 'name'
    ? text(`no mark (the name ${shown(words)} alone is none)`, `无标记（只写姓名 ${shown(words)} 不算标记）`)
    : text(`no mark (${shown(words)} lacks its leading zeros)`, `无标记（${shown(words)} 缺少开头的 0）`);

const besideGlued = (agents: readonly StaffId[], glued: string): Text =>
  text(
    `marked ${agents.join(', ')}, and ${glued} does not stand alone`,
    `标记 ${agents.join('、')}，另有 ${glued} 未单独书写`,
  );

function missingFlag(order: OrderFacts, terms: Terms): Said | null {
  const wanted = terms.sales.flag.counts;
  if (terms.flags === 'unknown') {
    return to(
      'unplaced',
      text(`a ${wanted} flag is required, the file has no flags`, `要求插旗 ${wanted}，文件无插旗列`),
    );
  }
  if (terms.flags === 'not-needed' || order.flag === wanted) return null;
  const found = order.flag === null || order.flag === 'no-column' ? text('no flag', '未插旗') : same(order.flag);
  return to('pool', text(`a mark without the ${wanted} flag (${found.en})`, `有标记但未插旗 ${wanted}（${found.zh}）`));
}

const wasEmployed = (person: Person | undefined, { paidOn }: OrderFacts): boolean =>
  person === undefined || paidOn === null || employedOn(person, paidOn);

const wasGone = (staff: StaffId, { paidOn }: OrderFacts): Said =>
  to('unplaced', text(`${staff} was not employed on ${paidOn}`, `${staff} 在 ${paidOn} 不在职`));

const wholly = (staff: StaffId, amount: Fen, reason: Text): Said => ({
  outcome: 'agent',
  shares: [{ staff, amount }],
  reason,
});

const ofOne = ({ staff, person, says }: MarkedAlone, order: OrderFacts, net: Fen): Said =>
  wasEmployed(person, order) ? wholly(staff, net, says) : wasGone(staff, order);

function shared(agents: readonly StaffId[], net: Fen, terms: Terms): Said {
  const [first, last] = [agents[0]!, agents.at(-1)!];
  const all = joinTexts(agents.map(same), text(', ', '、'));
  switch (terms.sales.several) {
    case 'unplaced':
      return to('unplaced', text(`several agents: ${all.en}`, `多个客服：${all.zh}`));
    case 'first':
      return wholly(first, net, text(`first of ${all.en}`, `${all.zh} 中的第一个`));
    case 'last':
      return wholly(last, net, text(`last of ${all.en}`, `${all.zh} 中的最后一个`));
    case 'split': {
      const amounts = allocate(
        net,
        agents.map(() => 1),
      );
      return {
        outcome: 'agent',
        shares: agents.map((staff, at) => ({ staff, amount: amounts[at]! })),
        reason: text(`split between ${all.en}`, `由 ${all.zh} 平分`),
      };
    }
    default:
      return assertNever(terms.sales.several);
  }
}
