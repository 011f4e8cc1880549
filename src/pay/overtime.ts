/**
 * Which minutes are overtime (劳动法 44, 工资支付暂行规定 13). Standard hours: by the day. Comprehensive hours: what exceeds the
 * month's standard total, a shift on a weekend being ordinary work. Statutory holidays apart from both.
 */
import type { SourceRef } from '../base/source.js';
import type { Day } from '../calendar/day.js';
import type { DayKind } from '../calendar/holidays.js';
import { meetingMinutes } from './meetings.js';
import type { PayMonth, PersonMonth } from './month.js';
import { workedShifts } from './worked.js';

/** Minutes of a standard working day. */
export const STANDARD_DAY = 480;

export interface WorkedDay {
  readonly day: Day;
  readonly kind: DayKind;
  /** Shift, extension and meeting together. */
  readonly minutes: number;
  readonly extended: number;
  readonly meeting: number;
  readonly sources: readonly SourceRef[];
}

export interface Overtime {
  /** Minutes by day; comprehensive: one entry on the last day worked. */
  readonly weekday: readonly { readonly day: Day; readonly minutes: number }[];
  readonly restDay: readonly { readonly day: Day; readonly minutes: number }[];
  readonly holiday: readonly { readonly day: Day; readonly minutes: number }[];
  readonly days: readonly WorkedDay[];
  /** Comprehensive hours: the month's standard total for this person; null for standard hours. */
  readonly standard: number | null;
}

export function workedDays(month: PayMonth, person: PersonMonth): WorkedDay[] {
  const days = new Map<Day, { minutes: number; extended: number; sources: SourceRef[] }>();
  for (const shift of workedShifts(person)) {
    const sums = days.get(shift.day) ?? { minutes: 0, extended: 0, sources: [] };
    sums.minutes += shift.workedMinutes;
    sums.extended += shift.extendedMinutes;
    sums.sources.push(...shift.sources);
    days.set(shift.day, sums);
  }
  const meetings = new Map(meetingMinutes(month, person).map(({ day, minutes }) => [day, minutes]));
  return [...days].map(([day, sums]) => {
    const meeting = meetings.get(day) ?? 0;
    return {
      day,
      kind: month.kinds.get(day)!,
      minutes: sums.minutes + sums.extended + meeting,
      extended: sums.extended,
      meeting,
      sources: sums.sources,
    };
  });
}

const isOffice = (kind: DayKind): boolean => kind === 'workday' || kind === 'make-up-work';

export function overtimeOf(month: PayMonth, person: PersonMonth, hours: 'standard' | 'comprehensive'): Overtime {
  const days = workedDays(month, person);
  const holiday = days.filter(({ kind }) => kind === 'statutory').map(({ day, minutes }) => ({ day, minutes }));
  const others = days.filter(({ kind }) => kind !== 'statutory');
  if (hours === 'comprehensive') {
    const standard = standardTotal(month, person);
    const worked = others.reduce((sum, { minutes }) => sum + minutes, 0);
    const last = others.at(-1);
    const weekday = last === undefined || worked <= standard ? [] : [{ day: last.day, minutes: worked - standard }];
    return { weekday, restDay: [], holiday, days, standard };
  }
  // A rest day worked and a workday rested in exchange are even; what is left, the latest days, is paid.
  const inExchange = restedWorkdays(month, person);
  const restDays = others.filter(({ kind }) => !isOffice(kind));
  const paid = new Set(restDays.slice(inExchange).map(({ day }) => day));
  return {
    weekday: others
      .filter(({ day, minutes }) => !paid.has(day) && minutes > STANDARD_DAY)
      .map(({ day, minutes }) => ({ day, minutes: minutes - STANDARD_DAY })),
    restDay: restDays.filter(({ day }) => paid.has(day)).map(({ day, minutes }) => ({ day, minutes })),
    holiday,
    days,
    standard: null,
  };
}

/** Office days of the employment, less the days of leave among them. */
function standardTotal(month: PayMonth, person: PersonMonth): number {
  const away = new Set(person.leave.map(({ day }) => day));
  return person.employed.filter((day) => isOffice(month.kinds.get(day)!) && !away.has(day)).length * STANDARD_DAY;
}

const restedWorkdays = (month: PayMonth, person: PersonMonth): number =>
  month.days.filter((day, index) => person.row?.cells[index]?.kind === 'rest' && isOffice(month.kinds.get(day)!))
    .length;
