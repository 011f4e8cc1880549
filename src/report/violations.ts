/** What is broken, in the order a reader wants it: hard first, then by what it costs. */
import { joinTexts, same, type Text, text } from '../base/text.js';
import type { RuleId } from '../handbook/schema/rules.js';
import { RULES } from '../roster/rules/index.js';
import type { Violation } from '../roster/violation.js';

export interface ViolationGroup {
  readonly rule: RuleId;
  readonly clause: string | null;
  readonly level: 'hard' | 'soft';
  /** Sum of off_by (hard) or of weight x off_by (soft). */
  readonly cost: number;
  readonly violations: readonly Violation[];
}

const costOf = (violation: Violation): number =>
  violation.accepted !== undefined
    ? 0
    : violation.level === 'hard'
      ? violation.offBy
      : violation.weight * violation.offBy;

/** One group a rule and level; hard ones first, the dearest first among equals. */
export function groupViolations(violations: readonly Violation[]): ViolationGroup[] {
  const groups = new Map<string, Violation[]>();
  for (const violation of violations) {
    const key = `${violation.level} ${violation.rule} ${violation.clause ?? ''}`;
    groups.set(key, [...(groups.get(key) ?? []), violation]);
  }
  return [...groups.values()]
    .map((members) => ({
      rule: members[0]!.rule,
      clause: members[0]!.clause,
      level: members[0]!.level,
      cost: members.reduce((sum, violation) => sum + costOf(violation), 0),
      violations: members,
    }))
    .sort((a, b) => (a.level === b.level ? b.cost - a.cost : a.level === 'hard' ? -1 : 1));
}

/** `Late shifts are shared fairly [balance-late, default/fairness]: 5 below what is wanted, cost 100` */
export function groupTitle(group: ViolationGroup): Text {
  const { sentence } = RULES[group.rule];
  const ids = [group.rule, ...(group.clause === null ? [] : [group.clause])].join(', ');
  const count = group.violations.length;
  const says = text(sentence.en.replace(/\.$/, ''), sentence.zh.replace(/。$/, ''));
  return joinTexts([
    says,
    same(` [${ids}]`),
    group.level === 'hard'
      ? text(`: broken ${count === 1 ? 'once' : `${count} times`}`, `：违反 ${count} 处`)
      : text(`: ${count} below what is wanted, cost ${group.cost}`, `：${count} 处不理想，代价 ${group.cost}`),
  ]);
}

/** Broken, hard, and nobody allowed it: the roster cannot go out like this. */
export const isGrave = (violation: Violation): boolean =>
  violation.level === 'hard' && violation.accepted === undefined;
