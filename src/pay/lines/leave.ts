/** 请假: leave that is not or only partly paid; one part for each kind of leave. */

import type { LeaveFact } from '../../attendance/facts.js';
import { addFen, type Fen, showYuan } from '../../base/fen.js';
import { divide, multiply, ratio, showPercent } from '../../base/ratio.js';
import { text } from '../../base/text.js';
import { countsAsWorkday, dayPayOf } from '../day-pay.js';
import { type DayOff, type DaysOffRule, daysOff } from '../days-off.js';
import type { Derivation } from '../derivation.js';
import { setting, total } from '../derive.js';
import type { OpenLine, PayException, PayLine } from '../line.js';
import { minimumWageOf } from '../minimum-wage.js';
import { grouped, type PayMonth, type PersonMonth } from '../month.js';
import { rateNotSet } from '../not-set.js';

const PATH = 'pay.attendance.unpaid_leave';

export const leave: PayLine = {
  id: 'leave',
  label: text('leave without full pay', '请假扣款'),
  kind: 'attendance',
  path: PATH,
  open: (month) =>
    month.people.every((person) => person.leave.length === 0)
      ? null
      : { forPerson: (person, soFar) => forPerson(month, person, soFar.amountOf), ...saidOnce(month) },
};

/** A kind as the handbook keys it: leave facts may carry another word for it. */
function kindOf(month: PayMonth, word: string) {
  const kinds = month.handbook.values.leave.kinds;
  const key = Object.keys(kinds).find((name) => name === word || kinds[name]!.also.includes(word));
  return key === undefined ? null : { key, ...kinds[key]! };
}

function forPerson(month: PayMonth, person: PersonMonth, amountOf: (line: string) => Fen) {
  // Absence stands before leave: what it took of the salary is gone.
  let left = addFen(amountOf('post-salary'), amountOf('absence'));
  const parts: Derivation[] = [];
  for (const [word, facts] of grouped(person.leave, (one) => one.kind)) {
    const kind = kindOf(month, word);
    if (kind === null || kind.pay === 'full') continue;
    const rule = kind.pay === 'sick' ? sickRule(month, person) : unpaidRule(month);
    if (rule === null) continue;
    const part = daysOff(
      month,
      person,
      { ...rule, line: leave, name: kind.name, label: kind.name },
      daysOf(month, person, facts),
      left,
    );
    if (part === null) continue;
    parts.push(part);
    left = addFen(left, part.amount);
  }
  return { derivation: total({ line: leave, handbook: month.handbook }, PATH, parts) };
}

/** Each day once, and only days on which the salary counts. */
function daysOf(month: PayMonth, person: PersonMonth, facts: readonly LeaveFact[]): DayOff[] {
  const counts = dayPayOf(month, person)?.counts ?? 'calendar';
  const worked = new Set(person.shifts.filter((shift) => !shift.absent).map((shift) => shift.day));
  return [...grouped(facts, (one) => one.day)]
    .filter(([day]) => person.employed.includes(day) && !worked.has(day))
    .filter(([day]) => countsAsWorkday(month, person, day, counts))
    .map(([day, ones]) => ({ day, sources: ones.map((one) => one.source) }));
}

type Rule = Omit<DaysOffRule, 'line' | 'name' | 'label'>;

function unpaidRule(month: PayMonth): Rule | null {
  const chapter = month.pay.attendance?.unpaid_leave;
  return chapter === undefined ? null : { path: `${PATH}.per_day`, perDay: chapter.per_day };
}

/** Sick pay: a share of the day's pay, and never less than a share of the minimum wage (309号文 59). */
function sickRule(month: PayMonth, person: PersonMonth): Rule | null {
  const chapter = month.pay.post_salary;
  if (chapter === undefined) return null;
  const { amount: minimum } = minimumWageOf(month, person);
  const floor = minimum === null ? '' : `${showYuan(minimum)} x ${showPercent(chapter.sick_floor)} / 21.75`;
  const atLeast =
    minimum === null
      ? null
      : { exact: multiply(divide(ratio(minimum), ratio(87, 4)), chapter.sick_floor), says: floor };
  const { handbook } = month;
  const figures = [
    setting(handbook, 'pay.post_salary.sick_rate', text('sick pay', '病假工资比例'), showPercent(chapter.sick_rate)),
    ...(minimum === null
      ? []
      : [
          setting(
            handbook,
            'pay.post_salary.sick_floor',
            text('sick pay at least, of the minimum wage', '病假工资下限（占最低工资）'),
            floor,
          ),
        ]),
  ];
  return { path: 'pay.post_salary.sick_rate', perDay: 'day-pay', keeps: { rate: chapter.sick_rate, atLeast, figures } };
}

/** What the whole department is told once: rates that are not set, kinds of leave nobody defined. */
function saidOnce(month: PayMonth): Pick<OpenLine, 'issues' | 'exceptions'> {
  const facts = month.people.flatMap((person) => person.leave);
  const unpaid = facts.filter((one) => kindOf(month, one.kind)?.pay === 'none').length;
  const sick = facts.some((one) => kindOf(month, one.kind)?.pay === 'sick');
  const { handbook, pay } = month;
  const perDay = pay.attendance?.unpaid_leave.per_day ?? null;
  const issues = [
    ...(unpaid > 0 && perDay === null
      ? [rateNotSet(handbook, `${PATH}.per_day`, text(`${unpaid} days of unpaid leave`, `${unpaid} 天无薪假`))]
      : []),
    ...(sick &&
    month.people.every((person) => minimumWageOf(month, person).amount === null) &&
    pay.post_salary !== undefined
      ? [
          rateNotSet(
            handbook,
            'pay.minimum_wage',
            text('the floor of sick pay (309号文 59)', '病假工资下限（309号文 59）'),
          ),
        ]
      : []),
  ];
  const unknown = grouped(
    facts.filter((one) => kindOf(month, one.kind) === null),
    (one) => one.kind,
  );
  const exceptions = [...unknown].map(
    ([kind, ones]): PayException => ({
      id: `leave-kind:${kind}`,
      staff: null,
      amount: null,
      message: text(
        `The handbook knows no leave "${kind}" (${ones.length} days); it was paid in full. Add it to leave.kinds, or correct leave.csv.`,
        `手册中没有假别“${kind}”（${ones.length} 天），已按全薪计算。请在 leave.kinds 中添加，或改正 leave.csv。`,
      ),
      sources: ones.map((one) => one.source),
    }),
  );
  return { issues, exceptions };
}
