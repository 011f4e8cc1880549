/** 岗位工资: the post salary, pro rata for joiners, leavers, raises, changes of post and probation in mid-month. */
import { showYuan } from '../../base/fen.js';
import { add, compare, divide, multiply, ratio, roundToFen, showPercent } from '../../base/ratio.js';
import { same, type Text, text } from '../../base/text.js';
import { type DayPay, dayPayOf, type Stretch } from '../day-pay.js';
import { derive, fact, sentenceOf, setting, showExact } from '../derive.js';
import type { LineResult, PayException, PayLine } from '../line.js';
import type { PayMonth, PersonMonth } from '../month.js';

const PATH = 'pay.post_salary';

export const postSalary: PayLine = {
  id: 'post-salary',
  label: text('post salary', '岗位工资'),
  kind: 'earning',
  path: PATH,
  open: (month) => (month.pay.post_salary === undefined ? null : { forPerson: (person) => salaryOf(month, person) }),
};

function salaryOf(month: PayMonth, person: PersonMonth): LineResult {
  const pay = dayPayOf(month, person);
  if (pay === null || pay.stretches.length === 0) return { derivation: null };
  const exceptions = pay.stretches.some((stretch) => stretch.salary === null) ? [noSalary(person)] : [];
  const known = pay.stretches.filter((stretch) => stretch.salary !== null);
  if (known.length === 0) return { derivation: null, exceptions };
  const { probation_rate: probation } = month.pay.post_salary!;
  const reduced = (stretch: Stretch): boolean => stretch.onProbation && compare(probation, ratio(1)) !== 0;
  const exact = known.map((stretch) => {
    const { salary, days } = stretch;
    const wage = multiply(ratio(salary!), reduced(stretch) ? probation : ratio(1));
    // Nothing to share out: one salary for the whole month.
    return shared(pay, known) ? divide(multiply(wage, ratio(days)), pay.fullDays) : wage;
  });
  const amount = roundToFen(exact.reduce(add, ratio(0)));
  const terms = known.map((stretch) => {
    const { salary, days } = stretch;
    const wage = `${showYuan(salary!)}${reduced(stretch) ? ` x ${showPercent(probation)}` : ''}`;
    return shared(pay, known) ? `${wage} x ${days} / ${showExact(pay.fullDays)}` : wage;
  });
  const sum = terms.join(' + ');
  const shown = showYuan(amount);
  const figures = [
    ...known.map((stretch) =>
      fact(
        text(`post salary from ${stretch.from} to ${stretch.to}`, `${stretch.from} 至 ${stretch.to} 的岗位工资`),
        `${showYuan(stretch.salary!)}${stretch.post === null ? '' : ` (${stretch.post})`}`,
        [stretch.source],
      ),
    ),
    ...(known.some(reduced)
      ? [
          setting(
            month.handbook,
            `${PATH}.probation_rate`,
            text('paid on probation', '试用期比例'),
            showPercent(probation),
          ),
        ]
      : []),
    ...(shared(pay, known)
      ? [setting(month.handbook, `${PATH}.divisor`, COUNTED[pay.counts], showExact(pay.fullDays))]
      : []),
  ];
  const says = same(sum === shown ? shown : `${sum} = ${shown}`);
  const cites = { line: postSalary, handbook: month.handbook };
  const sources = known.map((stretch) => stretch.source);
  const made = derive(cites, { amount, path: PATH, says, figures, sources });
  // A whole month's salary is the staff list's own figure: nothing of it is shared out, so nothing is assumed.
  const isWhole = !shared(pay, known) && !known.some(reduced);
  const derivation = isWhole ? { ...made, clause: sentenceOf(cites, PATH), assumed: false } : made;
  return { derivation, exceptions };
}

/** Which days a full month has: the setting, or, without a roster, the calendar. */
const COUNTED: Readonly<Record<DayPay['counts'], Text>> = {
  rostered: text('days of a full month, by the roster', '满月天数（按班表）'),
  '21.75': text('days of a full month, by law', '满月计薪天数（法定）'),
  calendar: text('days of a full month, by the calendar', '满月天数（按日历）'),
};

const shared = (pay: DayPay, known: readonly Stretch[]): boolean =>
  known.length > 1 ||
  known.length < pay.stretches.length ||
  known[0]!.days < Number(pay.fullDays.num / pay.fullDays.den);

const noSalary = (person: PersonMonth): PayException => ({
  id: `no-post-salary:${person.id}`,
  staff: person.id,
  amount: null,
  message: text(
    `${person.id} ${person.person.name} has no post salary on some or all days of the month. Fill in post_salary in staff.csv.`,
    `${person.id} ${person.person.name} 本月部分或全部日期没有岗位工资。请在 staff.csv 填写“岗位工资”。`,
  ),
  sources: [person.person.source],
});
