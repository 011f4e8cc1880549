/** What could not be placed, each with its amount and its row: nothing is skipped in silence. */
import { type Fen, fen, showYuan } from '../base/fen.js';
import { shown } from '../base/shown.js';
import { cite } from '../base/source.js';
import { text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import { unknownKinds } from './events.js';
import { unapprovedGoodwill } from './goodwill.js';
import type { PayInput } from './input.js';
import type { PayException } from './line.js';
import { eventsOf, grouped, isNegative, type PayMonth } from './month.js';

/** Exceptions that no single pay line can see. */
export const exceptionsOf = (input: PayInput, month: PayMonth): PayException[] => [
  ...input.exceptions,
  ...unplaced(month),
  ...salesOfNobody(month),
  ...strayPunches(input),
  ...unknownKinds(input.events.filter((event) => event.day >= month.first && event.day <= month.last)),
  ...negative(input, month),
  ...eventsOfNobody(input, month),
  ...arrearsOfNobody(input),
  ...unapprovedGoodwill(month),
  ...disciplineAmounts(month),
  ...notOnRoster(input, month),
];

/** Orders that nobody's rule could place: an unknown mark, two marks, an unknown status. */
const unplaced = (month: PayMonth): PayException[] =>
  month.sold.unplaced.map(({ order, net, reason }) => ({
    id: `unplaced:${cite(order.source)}`,
    staff: null,
    amount: net,
    message: text(
      `Order ${shown(order.number)} of ${showYuan(net)} is not placed: ${reason.en}`,
      `订单 ${shown(order.number)} 金额 ${showYuan(net)} 未归属：${reason.zh}`,
    ),
    sources: [order.source],
  }));

/** Sales placed with somebody who is not on the staff list. */
function salesOfNobody({ sold }: PayMonth): PayException[] {
  return [...grouped(sold.strangers, ({ staff }) => staff)].map(([staff, own]) => {
    const amount: Fen = fen(own.reduce((sum, sale) => sum + sale.amount, 0));
    return {
      id: `sales-of-nobody:${staff}`,
      staff,
      amount,
      message: text(
        `Sales of ${showYuan(amount)} belong to ${staff}, who is not on the staff list. Add the person to staff.csv.`,
        `销售额 ${showYuan(amount)} 归属 ${staff}，但员工名单中没有此人。请补充 staff.csv。`,
      ),
      sources: own.map(({ source }) => source),
    };
  });
}

/** Punches of days without a shift, one for each person and day. */
function strayPunches(input: PayInput): PayException[] {
  const days = grouped(input.attendance?.strays ?? [], ({ staff, day }) => `${staff}:${day}`);
  return [...days].map(([key, punches]) => {
    const { staff, day } = punches[0]!;
    const clocks = punches.map(({ minute }) => showClock(minute).en).join(', ');
    return {
      id: `punch-without-shift:${key}`,
      staff,
      amount: null,
      message: text(
        `${staff} punched on ${day} (${clocks}) without a shift there; it changed no pay. Add the shift to the roster if it was worked.`,
        `${staff} ${day} 有打卡（${clocks}）但没有班次，未影响工资。如确已上班，请在排班表补上。`,
      ),
      sources: punches.map(({ source }) => source),
    };
  });
}

const negative = (input: PayInput, month: PayMonth): PayException[] =>
  input.events
    .filter((event) => isNegative(event) && event.day >= month.first && event.day <= month.last)
    .map((event) => ({
      id: `event-negative:${cite(event.source)}`,
      staff: event.staff,
      amount: event.amount,
      message: text(
        `${event.day} ${event.staff} "${event.what}" has the amount ${showYuan(event.amount!)}; amounts are written without a sign, the kind says which way they go. The event changed no pay.`,
        `${event.day} ${event.staff}“${event.what}”金额为 ${showYuan(event.amount!)}；金额不带负号，方向由类型决定。该事件未影响工资。`,
      ),
      sources: [event.source],
    }));

function eventsOfNobody(input: PayInput, month: PayMonth): PayException[] {
  const known = new Set(month.people.map((person) => person.id));
  return input.events
    .filter((event) => event.day >= month.first && event.day <= month.last && !known.has(event.staff))
    .map((event) => ({
      id: `event-of-nobody:${cite(event.source)}`,
      staff: event.staff,
      amount: event.amount,
      message: text(
        `${event.day} ${event.staff} "${event.what}": ${event.staff} is not on the staff list, so the event changed no pay.`,
        `${event.day} ${event.staff}“${event.what}”：员工名单中没有 ${event.staff}，该事件未影响工资。`,
      ),
      sources: [event.source],
    }));
}

/** Somebody whom a closed month paid and who is on the staff list no longer: nobody's slip can settle it. */
const arrearsOfNobody = (input: PayInput): PayException[] => {
  const known = new Set(input.staff.map(({ id }) => id));
  return input.arrears
    .filter(({ staff }) => !known.has(staff))
    .map(({ staff, name, month, line, label, amount }) => ({
      id: `arrears-of-nobody:${month}:${staff}:${line}`,
      staff,
      amount,
      message: text(
        `${month}: ${label.en} of ${staff} ${name} would differ by ${showYuan(amount)}, but ${staff} is not on the staff list any more. Keep people who left in staff.csv, with the day in left.`,
        `${month}：${staff} ${name} 的“${label.zh}”相差 ${showYuan(amount)}，但员工名单中已没有此人。离职员工请保留在 staff.csv 并填写离职日期。`,
      ),
      sources: [{ file: `${month}/pay.json` }],
    }));
};

/** Discipline is no money: an amount on it would be lost without a word. */
const disciplineAmounts = (month: PayMonth): PayException[] =>
  month.people
    .flatMap((person) => eventsOf(month, person))
    .filter((event) => event.kind === 'discipline' && (event.amount ?? 0) !== 0)
    .map((event) => ({
      id: `discipline-amount:${cite(event.source)}`,
      staff: event.staff,
      amount: event.amount,
      message: text(
        `${event.day} ${event.staff} "${event.what}" carries ${showYuan(event.amount!)}, but discipline is never money. Enter compensation as an event of kind loss.`,
        `${event.day} ${event.staff}“${event.what}”带有金额 ${showYuan(event.amount!)}，但处分不涉及金额。赔偿请按“损失”录入。`,
      ),
      sources: [event.source],
    }));

/** Employed, but the roster has no row: days are then counted by the calendar, and nothing is known of shifts. */
const notOnRoster = (input: PayInput, month: PayMonth): PayException[] =>
  input.roster === null
    ? []
    : month.people
        .filter((person) => person.row === null && person.employed.length > 0)
        .map(({ id, person, employed }) => ({
          id: `not-on-roster:${id}`,
          staff: id,
          amount: null,
          message: text(
            `${id} ${person.name} is employed on ${employed.length} days of the month but has no row in the roster; the post salary was counted by calendar days. Add the row, or correct hired and left in staff.csv.`,
            `${id} ${person.name} 本月在职 ${employed.length} 天，但排班表中没有此人；岗位工资按自然日计算。请补上排班，或改正员工名单的入职、离职日期。`,
          ),
          sources: [person.source],
        }));
