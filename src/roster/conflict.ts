/**
 * Why no roster exists, and what would make one exist. `conflictOf` tells what the search itself knows: counts that
 * cannot come out, and what the nearest roster breaks. The smallest clashing sets and the ways out take searches of their
 * own: conflict/explain.ts.
 */
import type { SourceRef } from '../base/source.js';
import { type Text, text } from '../base/text.js';
import type { RuleId } from '../handbook/schema/rules.js';
import { sayShortage } from './conflict/say-shortage.js';
import type { WayOut } from './conflict/way-out.js';
import type { Problem } from './problem.js';
import { alike, type Shortage, shortages } from './shortage.js';
import type { Violation } from './violation.js';

/** A rule or a fact of a clashing set. */
export interface Clashing {
  readonly rule: RuleId | null;
  readonly clause: string | null;
  readonly source: SourceRef | null;
  readonly message: Text;
}

export interface Reason {
  readonly rules: readonly RuleId[];
  /** Clause ids, where the handbook's values have one. */
  readonly clauses: readonly string[];
  readonly sources: readonly SourceRef[];
  readonly message: Text;
  /** What cannot hold together; empty where only the nearest roster's violation is known. */
  readonly set: readonly Clashing[];
  /** Tried: without any one of the set the others can hold. */
  readonly isMinimal: boolean;
}

export interface Conflict {
  /** The reasons prove by themselves that no roster exists. */
  readonly isProof: boolean;
  readonly reasons: readonly Reason[];
  /** Cheapest first; each was tried. */
  readonly waysOut: readonly WayOut[];
}

/** `rowless`: agents without a row that keeps all hard rules; `violations`: what the nearest roster found breaks. */
export function conflictOf(problem: Problem, rowless: readonly number[], violations: readonly Violation[]): Conflict {
  const counts = shortages(problem);
  const hard = violations.filter(({ level, accepted }) => level === 'hard' && accepted === undefined);
  const ofCounts = alike(counts).map(([first, ...others]) => shortageReason(problem, first!, others));
  const ofRows = rowless.flatMap((agent) => rowReason(problem, agent, hard));
  const named = new Set([...ofCounts, ...ofRows].flatMap(({ rules }) => rules));
  const others = hard
    .filter(({ rule }) => !named.has(rule))
    .map(({ rule, clause, message }) => bare([rule], clause === null ? [] : [clause], message));
  return { isProof: counts.length > 0, reasons: [...ofCounts, ...ofRows, ...others], waysOut: [] };
}

const bare = (rules: readonly RuleId[], clauses: readonly string[], message: Text): Reason => ({
  ...{ rules, clauses, message },
  ...{ sources: [], set: [], isMinimal: false },
});

function shortageReason(problem: Problem, shortage: Shortage, others: readonly Shortage[]): Reason {
  const isLong = shortage.from !== shortage.to;
  const rules: RuleId[] = isLong ? ['cover', 'rest-days', 'leave'] : ['cover', 'allowed-shifts', 'leave'];
  return bare(rules, clausesOf(problem, rules), sayShortage(problem, shortage, others));
}

/** Which rules the nearest row breaks; they clash with each other or with the person's leave, pins or history. */
function rowReason(problem: Problem, agent: number, hard: readonly Violation[]): Reason[] {
  const { id, person } = problem.agents[agent]!;
  const own = hard.filter(({ staff }) => staff.includes(id));
  if (own.length === 0) return [];
  const rules = [...new Set(own.map(({ rule }) => rule))];
  const nearest = own[0]!.message;
  const message = text(
    `${id} ${person.name}: no row keeps all hard rules with this leave, these pins and this history. The nearest breaks: ${nearest.en}`,
    `${id} ${person.name}：在现有请假、固定班和上月情况下，没有满足全部硬性规则的排法。最接近的仍违反：${nearest.zh}`,
  );
  const clauses = [...new Set(own.flatMap(({ clause }) => clause ?? []))];
  return [bare(rules, clauses, message)];
}

const clausesOf = ({ handbook }: Problem, rules: readonly RuleId[]): string[] => [
  ...new Set(rules.flatMap((rule) => handbook.origin(`rules.${rule}`).clause ?? [])),
];
