/**
 * The rest of a month made anew after something happened, with as few changes as may be: days before `from` and pinned cells
 * stay, every other changed cell has a price, dearer the nearer it is. Two searches: how few cells can change at all
 * while what must hold is kept (its bound proves it), and then the best roster at these prices.
 */
import { type PatientBudget, patient } from '../../base/budget.js';
import { type Text, text } from '../../base/text.js';
import { type Day, daysBetween } from '../../calendar/day.js';
import type { Rules } from '../../handbook/schema/rules.js';
import { wantedOf } from '../build-problem.js';
import { check, type Judgement } from '../check.js';
import type { Conflict } from '../conflict.js';
import { type Gap, isGap, openShifts } from '../gaps.js';
import { type GenerateOptions, generate } from '../generate.js';
import type { Problem, Wanted } from '../problem.js';
import { type CellChange, REST, type Roster, type Score } from '../roster.js';
import type { Violation } from '../violation.js';
import { cellOf, differences, settled } from './changes.js';
import { hardOnly } from './hard-only.js';
import { reachableRest } from './reachable-rest.js';

export interface ReplanOptions extends Omit<GenerateOptions, 'start' | 'onProgress'> {
  readonly from: Day;
  /** Points for a changed cell a week ahead or later; twice as many on the first day. */
  readonly price: number;
  /**
   * Milliseconds after which the count of changes, and then the roster, is taken as it is once nothing hard is broken; null:
   * half of the time for each.
   */
  readonly enough: { readonly count: number; readonly all: number } | null;
  readonly onProgress?: (words: Text) => void;
}

/**
 * kept: nothing that must hold is broken from `from` on. gaps: shifts stay open, and they may. impossible: proved that what
 * must hold cannot be kept. unknown: neither found nor proved in time.
 */
export type ReplanStatus = 'kept' | 'gaps' | 'impossible' | 'unknown';

export interface Replan {
  readonly status: ReplanStatus;
  /** With `impossible` and `unknown` the nearest thing found, not to be published. */
  readonly roster: Roster;
  /** By the month's own rules, prices left out. */
  readonly judgement: Judgement;
  /** Cells that somebody decided: a shift given, taken or exchanged. */
  readonly changed: readonly CellChange[];
  /** Shifts that fell away by themselves: leave, end of employment. */
  readonly fallen: readonly CellChange[];
  /** No roster that keeps what must hold changes fewer cells than this; null: nothing is proved. */
  readonly atLeast: number | null;
  /** The changed cells are the fewest there can be. */
  readonly isFewest: boolean;
  /** No roster is better at these prices. */
  readonly isBest: boolean;
  /** What must hold and was broken before `from`: it stays as it was. */
  readonly past: readonly Violation[];
  readonly gaps: readonly Gap[];
  readonly conflict: Conflict | null;
  readonly iterations: number;
}

/** `roster` as published, `problem` with all that is known by now. */
export function replan(roster: Roster, problem: Problem, options: ReplanOptions): Replan {
  const { from, price, enough, seed, budget, onProgress } = options;
  const old = settled(roster, problem);
  const reachable = reachableRest(old, problem, from);
  const fixed = openFrom(
    { ...reachable.problem, pins: [...pinsBefore(old, problem, from), ...ownPins(old, problem, from)] },
    from,
  );
  const wanted = wantedOf(roster).filter(({ day }) => day >= from);
  const search = (rules: Rules, keepTo: readonly Wanted[], start: Roster, within: PatientBudget) =>
    generate(
      { ...fixed, keepTo, handbook: { ...problem.handbook, values: { ...problem.handbook.values, rules } } },
      {
        ...{ seed, start, budget: within },
        onProgress: ({ best, bound }) => {
          within.saw(best?.hard === 0);
          onProgress?.(progress(best?.soft ?? null, bound.soft));
        },
      },
    );
  const { rules } = problem.handbook.values;
  const half = { ...budget, time: budget.time === null ? null : budget.time / 2 };
  const fewest = search(hardOnly(rules), wanted, old, patient(half, enough?.count ?? null));
  const priced = wanted.map((cell) => ({ ...cell, price: nearness(from, cell.day) }));
  const stability = { level: 'soft' as const, weight: Math.max(1, Math.round(price / FAR)) };
  const found = search({ ...rules, stability }, priced, fewest.roster ?? old, patient(budget, enough?.all ?? null));

  const kept = {
    ...(found.roster ?? old),
    ...{ pins: roster.pins, accepted: roster.accepted },
    ...(roster.leave === undefined ? {} : { leave: roster.leave }),
  };
  const made = settled(kept, problem);
  const judgement = check(made, problem);
  const grave = judgement.violations.filter(({ level, accepted }) => level === 'hard' && accepted === undefined);
  const isPast = ({ rule, staff, days }: Violation): boolean =>
    (days.length > 0 && days.every((day) => day < from)) ||
    (rule === 'rest-days' && staff.every((id) => reachable.beyond.has(id)));
  const open = grave.filter((violation) => !isPast(violation));
  const cells = differences(roster, made);
  const changed = cells.filter(({ is }) => is.kind === 'shift' || is.kind === 'rest');
  // What else was broken before `from`, or is allowed, the search cannot mend: only what lies beyond it proves anything.
  const given = check({ ...made, accepted: [] }, fixed).violations.filter(
    (violation) => violation.level === 'hard' && !open.some(({ message }) => message.zh === violation.message.zh),
  );
  const unavoidable = given.reduce((sum, { offBy }) => sum + offBy, 0);
  const isBeyond = (bound: Score): boolean =>
    bound.hard > unavoidable || (bound.hard === unavoidable && bound.soft > wanted.length);
  const isSimple = given.length === 0 && [fewest, found].some((each) => each.status === 'infeasible');
  const isProof = isSimple || isBeyond(fewest.bound);
  const status: ReplanStatus =
    open.length === 0
      ? 'kept'
      : options.allowGaps === true && open.every(isGap)
        ? 'gaps'
        : isProof
          ? 'impossible'
          : 'unknown';
  const atLeast = status === 'kept' && fewest.bound.hard === unavoidable ? fewest.bound.soft : null;
  return {
    ...{ status, roster: made, judgement, changed },
    fallen: cells.filter((cell) => !changed.includes(cell) && cell.was.kind === 'shift'),
    atLeast,
    isFewest: changed.length === atLeast,
    isBest: status === 'kept' && found.score.hard === found.bound.hard && found.score.soft === found.bound.soft,
    past: grave.filter(isPast),
    gaps: openShifts(problem, made),
    conflict: found.conflict,
    iterations: fewest.iterations + found.iterations,
  };
}

/** Steps of the price: the first day costs twice what a day a week ahead does. */
const FAR = 7;
const nearness = (from: Day, day: Day): number => FAR + Math.max(0, FAR - daysBetween(from, day));

/** Who was there on days that have been is no matter of planning: what was short then cannot be mended. */
function openFrom(problem: Problem, from: Day): Problem {
  const first = problem.days.findIndex(({ day }) => day >= from);
  return {
    ...problem,
    openFrom: first,
    cover: problem.cover.filter(({ day }) => day >= first),
    intervals: problem.intervals.filter(({ day }) => day >= first),
  };
}

/** What has been is kept as it was; who was on leave did not work, whatever the sheet says. */
const pinsBefore = (old: Roster, problem: Problem, from: Day): Problem['pins'] =>
  old.rows.flatMap(({ staff, cells }, agent) =>
    cells.flatMap((cell, at) => {
      const { day } = problem.days[at]!;
      const { active, leave } = problem.agents[agent]!;
      const worked = active[at] === true && leave[at] === null ? cell : REST;
      return day < from ? [{ staff, day, by: 'replan', cell: worked }] : [];
    }),
  );

const ownPins = (old: Roster, problem: Problem, from: Day): Problem['pins'] =>
  old.pins
    .filter(({ staff, day }) => day >= from && problem.agents.some(({ id }) => id === staff))
    .map((pin) => ({ ...pin, cell: cellOf(old, pin.staff, pin.day) }));

const progress = (best: number | null, bound: number): Text =>
  best === null
    ? text('looking for a first roster ...', '正在寻找第一个方案……')
    : text(`price ${best}, at least ${bound}   Ctrl-C: enough`, `代价 ${best}，下限 ${bound}   Ctrl-C：够了`);
