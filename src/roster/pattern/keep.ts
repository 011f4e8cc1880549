/**
 * A month that keeps to a cyclic pattern wherever it can: leave, holidays and promotion days are repaired with as few
 * changed cells as may be. Two searches, as in replan: how few cells can change at all while what must hold is kept (its bound
 * proves it), then the best roster in which every changed cell has to be worth its price.
 */
import { patient } from '../../base/budget.js';
import { check, type Judgement } from '../check.js';
import { type Generated, type GenerateOptions, generate } from '../generate.js';
import type { Problem } from '../problem.js';
import type { CellChange } from '../roster.js';
import { changedCells, fewestChanges, freeCells, onPattern } from './fewest.js';

interface KeepOptions extends GenerateOptions {
  /** Points a changed cell must be worth. */
  readonly price: number;
  /** Milliseconds after which the count of changes is taken as it is, once nothing hard is broken; null: half of the time. */
  readonly enough: number | null;
}

export interface PatternKept {
  readonly found: Generated;
  /** By the month's own rules, the pattern left out: what `check` says of the roster later. */
  readonly judgement: Judgement;
  /** Cells that the pattern gives and nothing else takes (leave, pins). */
  readonly cells: number;
  readonly changed: readonly CellChange[];
  /** No roster that keeps what must hold changes fewer; null: not proved. */
  readonly atLeast: number | null;
}

/** @param problem with the pattern's cells in `keepTo` */
export function keepPattern(problem: Problem, { price, enough, ...options }: KeepOptions): PatternKept {
  const { budget } = options;
  const { rules } = problem.handbook.values;
  const priced = { ...rules, stability: { level: 'soft', weight: price } } as const;
  const half = { ...budget, time: budget.time === null ? null : budget.time / 2 };
  const counting = patient(half, enough);
  const fewest = fewestChanges(problem, {
    ...options,
    budget: counting,
    onProgress: ({ best }) => counting.saw(best?.hard === 0),
  });
  const found = generate(
    { ...problem, handbook: { ...problem.handbook, values: { ...problem.handbook.values, rules: priced } } },
    { ...options, start: fewest.roster ?? onPattern(problem) },
  );
  const roster = found.roster ?? fewest.roster ?? onPattern(problem);
  const free = freeCells(problem);
  return {
    found,
    judgement: check(roster, { ...problem, keepTo: [] }),
    cells: free.length,
    changed: changedCells(roster, free),
    atLeast: fewest.score.hard === 0 && fewest.bound.hard === 0 ? fewest.bound.soft : null,
  };
}
