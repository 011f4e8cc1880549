/**
 * 损失工资: losses that the agent answers for, with what earlier months left. The cap (工资支付暂行规定 16) is a share of
 * the month's wage before deductions, and the minimum wage stays; what does not fit is carried to the next month.
 */
import { type Fen, fen, showYuan, sumFen } from '../../base/fen.js';
import { floorToFen, multiply, ratio, showPercent, timesRatio } from '../../base/ratio.js';
import { cite } from '../../base/source.js';
import { same, type Text, text } from '../../base/text.js';
import type { StaffEvent } from '../../people/person.js';
import type { Derivation, Figure } from '../derivation.js';
import { type Cites, derive, fact, minus, setting } from '../derive.js';
import { noAmount } from '../given.js';
import type { LineResult, PayException, PayLine, SoFar } from '../line.js';
import { minimumWageOf } from '../minimum-wage.js';
import { eventsOf, type PayMonth, type PersonMonth } from '../month.js';
import { rateNotSet } from '../not-set.js';
import { isLateLoss } from './arrears.js';

const PATH = 'pay.loss';

export const losses: PayLine = {
  id: 'losses',
  label: text('losses', '损失工资'),
  kind: 'deduction',
  path: PATH,
  open: (month) => {
    const anybody = month.people.some(
      (person) =>
        lossesOf(month, person).length > 0 || carriedIn(month, person) > 0 || lateIn(month, person).length > 0,
    );
    if (!anybody || month.pay.loss === undefined) return null;
    const { keep_minimum_wage: keep, enforce } = month.pay.loss;
    const touched = text('the floor under loss deductions', '损失扣款的最低工资下限');
    return {
      issues:
        enforce && keep && month.people.every((person) => minimumWageOf(month, person).amount === null)
          ? [rateNotSet(month.handbook, 'pay.minimum_wage', touched)]
          : [],
      forPerson: (person, soFar) => lossOf(month, person, soFar),
    };
  },
};

const lossesOf = (month: PayMonth, person: PersonMonth) =>
  eventsOf(month, person).filter((event) => event.kind === 'loss' || event.kind === 'late-delivery');

/** Losses of closed months that were found after the close. */
const lateIn = (month: PayMonth, person: PersonMonth) =>
  month.arrears.filter((one) => one.staff === person.id && isLateLoss(one));

/** What the month before left over. An older month's rest is in it. */
function carriedIn(month: PayMonth, person: PersonMonth): Fen {
  return month.earlierOf(person.id)[0]?.slip.carried ?? fen(0);
}

function lossOf(month: PayMonth, person: PersonMonth, soFar: SoFar): LineResult {
  const cites: Cites = { line: losses, handbook: month.handbook };
  const events = lossesOf(month, person);
  const exceptions = [
    ...events.filter((event) => event.amount === null).map(noAmount),
    ...events.filter((event) => event.kind === 'late-delivery' && !month.pay.goodwill).map(noRule),
  ];
  const parts: Derivation[] = events.flatMap((event) =>
    event.amount === null
      ? []
      : event.kind === 'late-delivery'
        ? [lateDelivery(month, event, event.amount)]
        : [
            derive(cites, {
              amount: minus(event.amount),
              path: PATH,
              label: same(event.what),
              says: same(`${event.day}: ${showYuan(minus(event.amount))}`),
              sources: [event.source],
            }),
          ],
  );
  const before = carriedIn(month, person);
  if (before > 0) {
    const { month: from } = month.earlierOf(person.id)[0]!;
    parts.unshift(
      derive(cites, {
        amount: minus(before),
        path: PATH,
        label: text(`carried over from ${from.month}`, `${from.month} 结转`),
        says: same(showYuan(minus(before))),
        sources: [from.source],
      }),
    );
  }
  for (const late of lateIn(month, person)) {
    parts.push(
      derive(cites, {
        amount: late.amount,
        path: PATH,
        label: text(`${late.month}, found after its close`, `${late.month} 关账后发现`),
        says: same(`${showYuan(late.today)} - (${showYuan(late.frozen)}) = ${showYuan(late.amount)}`),
      }),
    );
  }
  if (parts.length === 0) return { derivation: null, exceptions };
  const due = fen(-sumFen(parts.map((part) => part.amount)));
  const room = roomFor(month, person, soFar);
  const taken = room.room === null || due <= room.room ? due : room.room;
  const carried = fen(due - taken);
  const amount = minus(taken);
  if (carried > 0) {
    parts.push(
      derive(cites, {
        amount: carried,
        path: PATH,
        label: text('carried over to the next month', '结转下月'),
        says: same(`${showYuan(due)} - ${showYuan(taken)} = ${showYuan(carried)}`),
      }),
    );
    exceptions.push(restCarried(person, due, taken));
  }
  const says: Text =
    carried > 0
      ? text(
          `losses ${showYuan(due)}, at most ${room.says.en}: ${showYuan(amount)}`,
          `损失 ${showYuan(due)}，以 ${room.says.zh} 为限：${showYuan(amount)}`,
        )
      : same(showYuan(amount));
  const sources = events.map((event) => event.source);
  const derivation = derive(cites, { amount, path: PATH, says, figures: room.figures, sources, parts });
  return { derivation, exceptions, carried };
}

/** 30 % of the goods, at most 500 (after-sales/4); without the clause the price itself would be a guess, so nothing. */
function lateDelivery(month: PayMonth, event: StaffEvent, goods: Fen): Derivation {
  const cites: Cites = { line: losses, handbook: month.handbook };
  const rule = month.pay.goodwill?.late_delivery;
  const label = text(`late delivery ${event.what}`.trim(), `延迟发货 ${event.what}`.trim());
  if (rule === undefined) {
    const says = text(`${event.day}, no rule for late delivery: 0.00`, `${event.day}，手册没有延迟发货赔付标准：0.00`);
    return derive(cites, { amount: fen(0), path: PATH, label, says, sources: [event.source] });
  }
  const path = 'pay.goodwill.late_delivery';
  const share = timesRatio(goods, rule.rate);
  const amount = minus(fen(Math.min(share, rule.most)));
  const sum = `-(${showYuan(goods)} x ${showPercent(rule.rate)}) = ${showYuan(minus(share))}`;
  return derive(cites, {
    amount,
    path,
    label,
    says:
      share > rule.most
        ? text(
            `${sum}, at most ${showYuan(rule.most)}: ${showYuan(amount)}`,
            `${sum}，封顶 ${showYuan(rule.most)}：${showYuan(amount)}`,
          )
        : same(sum),
    figures: [
      fact(text('price of the goods', '货款'), showYuan(goods), [event.source]),
      setting(month.handbook, `${path}.rate`, text('share', '比例'), showPercent(rule.rate)),
      setting(month.handbook, `${path}.most`, text('at most', '封顶'), showYuan(rule.most)),
    ],
    sources: [event.source],
  });
}

/** How much may be taken; null: no cap is enforced. */
function roomFor(
  month: PayMonth,
  person: PersonMonth,
  soFar: SoFar,
): { room: Fen | null; says: Text; figures: readonly Figure[] } {
  const { cap, keep_minimum_wage: keep, enforce } = month.pay.loss!;
  if (!enforce) return { room: null, says: same(''), figures: [] };
  const legal = minimumWageOf(month, person);
  const minimum = keep ? legal.amount : null;
  // Half a fen over the cap is over the cap.
  const share = floorToFen(multiply(ratio(Math.max(0, soFar.wage)), cap));
  const above = minimum === null ? null : fen(Math.max(0, soFar.net - minimum));
  const figures = [
    fact(text('wage before deductions', '扣款前工资'), showYuan(soFar.wage), []),
    setting(month.handbook, `${PATH}.cap`, text('taken at most', '扣款上限'), showPercent(cap)),
    ...(minimum === null
      ? []
      : [setting(month.handbook, legal.path, text('minimum wage', '最低工资'), showYuan(minimum))]),
  ];
  if (above !== null && above < share) {
    const sum = `${showYuan(soFar.net)} - ${showYuan(minimum!)}`;
    return { room: above, says: text(`what lies above the minimum wage, ${sum}`, `高于最低工资部分 ${sum}`), figures };
  }
  return { room: share, says: same(`${showYuan(soFar.wage)} x ${showPercent(cap)} = ${showYuan(share)}`), figures };
}

const noRule = (event: StaffEvent): PayException => ({
  id: `late-delivery-no-rule:${cite(event.source)}`,
  staff: event.staff,
  amount: event.amount,
  message: text(
    `${event.day} ${event.staff}: the handbook does not say what a late delivery costs, so nothing was taken. Take in after-sales, set pay.goodwill.late_delivery, or enter the loss itself.`,
    `${event.day} ${event.staff}：手册没有延迟发货赔付标准，未扣款。请引用 after-sales、设置 pay.goodwill.late_delivery，或直接录入损失。`,
  ),
  sources: [event.source],
});

const restCarried = (person: PersonMonth, due: Fen, taken: Fen): PayException => ({
  id: `loss-carried:${person.id}`,
  staff: person.id,
  amount: fen(due - taken),
  message: text(
    `${person.id} ${person.person.name} answers for ${showYuan(due)}; the cap lets ${showYuan(taken)} be taken this month, ${showYuan(fen(due - taken))} is carried over to the next.`,
    `${person.id} ${person.person.name} 应承担损失 ${showYuan(due)}；按上限本月扣 ${showYuan(taken)}，余 ${showYuan(fen(due - taken))} 结转下月。`,
  ),
  sources: [person.person.source],
});
