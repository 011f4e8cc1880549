/**
 * Agents who are alike: the same rules, cells, history and lines, as in a department's first month before leave and wishes are in. What is the best row
 * for one of them is it for all.
 */
import type { PackedLines } from './lines.js';
import type { Counter, Model, Row } from './model.js';

/** By agent: the first of those alike, -1 where there is nobody like them. */
export function alikeOf({ rows }: Model, { touches }: PackedLines): Int32Array {
  const of = new Int32Array(rows.length).fill(-1);
  for (let agent = 0; agent < rows.length; agent += 1) {
    if (of[agent]! >= 0) continue;
    for (let other = agent + 1; other < rows.length; other += 1) {
      if (touches[agent] !== touches[other] || !isSameRow(rows[agent]!, rows[other]!)) continue;
      of[agent] = agent;
      of[other] = agent;
    }
  }
  return of;
}

const isSameRow = (one: Row, other: Row): boolean =>
  one.pattern === other.pattern &&
  isSame(one.history, other.history) &&
  isSame(one.cell, other.cell) &&
  one.counters.length === other.counters.length &&
  one.counters.every((counter, index) => isSameCounter(counter, other.counters[index]!));

const isSameCounter = (one: Counter, other: Counter): boolean =>
  one === other ||
  (one.penalty.from === other.penalty.from &&
    isSame(one.penalty.cost, other.penalty.cost) &&
    isSame(one.add, other.add));

const isSame = (one: ArrayLike<number>, other: ArrayLike<number>): boolean => {
  if (one.length !== other.length) return false;
  for (let at = 0; at < one.length; at += 1) if (one[at] !== other[at]) return false;
  return true;
};
