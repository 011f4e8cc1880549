/** Days on which nothing, or less, was earned: a fixed amount a day, or the day's own pay; never more than the salary. */
import { type Fen, fen, showYuan } from '../base/fen.js';
import { add, compare, multiply, type Ratio, ratio, roundToFen, showPercent, subtract } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import { same, type Text, text } from '../base/text.js';
import type { Day } from '../calendar/day.js';
import { type DayPay, dayPayOf } from './day-pay.js';
import type { Derivation, Figure } from './derivation.js';
import { derive, fact, minus, setting, showExact } from './derive.js';
import type { PayLine } from './line.js';
import { grouped, type PayMonth, type PersonMonth } from './month.js';

export interface DayOff {
  readonly day: Day;
  readonly sources: readonly SourceRef[];
}

export interface DaysOffRule {
  readonly line: PayLine;
  readonly path: string;
  /** Named on the slip: `absent`, `personal leave`. */
  readonly name: Text;
  /** Of a part; without it the line's own. */
  readonly label?: Text;
  /** Taken off for each day. */
  readonly perDay: Fen | 'day-pay' | null;
  /** Share of the day's pay that stays, and the least that stays of a day (exact fen); only with `day-pay`. */
  readonly keeps?: {
    readonly rate: Ratio;
    /** With its own sum in words. */
    readonly atLeast: { readonly exact: Ratio; readonly says: string } | null;
    readonly figures: readonly Figure[];
  };
}

/** The derivation of days of one kind; null without such days. `left` is what there is to take them from. */
export function daysOff(
  month: PayMonth,
  person: PersonMonth,
  rule: DaysOffRule,
  days: readonly DayOff[],
  left: Fen,
): Derivation | null {
  if (days.length === 0) return null;
  const cites = { line: rule.line, handbook: month.handbook };
  const sources = days.flatMap((off) => off.sources);
  const counted = fact(rule.name, `${days.length} (${days.map((off) => off.day).join(', ')})`, sources);
  const making = {
    path: rule.path,
    figureLeftOpen: true,
    sources,
    ...(rule.label === undefined ? {} : { label: rule.label }),
  };
  if (rule.perDay === null) {
    const says = text(`${days.length} days, rate not set: 0.00`, `${days.length} 天，未设标准：0.00`);
    return derive(cites, { ...making, amount: fen(0), says, figures: [counted] });
  }
  if (rule.perDay !== 'day-pay') {
    const exact = ratio(days.length * rule.perDay);
    const figure = setting(month.handbook, rule.path, text('a day', '每天'), showYuan(rule.perDay));
    const sum = `${days.length} x ${showYuan(rule.perDay)}`;
    return derive(cites, { ...making, ...taken(exact, sum, null), figures: [counted, figure] });
  }
  const pay = dayPayOf(month, person);
  const sums = pay === null ? [] : sumsOf(pay, days, rule);
  const exact = sums.map((one) => one.exact).reduce(add, ratio(0));
  const figures = [
    counted,
    setting(
      month.handbook,
      'pay.post_salary.divisor',
      text('days counted', '计薪天数'),
      pay ? showExact(pay.divisor) : '—',
    ),
    ...(rule.keeps?.figures ?? []),
  ];
  return derive(cites, { ...making, ...taken(exact, sums.map((one) => one.says).join(' + '), left), figures });
}

function sumsOf(pay: DayPay, days: readonly DayOff[], { keeps }: DaysOffRule) {
  const worths = days.flatMap(({ day }) => {
    const on = pay.onDay(day);
    if (on === null) return [];
    const probation = compare(on.rate, ratio(1)) === 0 ? '' : ` x ${showPercent(on.rate)}`;
    const wage = `${showYuan(on.salary)}${probation} / ${showExact(pay.divisor)}`;
    return [keeps === undefined ? { loses: on.worth, says: wage } : partly(on.worth, wage, keeps)];
  });
  return [...grouped(worths, (one) => one.says)].map(([says, ones]) => ({
    exact: ones.map((one) => one.loses).reduce(add, ratio(0)),
    says: `${ones.length} x ${says}`,
  }));
}

/** What a partly paid day loses: the unpaid share, but the day keeps its least, or all of itself where that is less. */
function partly(worth: Ratio, wage: string, keeps: NonNullable<DaysOffRule['keeps']>): { loses: Ratio; says: string } {
  const share = multiply(worth, keeps.rate);
  if (keeps.atLeast === null || compare(share, keeps.atLeast.exact) >= 0) {
    return { loses: subtract(worth, share), says: `${wage} x ${showPercent(subtract(ratio(1), keeps.rate))}` };
  }
  if (compare(keeps.atLeast.exact, worth) >= 0) return { loses: ratio(0), says: `${wage} x 0%` };
  return { loses: subtract(worth, keeps.atLeast.exact), says: `(${wage} - ${keeps.atLeast.says})` };
}

/** Rounds once, and stops at what is left of the salary. */
function taken(exact: Ratio, sum: string, left: Fen | null): { amount: Fen; says: Text } {
  const asked = roundToFen(exact);
  const amount = minus(left !== null && asked > left ? fen(Math.max(0, left)) : asked);
  if (amount === minus(asked)) return { amount, says: same(`-(${sum || '0.00'}) = ${showYuan(amount)}`) };
  const words = `-(${sum}) = ${showYuan(minus(asked))}`;
  return {
    amount,
    says: text(
      `${words}, at most the post salary that is left: ${showYuan(amount)}`,
      `${words}，以剩余岗位工资为限：${showYuan(amount)}`,
    ),
  };
}
