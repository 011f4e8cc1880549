/**
 * The reference: what an answer costs, slowly and plainly, straight from the words of `model.ts`. It shares no code with
 * the search; tests hold the two together, and every answer is valued here before it leaves the solver.
 */
import {
  type Answer,
  costOfRun,
  costOfTotal,
  FORBIDDEN,
  type Group,
  type Line,
  levels,
  type Membership,
  type Model,
  type Pattern,
  type Run,
  type Single,
  UNKNOWN,
} from './model.js';

export interface Evaluation {
  /** Hard violations; meaningless while `broken` is not empty. */
  readonly hard: number;
  readonly soft: number;
  /** `hard * HARD + soft`; FORBIDDEN while `broken` is not empty. */
  readonly cost: number;
  /** What is forbidden and happens all the same: our own bug, or an answer made elsewhere. */
  readonly broken: readonly string[];
}

export function evaluate(model: Model, answer: Answer): Evaluation {
  const broken: string[] = [];
  let cost = 0;
  const charge = (amount: number, what: () => string): void => {
    if (amount === FORBIDDEN) broken.push(what());
    else cost += amount;
  };
  for (let agent = 0; agent < model.rows.length; agent += 1) {
    for (const part of rowCosts(model, agent, answer.subarray(agent * model.days, (agent + 1) * model.days))) {
      charge(part.cost, () => `agent ${agent}: ${part.what}`);
    }
  }
  model.lines.forEach((line, index) => {
    if (line.when >= 0 && lineTotal(model, model.lines[line.when]!, answer) <= 0) return;
    const total = lineTotal(model, line, answer);
    charge(costOfTotal(line.penalty, total), () => `line ${index}: total ${total}`);
  });
  if (broken.length > 0) return { hard: 0, soft: 0, cost: FORBIDDEN, broken };
  return { ...levels(cost), cost, broken };
}

/** The sum of a line's cells in an answer. */
export function lineTotal(model: Model, line: Line, answer: Answer): number {
  let total = line.base;
  const everybody = model.rows.map((_, agent) => agent);
  for (const part of line.parts) {
    for (const agent of part.agents ?? everybody) {
      for (const cell of part.cells) {
        const day = Math.floor(cell / model.values);
        if (answer[agent * model.days + day] === cell % model.values) total += part.coefficient;
      }
    }
  }
  return total;
}

interface Part {
  readonly what: string;
  readonly cost: number;
}

/** The costs of one agent's row (the horizon's values), piece by piece; pieces that cost nothing included. */
export function rowCosts(model: Model, agent: number, values: Uint8Array): Part[] {
  const { before, days } = model;
  const row = model.rows[agent]!;
  const whole = new Uint8Array(before + days);
  whole.set(row.history);
  whole.set(values, before);
  const parts: Part[] = [];
  const { pattern } = row;
  for (let day = 0; day < days; day += 1) {
    const value = values[day]!;
    parts.push({ what: `day ${day} value ${value}`, cost: row.cell[day * model.values + value]! });
    parts.push({ what: `day ${day} pair`, cost: pairCost(model, pattern, whole, before + day) });
  }
  for (const run of pattern.runs) parts.push(...runCosts(model, pattern, run, whole));
  for (const single of pattern.singles) parts.push({ what: 'single', cost: singleCost(single, whole) });
  if (pattern.change !== null) parts.push(...changeCosts(model, pattern.change, whole));
  for (const group of pattern.groups) {
    const counted = countedGroups(model, pattern, group, whole);
    parts.push({ what: `${counted} groups`, cost: costOfTotal(group.penalty, counted) });
  }
  for (const counter of row.counters) {
    let total = 0;
    for (let day = 0; day < days; day += 1) total += counter.add[day * model.values + values[day]!]!;
    parts.push({ what: `total ${total}`, cost: costOfTotal(counter.penalty, total) });
  }
  return parts;
}

function pairCost(model: Model, pattern: Pattern, whole: Uint8Array, at: number): number {
  const table = pattern.pairs[at];
  if (table === null || table === undefined || at === 0 || whole[at - 1] === UNKNOWN) return 0;
  return table[whole[at - 1]! * model.values + whole[at]!]!;
}

/** Whether the day belongs, by the words of `Membership`. */
function belongs(model: Model, pattern: Pattern, member: Membership, whole: Uint8Array, at: number): boolean {
  if (whole[at] === UNKNOWN) return false;
  const kind = member[at * model.values + whole[at]!]!;
  if (kind < 2) return kind === 1;
  const previous = at === 0 ? UNKNOWN : whole[at - 1]!;
  const spilt =
    previous !== UNKNOWN && pattern.spill !== null && pattern.spill[(at - 1) * model.values + previous] === 1;
  return spilt === (kind === 3);
}

function runCosts(model: Model, pattern: Pattern, run: Run, whole: Uint8Array): Part[] {
  const parts: Part[] = [];
  let start = 0;
  for (let at = 0; at <= whole.length; at += 1) {
    if (at < whole.length && belongs(model, pattern, run.member, whole, at)) continue;
    const length = at - start;
    if (length > 0 && at > model.before) {
      const what = `run of ${length} from day ${start - model.before}`;
      parts.push({ what, cost: costOfRun(run, length) });
      const edge = start <= model.before || at === whole.length;
      if (!edge && length < run.least) parts.push({ what, cost: FORBIDDEN });
    }
    start = at + 1;
  }
  return parts;
}

function singleCost(single: Single, whole: Uint8Array): number {
  const has = (set: Uint8Array, at: number): boolean => whole[at] !== UNKNOWN && set[whole[at]!] === 1;
  let cost = 0;
  for (let at = 1; at + 1 < whole.length; at += 1) {
    if (has(single.beside, at - 1) && has(single.lone, at) && has(single.beside, at + 1)) cost += single.cost[at]!;
  }
  return cost;
}

function changeCosts(model: Model, change: NonNullable<Pattern['change']>, whole: Uint8Array): Part[] {
  const parts: Part[] = [];
  let last = -1;
  for (let at = 0; at < whole.length; at += 1) {
    const value = whole[at]!;
    if (value === 0 || value === UNKNOWN) continue;
    if (last >= 0 && at >= model.before) {
      const pair = whole[last]! * model.values + value;
      const isOpen = change.open.subarray(last + 1, at + 1).includes(1);
      const cost = change.cost[pair]! + (isOpen ? 0 : change.closed[pair]!);
      parts.push({ what: `change on day ${at - model.before}`, cost });
    }
    last = at;
  }
  return parts;
}

function countedGroups(model: Model, pattern: Pattern, group: Group, whole: Uint8Array): number {
  const counted = new Set<number>();
  for (let at = 0; at < whole.length; at += 1) {
    if (group.of[at]! >= 0 && belongs(model, pattern, group.member, whole, at)) counted.add(group.of[at]!);
  }
  return counted.size;
}
