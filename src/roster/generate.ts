/**
 * The month's roster: compiled, searched, turned back and judged. Nothing leaves here that `check` has not seen; a
 * score of the solver that differs from the judge's is our bug.
 */
import { assert } from '../base/assert.js';
import type { Budget } from '../base/budget.js';
import { error, type Issue, warning } from '../base/issue.js';
import { text } from '../base/text.js';
import { check } from './check.js';
import { type Conflict, conflictOf } from './conflict.js';
import { type Gap, isGap, openShifts } from './gaps.js';
import type { Problem } from './problem.js';
import type { Roster, Score } from './roster.js';
import { shortages } from './shortage.js';
import { compile, toAnswer, toRoster } from './solve/compile.js';
import { level } from './solve/model.js';
import { type Progress, type Solved, solve } from './solve/solve.js';
import type { Violation } from './violation.js';

export interface GenerateOptions {
  readonly seed: number;
  readonly budget: Budget;
  readonly onProgress?: (progress: Progress) => void;
  /** A roster with open shifts is an answer too: status `gaps`. */
  readonly allowGaps?: boolean;
  /** A roster to begin with. */
  readonly start?: Roster;
  /** How a model is solved; on this thread alone where nothing else is said. */
  readonly solveWith?: typeof solve;
}

/**
 * optimal: no better roster exists. feasible: no hard violation, `gap` says how far from the bound. gaps: only open
 * shifts are wrong, and they are allowed. infeasible: proved that every roster breaks a hard rule. unknown: time was up
 * before a roster or a proof.
 */
type Status = 'optimal' | 'feasible' | 'gaps' | 'infeasible' | 'unknown';

export interface Generated {
  readonly status: Status;
  /** With `infeasible` and `unknown` the nearest thing found, not a roster to publish; null: nothing at all. */
  readonly roster: Roster | null;
  readonly score: Score;
  /** No roster has fewer hard violations, nor with as few a lower soft score. */
  readonly bound: Score;
  /** (soft - bound) / max(1, soft), from 0 to 1; null while there are hard violations. */
  readonly gap: number | null;
  readonly violations: readonly Violation[];
  /** Shifts with fewer agents than their least. */
  readonly gaps: readonly Gap[];
  /** Why there is no roster, as far as simple reasons tell; null where there is one. */
  readonly conflict: Conflict | null;
  readonly iterations: number;
  readonly issues: readonly Issue[];
}

export function generate(problem: Problem, options: GenerateOptions): Generated {
  const { solved, priced, isProved } = search(problem, options);
  if (solved.answer === null) {
    const conflict = conflictOf(problem, [], []);
    const none = {
      roster: null,
      score: { hard: 0, soft: 0 },
      bound: solved.bound,
      gap: null,
      violations: [],
      gaps: [],
    };
    return { ...none, status: 'unknown', conflict, iterations: solved.iterations, issues: [notFound(problem)] };
  }
  const roster = toRoster(solved.answer, problem);
  const { score, violations } = check(roster, problem);
  // Compared as the solver's one number: with weights beyond measure its soft part runs over into the hard one.
  assert(
    costOf(score) === costOf(solved),
    `the solver counts ${solved.hard}/${solved.soft}, the judge ${score.hard}/${score.soft}`,
  );
  const { iterations } = solved;
  const bound = score.hard === 0 ? { hard: 0, soft: costOf(solved.bound) } : solved.bound;
  const found = { roster, score, bound, violations, gaps: openShifts(problem, roster), iterations };
  if (score.hard === 0) {
    assert(bound.soft <= score.soft, `the bound ${bound.soft} is above the score ${score.soft}`);
    const gap = (score.soft - bound.soft) / Math.max(1, score.soft);
    return { ...found, status: gap === 0 ? 'optimal' : 'feasible', gap, conflict: null, issues: [] };
  }
  if (options.allowGaps === true && violations.every((violation) => violation.level === 'soft' || isGap(violation))) {
    return { ...found, status: 'gaps', gap: null, conflict: null, issues: [withGaps(problem, found.gaps)] };
  }
  const conflict = conflictOf(problem, [...priced], violations);
  if (isProved || bound.hard > 0 || conflict.isProof) {
    return { ...found, status: 'infeasible', gap: null, conflict, issues: [impossible(problem)] };
  }
  return { ...found, status: 'unknown', gap: null, conflict, issues: [notFound(problem)] };
}

const costOf = ({ hard, soft }: Score): number => level(hard, soft);

interface Found {
  readonly solved: Solved;
  /** Agents whose hard rules had to be priced: no row of theirs keeps them all, or none was found. */
  readonly priced: ReadonlySet<number>;
  /** For at least one of them it is proved. */
  readonly isProved: boolean;
}

/** Milliseconds to look for what comes nearest, once it is known that no roster exists. */
const NEAREST = 1500;

/** Hard rules of a row are forbidden first; whoever then has no row at all gets them priced. */
function search(problem: Problem, options: GenerateOptions): Found {
  const { seed, budget, onProgress, start, allowGaps, solveWith = solve } = options;
  const priced = new Set<number>();
  let isProved = false;
  let hopelessSince: number | null = null;
  const noHope = (): void => {
    if (allowGaps !== true) hopelessSince ??= budget.elapsed();
  };
  if (shortages(problem).length > 0) noHope();
  const isOver = (): boolean =>
    hopelessSince !== null && budget.time !== null && budget.elapsed() - hopelessSince >= NEAREST;
  const searched = {
    seed,
    budget: { ...budget, cancelled: () => budget.cancelled() || isOver() },
    onProgress: (now: Progress): void => {
      if (now.bound.hard > 0) noHope();
      onProgress?.(now);
    },
    ...(start === undefined ? {} : { start: toAnswer(start, problem) }),
  };
  for (;;) {
    const solved = solveWith(compile(problem, priced), searched);
    if (solved.status === 'infeasible') isProved = true;
    if (isProved) noHope();
    if (solved.answer !== null || priced.size === problem.agents.length) return { solved, priced, isProved };
    if (solved.culprit !== null && !priced.has(solved.culprit)) priced.add(solved.culprit);
    else problem.agents.forEach((_, agent) => void priced.add(agent));
  }
}

const notFound = ({ month }: Problem): Issue =>
  error(
    'roster-not-found',
    null,
    text(
      `${month}: the time was up before a roster without hard violations was found, or proved impossible.`,
      `${month}：时间用完，既没有找到不违反硬性规则的排班表，也未能证明不存在。`,
    ),
    text('Give more time with --time, or look at what is in the way.', '请用 --time 增加时间，或查看下列冲突。'),
  );

export const impossible = ({ month }: Problem): Issue =>
  error(
    'roster-impossible',
    null,
    text(
      `${month}: no roster keeps all hard rules; this is proved.`,
      `${month}：已证明不存在满足全部硬性规则的排班表。`,
    ),
    text(
      'Change what is in the way (leave, pins, cover, people), or generate with --allow-gaps.',
      '请调整冲突之处（请假、固定班、最少人数、人手），或使用 --allow-gaps。',
    ),
  );

const withGaps = ({ month }: Problem, gaps: readonly Gap[]): Issue => {
  const missing = gaps.reduce((sum, gap) => sum + gap.missing, 0);
  return warning(
    'roster-with-gaps',
    null,
    text(
      `${month}: ${missing} places on ${gaps.length} shifts are open.`,
      `${month}：${gaps.length} 个班共缺 ${missing} 人。`,
    ),
    text('Fill them by hand or find stand-ins.', '请手工补齐或安排补班人。'),
  );
};
