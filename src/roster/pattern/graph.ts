/**
 * The days of a line as a walk through states: what was worked today, for how many days in a row, how long the working
 * stretch is already. Every bound on blocks is in the states, so any closed walk keeps them all; a line of n weeks is a
 * closed walk of 7n steps. How many steps there are does not matter to the size: 9 people or 163, a few hundred states.
 */
import { type CycleProblem, DAY_OFF } from './cycle.js';

export interface PatternGraph {
  readonly nodes: number;
  /** Weekday of each node, 0 = Monday. */
  readonly weekday: Uint8Array;
  /** Shift index of each node, -1 = day off. */
  readonly value: Int8Array;
  /** Arcs, from a day to the next. */
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** `shift` DAY_OFF: `block` days off so far, `before` the shift before a first day off; `work` counts working days. */
interface State {
  readonly shift: number;
  readonly block: number;
  readonly work: number;
  readonly before: number;
}

const key = (state: State): string => `${state.shift}/${state.block}/${state.work}/${state.before}`;

const has = (pairs: readonly (readonly [number, number])[], a: number, b: number): boolean =>
  pairs.some(([first, second]) => first === a && second === b);

function follow(state: State, problem: CycleProblem): State[] {
  const { shifts, off, work, forbidden, forbiddenOverOneDayOff } = problem;
  const next: State[] = [];
  const begin = (shift: number, worked: number): State => ({ shift, block: 1, work: worked, before: DAY_OFF });
  if (state.shift === DAY_OFF) {
    if (state.block < off.most) next.push({ shift: DAY_OFF, block: state.block + 1, work: 0, before: DAY_OFF });
    if (state.block >= off.least)
      shifts.forEach((_, shift) => {
        const tooSoon = state.block === 1 && has(forbiddenOverOneDayOff, state.before, shift);
        if (!tooSoon) next.push(begin(shift, 1));
      });
    return next;
  }
  const bounds = shifts[state.shift]!.block;
  const longer = state.work < work.most;
  if (longer && state.block < bounds.most) next.push({ ...state, block: state.block + 1, work: state.work + 1 });
  if (state.block < bounds.least) return next;
  shifts.forEach((_, shift) => {
    if (longer && shift !== state.shift && !has(forbidden, state.shift, shift)) next.push(begin(shift, state.work + 1));
  });
  if (state.work >= work.least) {
    // Only triples look back over a day off: without them the shift before it is forgotten (fewer states).
    const before = forbiddenOverOneDayOff.length > 0 ? state.shift : DAY_OFF;
    next.push({ shift: DAY_OFF, block: 1, work: 0, before });
  }
  return next;
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
  for (const shift of problem.shifts.keys()) add({ shift, block: 1, work: 1, before: DAY_OFF });
  const steps: [number, number][] = [];
  // `states` grows while it is walked: breadth first.
  for (let at = 0; at < states.length; at += 1)
    for (const next of follow(states[at]!, problem)) steps.push([at, add(next)]);
  const nodes = states.length * 7;
  const arcs = steps.flatMap(([from, to]) =>
    Array.from({ length: 7 }, (_, weekday) => [from * 7 + weekday, to * 7 + ((weekday + 1) % 7)] as const),
  );
  return {
    nodes,
    weekday: Uint8Array.from({ length: nodes }, (_, node) => node % 7),
    value: Int8Array.from({ length: nodes }, (_, node) => states[Math.floor(node / 7)]!.shift),
    from: Int32Array.from(arcs, ([from]) => from),
    to: Int32Array.from(arcs, ([, to]) => to),
  };
}
