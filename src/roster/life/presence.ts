/** Who is there when: a day's head-counts by shift, and by the half hour. */
import { DAY_MINUTES } from '../../calendar/clock.js';
import type { StaffId } from '../../people/person.js';
import { coversHalfHour } from '../judge/shift-times.js';
import type { CoverNeed, Problem, Shift } from '../problem.js';
import type { RosterView } from '../view.js';

/** One shift on one day. */
export interface Heads {
  readonly shift: Shift;
  readonly staff: readonly StaffId[];
  /** Null: cover asks for nothing. */
  readonly need: CoverNeed | null;
}

export const headsOn = (view: RosterView, problem: Problem, day: number): Heads[] =>
  problem.shifts.map((shift) => ({
    shift,
    staff: view.on(day, shift.code).map((agent) => problem.agents[agent]!.id),
    need: problem.cover.find((need) => need.day === day && need.shift === shift.code) ?? null,
  }));

/** A stretch of half hours with the same people there. Minutes of the day; past midnight they run on. */
export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly present: number;
  /** Null: demand asks for nothing there. */
  readonly asked: number | null;
}

const STEP = 30;

/** From the first start to the last end of the day's shifts; the evening before's shift past midnight counts. */
export function presenceOn(view: RosterView, problem: Problem, day: number): Stretch[] {
  const asked = new Map(problem.intervals.filter((need) => need.day === day).map((need) => [need.from, need.agents]));
  const from = Math.min(...problem.shifts.map(({ span }) => span.from), ...asked.keys());
  const to = Math.max(...problem.shifts.map(({ span }) => span.to), ...[...asked.keys()].map((start) => start + STEP));
  const stretches: Stretch[] = [];
  for (let start = from; start + STEP <= to; start += STEP) {
    const present = problem.agents.reduce((sum, _, agent) => sum + there(view, agent, day, start), 0);
    const now = { from: start, to: start + STEP, present, asked: asked.get(start) ?? null };
    const last = stretches.at(-1);
    const goesOn = last !== undefined && last.present === now.present && last.asked === now.asked;
    if (goesOn) stretches[stretches.length - 1] = { ...last, to: now.to };
    else stretches.push(now);
  }
  return stretches;
}

function there(view: RosterView, agent: number, day: number, from: number): number {
  const backs = from >= DAY_MINUTES ? [0] : [0, 1];
  return backs.reduce(
    (sum, back) => sum + view.shifts(agent, day - back).filter((shift) => coversHalfHour(shift, from, back)).length,
    0,
  );
}
