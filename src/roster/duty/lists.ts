/**
 * The duty list (值班: who stays on after the late shift) and the cleaning list (值日), from the published roster. Fair pro rata
 * to the late shifts and to the working days a person has; protected people are on neither.
 */
import { error, type Issue, type Outcome, outcome, warning } from '../../base/issue.js';
import { text } from '../../base/text.js';
import { addDays, type Day, firstDay } from '../../calendar/day.js';
import type { StaffId } from '../../people/person.js';
import type { Problem, Shift } from '../problem.js';
import type { Roster } from '../roster.js';
import { viewOf } from '../view.js';
import { assignFairly, type Slot } from './assign.js';
import type { DutyEntry, DutyKind } from './read-duty.js';

/** An earlier month: its roster and its list as it was kept. */
export interface EarlierDuty {
  readonly roster: Roster;
  readonly entries: readonly DutyEntry[];
}

export interface Duty extends DutyEntry {
  /** Minutes of the day until which the person stays; null for cleaning. */
  readonly until: number | null;
}

/** Rows by day, duty before cleaning. */
export function dutyLists(roster: Roster, problem: Problem, earlier: readonly EarlierDuty[]): Outcome<readonly Duty[]> {
  const { duty, cleaning } = problem.handbook.values;
  const view = viewOf(roster, problem);
  const lateOn = (agent: number, day: number): Shift | null => view.shifts(agent, day).find(({ late }) => late) ?? null;
  const free = problem.days.map((_, day) =>
    problem.agents.flatMap((agent, index) => (agent.protectedOn[day] ? [] : [{ id: agent.id, index }])),
  );
  const nights = free.map((people, day): Slot => {
    const late = people.flatMap(({ id, index }) => {
      const shift = lateOn(index, day);
      return shift === null ? [] : [{ id, end: shift.span.to }];
    });
    const end = Math.max(...late.map((one) => one.end));
    const candidates = late.filter((one) => one.end === end).map(({ id }) => id);
    return { needed: duty?.agents ?? 0, candidates, spared: [] };
  });
  const share = (kind: DutyKind, slots: readonly Slot[]): readonly (readonly StaffId[])[] =>
    assignFairly(slots, owedFrom(kind, problem, earlier), onEve(kind, problem, earlier));
  const staying = share('duty', nights);
  const days = free.map(
    (people, day): Slot => ({
      needed: cleaning?.agents ?? 0,
      candidates: people.filter(({ index }) => view.shifts(index, day).length > 0).map(({ id }) => id),
      spared: staying[day]!,
    }),
  );
  const sweeping = share('cleaning', days);
  const indexOf = new Map(problem.agents.map(({ id }, index) => [id, index]));
  const until = (staff: StaffId, day: number): number => {
    const shift = lateOn(indexOf.get(staff)!, day)!;
    return (problem.handbook.values.shifts[shift.code]?.stays_until ?? shift.span.to) + (duty?.minutes ?? 0);
  };
  const list = problem.days.flatMap(({ day }, index): Duty[] => [
    ...staying[index]!.map((staff): Duty => ({ day, kind: 'duty', staff, until: until(staff, index) })),
    ...sweeping[index]!.map((staff): Duty => ({ day, kind: 'cleaning', staff, until: null })),
  ]);
  return outcome(list, [...tooFew('duty', problem, nights), ...tooFew('cleaning', problem, days)]);
}

/** The times a person has had a duty so far this month, for the page and the terminal. */
export const countOf = (list: readonly DutyEntry[], kind: DutyKind, staff: StaffId): number =>
  list.filter((one) => one.kind === kind && one.staff === staff).length;

/** Whole duties that people did below their share of earlier months (above: negative), pro rata to their late shifts or days. */
function owedFrom(kind: DutyKind, problem: Problem, earlier: readonly EarlierDuty[]): Map<StaffId, number> {
  const late = new Set(problem.shifts.filter((shift) => shift.late).map(({ code }) => code));
  const owed = new Map<StaffId, number>();
  for (const { roster, entries } of earlier) {
    const counts = roster.rows.map(({ staff, cells }) => ({
      staff,
      shifts: cells.filter(
        (cell) => cell.kind === 'shift' && (kind === 'cleaning' || cell.shifts.some((code) => late.has(code))),
      ).length,
    }));
    const all = counts.reduce((sum, { shifts }) => sum + shifts, 0);
    const known = new Set(counts.map(({ staff }) => staff));
    const done = entries.filter((entry) => entry.kind === kind && known.has(entry.staff)).length;
    for (const { staff, shifts } of counts) {
      const part = all === 0 ? 0 : (done * shifts) / all;
      owed.set(staff, (owed.get(staff) ?? 0) + part - countOf(entries, kind, staff));
    }
  }
  return owed;
}

/** Who had the duty on the last day before the month. */
function onEve(kind: DutyKind, problem: Problem, earlier: readonly EarlierDuty[]): StaffId[] {
  const eve = addDays(firstDay(problem.month), -1);
  return earlier.flatMap(({ entries }) =>
    entries.filter((entry) => entry.kind === kind && entry.day === eve).map(({ staff }) => staff),
  );
}

const SAYS = {
  duty: { en: 'stay on after the late shift', zh: '晚班后值班' },
  cleaning: { en: 'do the cleaning', zh: '值日' },
} as const;

/** One warning a list: the days on which too few may do it. */
function tooFew(kind: DutyKind, problem: Problem, slots: readonly Slot[]): Issue[] {
  const short = slots.flatMap(({ needed, candidates }, day): Day[] =>
    candidates.length < needed ? [problem.days[day]!.day] : [],
  );
  if (short.length === 0) return [];
  const [first, rest] = [short.slice(0, 3), short.length - 3];
  const { en, zh } = SAYS[kind];
  return [
    warning(
      'duty-too-few',
      null,
      text(
        `too few people can ${en} on ${first.join(', ')}${rest > 0 ? ` and ${rest} more days` : ''} (protected people do not).`,
        `${first.join('、')}${rest > 0 ? `等 ${short.length} 天，` : ''}可安排${zh}的人不够（保护期内人员不安排）。`,
      ),
      text(
        'Fill these days in duty.csv by hand, or change the roster.',
        '请在 duty.csv 中手工补上这些日子，或调整排班。',
      ),
    ),
  ];
}

/** Neither list nor sheet: the handbook says nothing of any of them. */
export const nothingAsked = (): Issue =>
  error(
    'duty-not-in-handbook',
    null,
    text(
      'the handbook has no duty, no cleaning duty, no change of shift and no daily routine.',
      '手册中没有值班、值日、交接班，也没有每日流程。',
    ),
    text(
      'Add one: duty: { agents: 1, minutes: 30 }, cleaning: { agents: 1 }, or extends: [daily-routine].',
      '请在手册中加入，例如 duty: { agents: 1, minutes: 30 }、cleaning: { agents: 1 } 或 extends: [daily-routine]。',
    ),
  );
