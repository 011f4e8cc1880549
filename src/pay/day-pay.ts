/** What a person's post salary is on each day, and what a day of it is worth. */
import type { Fen } from '../base/fen.js';
import { compare, divide, multiply, type Ratio, ratio } from '../base/ratio.js';
import type { SourceRef } from '../base/source.js';
import type { Day } from '../calendar/day.js';
import { termsOn } from '../people/person.js';
import type { PayMonth, PersonMonth } from './month.js';

/** Days in a row with the same salary. */
export interface Stretch {
  readonly from: Day;
  readonly to: Day;
  /** Null: the staff list gives none. */
  readonly salary: Fen | null;
  readonly post: string | null;
  readonly onProbation: boolean;
  /** Days that count towards the salary: rostered, Monday to Friday, or calendar days. */
  readonly days: number;
  readonly source: SourceRef;
}

export interface DayPay {
  readonly stretches: readonly Stretch[];
  /** The days of a full month, as the salary is shared out over the month. */
  readonly fullDays: Ratio;
  /** The divisor of one day's worth: 21.75 stays 21.75 whatever the month. */
  readonly divisor: Ratio;
  readonly counts: 'rostered' | '21.75' | 'calendar';
  /** Exact fen; null where no salary is known. `salary` is before the probation rate. */
  readonly onDay: (day: Day) => { readonly salary: Fen; readonly rate: Ratio; readonly worth: Ratio } | null;
}

const LEGAL_DAYS = ratio(87, 4);
const ONE = ratio(1);

/** Rostered days of a full month for somebody who was not there throughout: the rest-day rule, or one rest day a week. */
function fullRosteredDays(month: PayMonth): number {
  const rule = month.handbook.values.rules['rest-days'];
  const rest = rule.level === 'off' || rule.days === 'weeks' ? month.sundays : rule.days;
  return Math.max(1, month.days.length - rest);
}

/** Null where the handbook pays no post salary. */
export function dayPayOf(month: PayMonth, person: PersonMonth): DayPay | null {
  const chapter = month.pay.post_salary;
  if (chapter === undefined) return null;
  const whole = person.employed.length === month.days.length;
  const due = new Set(month.days.filter((_, index) => isDue(person, index)));
  // Without a roster, or with a row of rest days only, there is nothing to divide by: calendar days then.
  const rostered = person.row !== null && (due.size > 0 || !whole);
  const counts = chapter.divisor === 'rostered' && !rostered ? 'calendar' : chapter.divisor;
  const countsDay: (day: Day) => boolean =
    counts === 'rostered' ? (day) => due.has(day) : counts === '21.75' ? (day) => month.weekdays.has(day) : () => true;
  const own = person.employed.filter(countsDay).length;
  const usual =
    counts === 'rostered' ? ratio(fullRosteredDays(month)) : counts === '21.75' ? LEGAL_DAYS : ratio(month.days.length);
  // Nobody who was there throughout gets less or more than the salary, and nobody who was not gets more.
  const fullDays = whole ? ratio(own) : compare(ratio(own), usual) > 0 ? ratio(own) : usual;
  const divisor = counts === '21.75' ? LEGAL_DAYS : fullDays;
  return {
    stretches: stretchesOf(person, countsDay),
    fullDays,
    divisor,
    counts,
    onDay: (day) => {
      const salary = termsOn(person.person, day).postSalary;
      if (salary === null) return null;
      const rate = onProbation(person, day) ? chapter.probation_rate : ONE;
      return { salary, rate, worth: divide(multiply(ratio(salary), rate), divisor) };
    },
  };
}

const onProbation = (person: PersonMonth, day: Day): boolean =>
  person.person.probationUntil !== null && day <= person.person.probationUntil;

/** A day with a shift or with leave: the salary is paid for it. */
function isDue(person: PersonMonth, index: number): boolean {
  const kind = person.row?.cells[index]?.kind;
  return kind === 'shift' || kind === 'leave';
}

function stretchesOf(person: PersonMonth, counts: (day: Day) => boolean): Stretch[] {
  const stretches: { -readonly [Key in keyof Stretch]: Stretch[Key] }[] = [];
  for (const day of person.employed) {
    const { postSalary: salary, post, source } = termsOn(person.person, day);
    const probation = onProbation(person, day);
    const one = counts(day) ? 1 : 0;
    const last = stretches.at(-1);
    if (last !== undefined && last.salary === salary && last.onProbation === probation) {
      last.to = day;
      last.days += one;
    } else {
      stretches.push({ from: day, to: day, salary, post, onProbation: probation, days: one, source });
    }
  }
  return stretches;
}

/** Whether a day counts where leave and absence are taken off: on a day of rest nothing was to be earned. */
export function countsAsWorkday(month: PayMonth, person: PersonMonth, day: Day, counts: DayPay['counts']): boolean {
  return counts !== 'rostered' || isDue(person, month.days.indexOf(day));
}
