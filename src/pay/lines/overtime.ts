/** 加班费: minutes beyond the standard hours at 150, 200 and 300 % of the hour's pay, salary / 21.75 / 8. */
import { type Fen, showYuan } from '../../base/fen.js';
import { add, divide, multiply, type Ratio, ratio, roundToFen, showPercent } from '../../base/ratio.js';
import { same, type Text, text } from '../../base/text.js';
import type { Day } from '../../calendar/day.js';
import { termsOn } from '../../people/person.js';
import type { Derivation, Figure } from '../derivation.js';
import { derive, fact, setting, total } from '../derive.js';
import { NOTHING, type PayLine } from '../line.js';
import { grouped, type PayMonth, type PersonMonth } from '../month.js';
import { type Overtime, overtimeOf } from '../overtime.js';

const PATH = 'pay.attendance.overtime';
/** 21.75 days of 8 hours, in minutes. */
const MONTH_MINUTES = ratio(10_440);

const KINDS = {
  weekday: text('beyond the standard hours', '延时加班'),
  rest_day: text('on days of rest', '休息日加班'),
  holiday: text('on statutory holidays', '法定节假日加班'),
} as const;

export const overtime: PayLine = {
  id: 'overtime',
  label: text('overtime', '加班费'),
  kind: 'earning',
  path: PATH,
  open: (month) => {
    const chapter = month.pay.attendance?.overtime;
    if (chapter === undefined || !chapter.pay) return null;
    return {
      forPerson: (person) => {
        const found = overtimeOf(month, person, chapter.hours);
        const minutes = { weekday: found.weekday, rest_day: found.restDay, holiday: found.holiday };
        const parts = (Object.keys(KINDS) as (keyof typeof KINDS)[]).flatMap((kind) =>
          partOf(month, person, found, kind, minutes[kind], chapter[kind]),
        );
        const whole = total({ line: overtime, handbook: month.handbook }, PATH, parts);
        return whole === null ? NOTHING : { derivation: whole };
      },
    };
  },
};

function partOf(
  month: PayMonth,
  person: PersonMonth,
  found: Overtime,
  kind: keyof typeof KINDS,
  minutes: readonly { readonly day: Day; readonly minutes: number }[],
  rate: Ratio,
): Derivation[] {
  // A raise in mid-month: each day by the salary of its day.
  const bySalary = grouped(minutes, ({ day }) => termsOn(person.person, day).postSalary);
  const sums = [...bySalary].flatMap(([salary, own]) => {
    if (salary === null) return [];
    const worked = own.reduce((sum, one) => sum + one.minutes, 0);
    const exact = multiply(divide(multiply(ratio(salary), ratio(worked)), MONTH_MINUTES), rate);
    return [{ exact, says: `${showYuan(salary)} / 21.75 / 8 / 60 x ${worked} x ${showPercent(rate)}` }];
  });
  if (sums.length === 0) return [];
  const amount: Fen = roundToFen(sums.map(({ exact }) => exact).reduce(add, ratio(0)));
  const days = new Set(minutes.map(({ day }) => day));
  const counted = found.days.filter(({ day }) => found.standard !== null || days.has(day));
  const sources = counted.flatMap((one) => one.sources);
  const all = minutes.reduce((sum, one) => sum + one.minutes, 0);
  return [
    derive(
      { line: overtime, handbook: month.handbook },
      {
        amount,
        // The rate's clause: whether overtime is paid at all is the user's own setting.
        path: `${PATH}.${kind}`,
        label: KINDS[kind],
        says: same(`${sums.map(({ says }) => says).join(' + ')} = ${showYuan(amount)}`),
        figures: [
          fact(text('minutes', '分钟'), `${all} (${shownDays(minutes, found)})`, sources),
          ...extras(month, counted),
          setting(month.handbook, `${PATH}.${kind}`, text('rate', '倍率'), showPercent(rate)),
        ],
        sources,
      },
    ),
  ];
}

function shownDays(minutes: readonly { readonly day: Day; readonly minutes: number }[], found: Overtime): string {
  if (found.standard === null) return minutes.map(({ day, minutes: own }) => `${day} ${own}`).join(', ');
  const worked = found.days.filter(({ kind }) => kind !== 'statutory').reduce((sum, day) => sum + day.minutes, 0);
  return minutes.some(({ day }) => found.holiday.some((one) => one.day === day))
    ? minutes.map(({ day, minutes: own }) => `${day} ${own}`).join(', ')
    : `${worked} - ${found.standard}`;
}

/** What of the counted days was approved extension, and what a meeting, each with the sentence that makes it worked time. */
function extras({ handbook }: PayMonth, days: Overtime['days']): Figure[] {
  const sum = (of: 'extended' | 'meeting'): number => days.reduce((all, day) => all + day[of], 0);
  const named: readonly (readonly [string, Text, number])[] = [
    [
      'service.extend_with_customers',
      text('of the days counted: with buyers still asking, past the end', '其中延长接待'),
      sum('extended'),
    ],
    ['meetings', text('of the days counted: meetings outside the shift', '其中班外例会'), sum('meeting')],
  ];
  return named
    .filter(([, , minutes]) => minutes > 0)
    .map(([path, name, minutes]) => ({
      ...fact(name, String(minutes), []),
      clause: handbook.origin(path).clause,
    }));
}
