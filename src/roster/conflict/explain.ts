/**
 * Why no roster exists: the smallest sets of rules and facts that clash, each checked (without any one of it the others
 * can hold), and the ways out that were tried. Counting first, then person by person, then the rules together.
 */
import type { Budget } from '../../base/budget.js';
import { type Text, text } from '../../base/text.js';
import type { PlanFacts } from '../build-problem.js';
import { type Clashing, type Conflict, conflictOf, type Reason } from '../conflict.js';
import { type Generated, impossible } from '../generate.js';
import type { Problem } from '../problem.js';
import { isStillShort, type Shortage, shortages } from '../shortage.js';
import type { Violation } from '../violation.js';
import { onlyPerson } from './facts.js';
import { hardProblem } from './hard-problem.js';
import { minimalClash, type Verdict } from './minimal.js';
import { type Part, partsOf } from './parts.js';
import { possible } from './possible.js';
import { type Purse, purseOf } from './purse.js';
import { spell, who } from './say-parts.js';
import { sayShortage } from './say-shortage.js';
import { clashingStretch, type Stretch, within } from './stretch.js';
import { type Clash, waysOut } from './ways.js';

interface ExplainOptions {
  readonly seed: number;
  /** Of the explanation alone; a little less than half of it goes to the reasons, the rest to the ways out. */
  readonly budget: Budget;
  /** What `clashIn` found before. */
  readonly stretch?: Stretch | null;
}

/** So many different clashes are followed up. */
const MOST_CLASHES = 3;
/** Milliseconds for one question in between. */
const QUESTION = 2000;
/** Part of the time for finding few days that clash alone, and days that are looked at. */
const LOOKING = 0.4;
const MOST_DAYS = 8;

/** What a search came to, with its reasons: proved impossible where it was only not found. */
export type Explained = Generated;

/** @param found what the search came to: no roster, or none in time */
export function explain(facts: PlanFacts, problem: Problem, found: Generated, options: ExplainOptions): Explained {
  const conflict = conflictFor(facts, problem, found, options);
  if (found.status !== 'unknown' || !conflict.isProof) return { ...found, conflict };
  return { ...found, status: 'infeasible', conflict, issues: [impossible(problem)] };
}

function conflictFor(facts: PlanFacts, problem: Problem, found: Generated, options: ExplainOptions): Conflict {
  const { seed, budget } = options;
  const part = { ...budget, time: budget.time === null ? null : 0.45 * budget.time };
  const purse = purseOf(part);
  const hard = hardProblem(facts);
  if (hard === null) return conflictOf(problem, [], found.violations);
  const counted = shortages(hard);
  const known = options.stretch ?? null;
  let clashes =
    counted.length > 0
      ? counts(facts, hard, counted, seed, purse)
      : known === null
        ? rows(facts, hard, seed, purse)
        : [];
  if (clashes.length === 0) {
    const stretch = known ?? stretchOf(hard, found.violations, seed, purse.part(LOOKING));
    const isClash = stretch !== null || possible(hard, seed, purse.question(0.4, part.time ?? 0)).is === 'impossible';
    if (isClash) clashes = [together(facts, hard, stretch, seed, purse)];
  }
  let isProof = clashes.length > 0;
  const reasons = isProof ? clashes.map(({ reason }) => reason) : conflictOf(problem, [], found.violations).reasons;
  isProof ||= found.status === 'infeasible';
  return { isProof, reasons, waysOut: waysOut({ facts, problem, found, clashes, seed, purse: purseOf(budget) }) };
}

interface Explicit extends Clash {
  readonly reason: Reason;
}

/** One clash for each count that fails differently. */
function counts(facts: PlanFacts, hard: Problem, counted: readonly Shortage[], seed: number, purse: Purse): Explicit[] {
  const lacking = ({ needed, available }: Shortage): number => Math.abs(needed - available);
  const alike = new Map<string, Shortage[]>();
  // Stretches overlap: of each kind the one that lacks most stands for all.
  for (const one of [...counted].sort((a, b) => lacking(b) - lacking(a))) {
    const key = [one.kind, one.shifts?.join(' '), one.skill].join('|');
    alike.set(key, [...(alike.get(key) ?? []), one]);
  }
  const clashes: Explicit[] = [];
  const parts = partsOf(facts);
  for (const [first, ...rest] of [...alike.values()].sort(([a], [b]) => counted.indexOf(a!) - counted.indexOf(b!))) {
    if (clashes.length >= MOST_CLASHES) break;
    const others = rest.filter(({ needed, available }) => needed === first!.needed && available === first!.available);
    const byCount = minimalClash(
      parts,
      (kept) => {
        const left = hardProblem(only(facts, parts, kept));
        return left !== null && isStillShort(left, first!) ? 'clash' : 'none';
      },
      () => false,
    );
    // The month fails by what its weeks fail by already.
    if (clashes.some((one) => one.parts.every((part) => byCount.kept.includes(part)))) continue;
    const set = bySearch(facts, parts, byCount.kept, seed, purse, (left) => within(left, first!));
    clashes.push({ parts: set.kept, shortage: first!, reason: reasonOf(sayShortage(hard, first!, others), set) });
  }
  return clashes;
}

/** People for whom no row keeps their rules. */
function rows(facts: PlanFacts, hard: Problem, seed: number, purse: Purse): Explicit[] {
  const found: Explicit[] = [];
  for (const { person } of hard.agents) {
    if (found.length >= MOST_CLASHES || purse.isSpent()) break;
    const alone = onlyPerson(person.id)(facts);
    const problem = hardProblem(alone);
    if (problem === null || possible(problem, seed, purse.question(0.25, QUESTION)).is !== 'impossible') continue;
    const parts = partsOf(alone);
    const set = bySearch(alone, parts, parts, seed, purse);
    const name = who(person);
    const message = text(`${name}: no row of shifts keeps all of this.`, `${name}：以下各项不能同时满足。`);
    found.push({ parts: set.kept, shortage: null, reason: reasonOf(message, set) });
  }
  return found;
}

/** Few days, round what the nearest roster breaks, that prove already that there is none; null: none were found. */
export function clashIn(facts: PlanFacts, { violations }: Generated, { seed, budget }: ExplainOptions): Stretch | null {
  const hard = hardProblem(facts);
  return hard === null ? null : stretchOf(hard, violations, seed, purseOf(budget));
}

function stretchOf(hard: Problem, violations: readonly Violation[], seed: number, purse: Purse): Stretch | null {
  const ask = (days: Stretch): boolean =>
    !purse.isSpent() && possible(within(hard, days), seed, purse.question(0.25, QUESTION)).is === 'impossible';
  return clashingStretch(brokenDays(hard, violations), hard.days.length - 1, ask);
}

/** The rules together: on few days where they clash there already; null: on all. */
function together(facts: PlanFacts, hard: Problem, stretch: Stretch | null, seed: number, purse: Purse): Explicit {
  const parts = partsOf(facts);
  const few =
    stretch === null ? parts : bySearch(facts, parts, parts, seed, purse, (left) => within(left, stretch)).kept;
  // On all days what is left may clash without some of it.
  const set = bySearch(facts, parts, few, seed, purse);
  const isThere = stretch !== null && set.kept.length === few.length;
  const when = isThere ? spell(hard.days[stretch.from]!.day, hard.days[stretch.to]!.day) : hard.month;
  const message = text(
    `${when}: these cannot all hold (found by search).`,
    `${when}：以下各项不能同时满足（经搜索证明）。`,
  );
  return { parts: set.kept, shortage: null, reason: reasonOf(message, set) };
}

/** Days on which the nearest roster breaks what must hold, the worst first. */
function brokenDays({ days }: Problem, violations: readonly Violation[]): number[] {
  const worst = violations.filter(({ level }) => level === 'hard').sort((a, b) => b.offBy - a.offBy);
  const at = new Map<string, number>(days.map(({ day }, index) => [day, index]));
  const broken = worst.flatMap((violation) => violation.days.flatMap((day) => at.get(day) ?? []));
  return [...new Set(broken)].slice(0, MOST_DAYS);
}

interface PartSet {
  readonly kept: readonly Part[];
  readonly isMinimal: boolean;
}

/** Leaves out whatever the rest clashes without. */
function bySearch(
  facts: PlanFacts,
  parts: readonly Part[],
  items: readonly Part[],
  seed: number,
  purse: Purse,
  narrow: (problem: Problem) => Problem = (problem) => problem,
): PartSet {
  const clash = (kept: readonly Part[]): Verdict => {
    const left = hardProblem(only(facts, parts, kept));
    if (left === null) return 'unknown';
    const answer = possible(narrow(left), seed, purse.question(0.25, QUESTION));
    return answer.is === 'impossible' ? 'clash' : answer.is === 'possible' ? 'none' : 'unknown';
  };
  return minimalClash(items, clash, purse.isSpent);
}

/** The facts without the parts that are not kept. */
const only = (facts: PlanFacts, parts: readonly Part[], kept: readonly Part[]): PlanFacts =>
  parts.filter((part) => !kept.includes(part)).reduce((left, { without }) => without(left), facts);

function reasonOf(message: Text, { kept, isMinimal }: PartSet): Reason {
  const set = kept.map(({ rule, clause, source, says }): Clashing => ({ rule, clause, source, message: says }));
  return {
    rules: [...new Set(kept.flatMap(({ rule }) => rule ?? []))],
    clauses: [...new Set(kept.flatMap(({ clause }) => clause ?? []))],
    sources: kept.flatMap(({ source, clause }) => (source === null || clause !== null ? [] : [source])),
    ...{ message, set, isMinimal },
  };
}
