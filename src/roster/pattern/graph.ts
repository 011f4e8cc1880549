/**
 * The days of a line as a walk through states: what was worked today, for how many days in a row, how long the working
 * stretch is already. Every bound on blocks is in the states, so any closed walk keeps them all; a line of n weeks is a
 * closed walk of 7n steps. How many steps there are does not matter to the size: 9 people or 163, a few hundred states.
 *
 * What the weekday decides is in the arcs: a week has no day off exactly when the stretch is 7 or longer on its Sunday, and
 * the days since the last shift are the block of days off.
 */
import { type CycleProblem, DAY_OFF, isChangeDay } from './cycle.js';

export interface PatternGraph {
  readonly nodes: number;
  /** Weekday on which each node begins, 0 = Monday. */
  readonly weekday: Uint8Array;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The days that each arc stands for, from the weekday of its `from` on: shift indices, -1 = day off. */
  readonly days: readonly (readonly number[])[];
  /** What each arc costs. */
  readonly price: Float64Array;
  /** Arcs are whole stretches, not single days. */
  readonly isStretches?: true;
}

/**
 * `shift` DAY_OFF: `block` days off so far, `before` the shift before them as far as it is remembered; `work` counts working
 * days. Counts that no bound needs stop at the last one that matters, so that there are fewer states.
 */
interface State {
  readonly shift: number;
  readonly block: number;
  readonly work: number;
  readonly before: number;
}

const key = (state: State): string => `${state.shift}/${state.block}/${state.work}/${state.before}`;

const has = (pairs: readonly (readonly [number, number])[], a: number, b: number): boolean =>
  pairs.some(([first, second]) => first === a && second === b);

/** How far each shift's days in a row are counted. */
const counted = (problem: CycleProblem): number[] =>
  problem.shifts.map(({ block }) => (block.most < problem.work.most ? block.most : Math.max(1, block.least)));

/** The states of the next day. `remembers`: the shift before days off, through all of them. */
function follow(state: State, problem: CycleProblem, counts: readonly number[], remembers: boolean): State[] {
  const { shifts, off, work, forbidden, forbiddenOverOneDayOff } = problem;
  const next: State[] = [];
  const begin = (shift: number, worked: number): State => ({ shift, block: 1, work: worked, before: DAY_OFF });
  if (state.shift === DAY_OFF) {
    const before = remembers ? state.before : DAY_OFF;
    if (state.block < off.most) next.push({ shift: DAY_OFF, block: state.block + 1, work: 0, before });
    if (state.block >= off.least)
      shifts.forEach((_, shift) => {
        const tooSoon = state.block === 1 && has(forbiddenOverOneDayOff, state.before, shift);
        if (!tooSoon) next.push(begin(shift, 1));
      });
    return next;
  }
  const bounds = shifts[state.shift]!.block;
  const longer = state.work < work.most;
  const limited = bounds.most < work.most;
  if (longer && !(limited && state.block >= bounds.most))
    next.push({ ...state, block: Math.min(counts[state.shift]!, state.block + 1), work: state.work + 1 });
  if (state.block < bounds.least) return next;
  shifts.forEach((_, shift) => {
    if (longer && shift !== state.shift && !has(forbidden, state.shift, shift)) next.push(begin(shift, state.work + 1));
  });
  if (state.work >= work.least) {
    // Only triples and changes look back over a day off: without them the shift before it is forgotten (fewer states).
    const before = remembers || forbiddenOverOneDayOff.length > 0 ? state.shift : DAY_OFF;
    next.push({ shift: DAY_OFF, block: 1, work: 0, before });
  }
  return next;
}

const SUNDAY = 6;

/** Whether the step is a change of shift: from which one, after how many days. */
function changeOf(from: State, to: State): { readonly shift: number; readonly days: number } | null {
  if (to.shift === DAY_OFF) return null;
  const change = from.shift === DAY_OFF ? { shift: from.before, days: from.block + 1 } : { shift: from.shift, days: 1 };
  return change.shift === to.shift || change.shift === DAY_OFF ? null : change;
}

/** Whether the weekday allows the step from `from` on `weekday` to `to` on the next day. */
function allowed(from: State, to: State, weekday: number, problem: CycleProblem): boolean {
  if (problem.weeklyDayOff === true && weekday === SUNDAY && from.work >= 7) return false;
  const change = problem.changeOn === undefined ? null : changeOf(from, to);
  if (change === null) return true;
  // The last day of the old shift lies `days` before the day after `weekday`.
  return isChangeDay(weekday + 1 - change.days + 7 * change.days, change.days, problem.changeOn!);
}

/** All states that can be reached, on each weekday. */
export function patternGraph(problem: CycleProblem): PatternGraph {
  const index = new Map<string, number>();
  const states: State[] = [];
  const add = (state: State): number => {
    const known = index.get(key(state));
    if (known !== undefined) return known;
    index.set(key(state), states.length);
    return states.push(state) - 1;
  };
  const counts = counted(problem);
  const remembers = problem.changeOn !== undefined;
  for (const shift of problem.shifts.keys()) add({ shift, block: 1, work: 1, before: DAY_OFF });
  const steps: [number, number][] = [];
  // `states` grows while it is walked: breadth first.
  for (let at = 0; at < states.length; at += 1)
    for (const next of follow(states[at]!, problem, counts, remembers)) steps.push([at, add(next)]);
  const nodes = states.length * 7;
  const arcs = steps.flatMap(([from, to]) =>
    [0, 1, 2, 3, 4, 5, 6].flatMap((weekday) => {
      const [a, b] = [states[from]!, states[to]!];
      if (!allowed(a, b, weekday, problem)) return [];
      return [[from * 7 + weekday, to * 7 + ((weekday + 1) % 7)] as const];
    }),
  );
  return {
    nodes,
    weekday: Uint8Array.from({ length: nodes }, (_, node) => node % 7),
    from: Int32Array.from(arcs, ([from]) => from),
    to: Int32Array.from(arcs, ([, to]) => to),
    days: arcs.map(([from]) => [states[Math.floor(from / 7)]!.shift]),
    price: new Float64Array(arcs.length),
  };
}
