/** What a change does to the score: rule by rule, what is newly broken or worse, what is mended. */
import type { RuleId } from '../../handbook/schema/rules.js';
import type { Judgement } from '../check.js';
import type { Score } from '../roster.js';
import { RULES } from '../rules/index.js';
import type { Violation } from '../violation.js';

export interface RuleChange {
  readonly rule: RuleId;
  readonly level: 'hard' | 'soft';
  /** Off by (hard) or weight x off by (soft). */
  readonly before: number;
  readonly after: number;
}

export interface Consequences {
  readonly before: Score;
  readonly after: Score;
  /** Only rules whose figures differ; hard ones first. */
  readonly byRule: readonly RuleChange[];
  /** Broken only after, or broken further; hard ones first. What was accepted is not among them. */
  readonly broken: readonly Violation[];
  readonly mended: readonly Violation[];
}

export function consequences(before: Judgement, after: Judgement): Consequences {
  const [was, is] = [counted(before.violations), counted(after.violations)];
  return {
    ...{ before: before.score, after: after.score, byRule: ruleChanges(before, after) },
    broken: [...is].flatMap(([key, now]) => (now.offBy > (was.get(key)?.offBy ?? 0) ? now.violations : [])),
    mended: [...was].flatMap(([key, then]) => (then.offBy > (is.get(key)?.offBy ?? 0) ? then.violations : [])),
  };
}

/** Hard after all: whether a change breaks a rule that must hold, or breaks it further. */
export const breaksHard = ({ broken }: Consequences): boolean => broken.some(({ level }) => level === 'hard');

/** Compares scores: hard first. */
export const better = (a: Score, b: Score): number => a.hard - b.hard || a.soft - b.soft;

/** The score by rule, dearest first, hard ones before soft ones; rules that cost nothing are left out. */
export function scoreByRule(
  violations: readonly Violation[],
): { rule: RuleId; level: 'hard' | 'soft'; cost: number }[] {
  const sums = [...sumsOf(violations)].map(([key, cost]) => ({ ...partsOf(key), cost }));
  return sums.filter(({ cost }) => cost > 0).sort((a, b) => levelRank(a) - levelRank(b) || b.cost - a.cost);
}

function ruleChanges(before: Judgement, after: Judgement): RuleChange[] {
  const [was, is] = [sumsOf(before.violations), sumsOf(after.violations)];
  return [...new Set([...was.keys(), ...is.keys()])]
    .map((key) => ({ ...partsOf(key), before: was.get(key) ?? 0, after: is.get(key) ?? 0 }))
    .filter((change) => change.before !== change.after)
    .sort((a, b) => levelRank(a) - levelRank(b) || RANK.get(a.rule)! - RANK.get(b.rule)!);
}

const RANK: ReadonlyMap<string, number> = new Map(Object.keys(RULES).map((id, index) => [id, index]));
const levelRank = ({ level }: { level: 'hard' | 'soft' }): number => (level === 'hard' ? 0 : 1);

function partsOf(key: string): { rule: RuleId; level: 'hard' | 'soft' } {
  const [level, rule] = key.split(' ') as ['hard' | 'soft', RuleId];
  return { rule, level };
}

function sumsOf(violations: readonly Violation[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { rule, level, offBy, weight, accepted } of violations) {
    if (accepted !== undefined) continue;
    const key = `${level} ${rule}`;
    sums.set(key, (sums.get(key) ?? 0) + (level === 'hard' ? offBy : weight * offBy));
  }
  return sums;
}

/** Violations of the same thing whatever its figures: `1007 works 7 days in a row` and `8 days in a row` from the same day. */
function counted(violations: readonly Violation[]): Map<string, { offBy: number; violations: Violation[] }> {
  const found = new Map<string, { offBy: number; violations: Violation[] }>();
  for (const violation of violations) {
    if (violation.accepted !== undefined) continue;
    const { rule, level, staff, days, message, needed } = violation;
    const words = message.zh.replace(/[\d.]+/g, '');
    const key = [level, rule, staff.join(), days[0] ?? '', rule.startsWith('balance') ? '' : needed, words].join('|');
    const there = found.get(key) ?? { offBy: 0, violations: [] };
    found.set(key, { offBy: there.offBy + violation.offBy, violations: [...there.violations, violation] });
  }
  return found;
}
