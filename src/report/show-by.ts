/** The roster by the week, by person, and on one day: what somebody looks up who does not plan. */
import { type Lang, type Text, text } from '../base/text.js';
import { showClock } from '../calendar/clock.js';
import type { PlanAgent, Problem } from '../roster/problem.js';
import type { Roster } from '../roster/roster.js';
import { viewOf } from '../roster/view.js';
import type { GridCell, GridDay, GridDocument, GridRow } from './grid.js';
import { shortDay, shortWeekday, showHours } from './words.js';

/** The month's grid cut at Mondays; hours, days at work and rest days of each week at the right. */
export function weekGrids(grid: GridDocument, roster: Roster, problem: Problem): readonly GridDocument[] {
  const view = viewOf(roster, problem);
  return weeksOf(grid.days).map(([from, to]) => {
    const at = grid.days.slice(from, to).map((_, day) => from + day);
    return {
      ...grid,
      tailDays: [],
      // Said once, beneath the last week.
      legend: to === grid.days.length ? grid.legend : [],
      days: grid.days.slice(from, to),
      rows: grid.rows.map((row, agent): GridRow => {
        const shifts = at.flatMap((day) => view.shifts(agent, day));
        const rest = at.filter((day) => view.cell(agent, day)?.kind === 'rest').length;
        return {
          ...row,
          tail: [],
          cells: row.cells.slice(from, to),
          totals: [
            showHours(shifts.reduce((sum, { minutes }) => sum + minutes, 0)),
            String(shifts.length),
            String(rest),
          ],
        };
      }),
      totals: [text('hours', '工时'), text('shifts', '班数'), text('rest', '休息')],
      counts: grid.counts.map((count) => ({ ...count, heads: count.heads.slice(from, to) })),
    };
  });
}

/** Calendar weeks as `[from, to)`. */
function weeksOf(days: readonly GridDay[]): readonly (readonly [number, number])[] {
  const starts = days.flatMap(({ weekday }, at) => (at === 0 || weekday === 1 ? [at] : []));
  return starts.map((from, week) => [from, starts[week + 1] ?? days.length] as const);
}

/** One person's month as a calendar leaf: weeks of seven places, null before the first and after the last day. */
export interface PersonLeaf {
  readonly id: string;
  readonly name: string;
  readonly figures: Text;
  readonly weeks: readonly (readonly ({ readonly day: GridDay; readonly cell: GridCell } | null)[])[];
}

export const personLeaves = (grid: GridDocument): readonly PersonLeaf[] =>
  grid.rows.map(({ id, name, cells, totals }) => {
    const [hours, rest, late, weekends] = [totals[0], ...totals.slice(-3)];
    return {
      id,
      name,
      figures: text(
        `${hours} h, ${rest} rest days, ${late} late, ${weekends} weekend days`,
        `${hours} 小时，休息 ${rest} 天，晚班 ${late} 个，周末 ${weekends} 天`,
      ),
      weeks: weeksOf(grid.days).map(([from, to]) => {
        const places: ({ day: GridDay; cell: GridCell } | null)[] = Array.from({ length: 7 }, () => null);
        for (let at = from; at < to; at += 1) {
          const day = grid.days[at]!;
          places[day.weekday - 1] = { day, cell: cells[at]! };
        }
        return places;
      }),
    };
  });

/** Who is where on one day. */
export interface DayBoard {
  readonly title: Text;
  readonly shifts: readonly { readonly code: string; readonly words: Text; readonly staff: readonly string[] }[];
  /** Resting, and on leave with the kind. */
  readonly away: readonly { readonly words: Text; readonly staff: readonly string[] }[];
}

/** @param at index of the day in the month */
export function dayBoard(roster: Roster, problem: Problem, at: number): DayBoard {
  const view = viewOf(roster, problem);
  const { day, weekday, name } = problem.days[at]!;
  const called = name === null ? text('', '') : text(` ${name.en}`, ` ${name.zh}`);
  const week = shortWeekday(weekday);
  const who = ({ id, person }: PlanAgent): string => `${id} ${person.name}`;
  const where = (kind: string, leave: string | null = null): string[] =>
    problem.agents.flatMap((agent, index) => {
      const cell = view.cell(index, at);
      return cell?.kind === kind && (cell.kind !== 'leave' || cell.leave === leave) ? [who(agent)] : [];
    });
  const kinds = problem.agents.flatMap((_, index) => {
    const cell = view.cell(index, at);
    return cell?.kind === 'leave' ? [cell.leave] : [];
  });
  return {
    title: text(`${shortDay(day)} ${week.en}${called.en}`, `${shortDay(day)} 周${week.zh}${called.zh}`),
    shifts: problem.shifts.map(({ code, name: words, parts }) => {
      const times = (lang: Lang): string =>
        parts.map(({ from, to }) => `${showClock(from)[lang]}-${showClock(to)[lang]}`).join(' ');
      return {
        code,
        words: text(`${words.en} ${times('en')}`, `${words.zh} ${times('zh')}`),
        staff: view.on(at, code).map((agent) => who(problem.agents[agent]!)),
      };
    }),
    away: [
      { words: text('resting', '休息'), staff: where('rest') },
      ...[...new Set(kinds)].map((kind) => ({
        words: problem.handbook.values.leave.kinds[kind]?.name ?? text(kind, kind),
        staff: where('leave', kind),
      })),
    ],
  };
}
