/**
 * What a few changed cells cost, fast: a person's row is valued alone, and of what people decide together only the totals
 * that move. By the model's words (solve/model.ts), with every hard rule priced; for looking over thousands of changes.
 * What is then proposed is judged by `check`.
 */
import type { Problem } from '../problem.js';
import type { Roster, Score } from '../roster.js';
import { linesOf } from '../solve/compile/lines.js';
import { rowOf } from '../solve/compile/row.js';
import { sheetOf } from '../solve/compile/sheet.js';
import { toAnswer } from '../solve/compile.js';
import { lineTotal, rowCosts } from '../solve/evaluate.js';
import { costOfTotal, HARD, levels, type Model, type Pattern, type Row } from '../solve/model.js';

/** `value`: 0 no shift, else the number of the shift in the problem's order, from 1 on. */
export interface ValueChange {
  readonly agent: number;
  readonly day: number;
  readonly value: number;
}

export interface Appraiser {
  readonly valueAt: (agent: number, day: number) => number;
  /** What the changes add to the score; null: they touch a pinned cell. */
  readonly cost: (changes: readonly ValueChange[]) => Score | null;
}

/** Cells as `agent`-free number -> the lines they move. */
interface Touch {
  readonly line: number;
  readonly agents: ReadonlySet<number> | null;
  readonly coefficient: number;
}

export function appraiserOf(problem: Problem, roster: Roster): Appraiser {
  const sheet = sheetOf(problem);
  const { days, before, values } = sheet;
  const shared = new Map<string, Pattern>();
  const rows: Row[] = [];
  const model: Model = { days, before, values, rows, lines: linesOf(sheet) };
  const answer = toAnswer(roster, problem);
  const touches = touchesOf(model);
  const priced = new Map<string, number>();

  const rowCost = (agent: number, row: Uint8Array): number => {
    const key = `${agent} ${row.join()}`;
    const known = priced.get(key);
    if (known !== undefined) return known;
    rows[agent] ??= rowOf({ sheet, index: agent, hard: 'priced' }, shared);
    const cost = rowCosts(model, agent, row).reduce((sum, part) => sum + part.cost, 0);
    priced.set(key, cost);
    return cost;
  };
  // Totals of agents whose rows are not compiled yet: lines speak of cells only.
  const everybody = { ...model, rows: problem.agents.map(() => null) as unknown as Row[] };
  const totals = model.lines.map((line) => lineTotal(everybody, line, answer));
  const lineCost = (line: number, of: (line: number) => number): number => {
    const { when, penalty } = model.lines[line]!;
    return when >= 0 && of(when) <= 0 ? 0 : costOfTotal(penalty, of(line));
  };
  const dependents = new Map<number, number[]>();
  model.lines.forEach(({ when }, line) => {
    if (when >= 0) dependents.set(when, [...(dependents.get(when) ?? []), line]);
  });

  return {
    valueAt: (agent, day) => answer[agent * days + day]!,
    cost: (changes) => {
      const moved = new Map<number, number>();
      const changed = new Map<number, Uint8Array>();
      for (const { agent, day, value } of changes) {
        const row = changed.get(agent) ?? answer.slice(agent * days, (agent + 1) * days);
        changed.set(agent, row);
        for (const [cell, sign] of [
          [row[day]!, -1],
          [value, 1],
        ] as const) {
          for (const { line, agents, coefficient } of touches.get(day * values + cell) ?? []) {
            if (agents === null || agents.has(agent)) moved.set(line, (moved.get(line) ?? 0) + sign * coefficient);
          }
        }
        row[day] = value;
      }
      let sum = 0;
      for (const [agent, row] of changed) {
        sum += rowCost(agent, row) - rowCost(agent, answer.subarray(agent * days, (agent + 1) * days));
      }
      const judged = new Set([...moved.keys()].flatMap((line) => [line, ...(dependents.get(line) ?? [])]));
      const now = (line: number): number => totals[line]! + (moved.get(line) ?? 0);
      for (const line of judged) sum += lineCost(line, now) - lineCost(line, (each) => totals[each]!);
      return Number.isFinite(sum) ? difference(sum) : null;
    },
  };
}

/** A difference of costs in its two levels; the soft part may be negative. */
function difference(cost: number): Score {
  const { hard, soft } = levels(Math.abs(cost));
  const { hard: nearest } = levels(Math.abs(cost) + HARD / 2);
  const rest = nearest > hard ? soft - HARD : soft;
  return cost < 0 ? { hard: 0 - nearest, soft: 0 - rest } : { hard: nearest, soft: rest };
}

function touchesOf({ lines }: Model): Map<number, Touch[]> {
  const touches = new Map<number, Touch[]>();
  lines.forEach(({ parts }, line) => {
    for (const { agents, cells, coefficient } of parts) {
      const own = agents === null ? null : new Set(agents);
      for (const cell of cells) {
        const there = touches.get(cell);
        if (there === undefined) touches.set(cell, [{ line, agents: own, coefficient }]);
        else there.push({ line, agents: own, coefficient });
      }
    }
  });
  return touches;
}
