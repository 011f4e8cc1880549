/**
 * Why no roster exists, as far as simple reasons tell: counts that cannot come out, and people without a row that keeps
 * their rules. A smallest clashing set of rules and its relaxations are not looked for.
 */
import { type Text, text } from '../base/text.js';
import type { RuleId } from '../handbook/schema/rules.js';
import { planDay } from './judge/finding.js';
import type { Problem } from './problem.js';
import { type Shortage, shortages } from './shortage.js';
import type { Violation } from './violation.js';

interface Reason {
  readonly rules: readonly RuleId[];
  /** Clause ids, where the handbook's values have one. */
  readonly clauses: readonly string[];
  readonly message: Text;
}

export interface Conflict {
  /** The reasons prove by themselves that no roster exists. */
  readonly isProof: boolean;
  readonly reasons: readonly Reason[];
}

/** `rowless`: agents without a row that keeps all hard rules; `violations`: what the nearest roster found breaks. */
export function conflictOf(problem: Problem, rowless: readonly number[], violations: readonly Violation[]): Conflict {
  const counts = problem.handbook.values.rules.cover.level === 'hard' ? shortages(problem) : [];
  const hard = violations.filter(({ level, accepted }) => level === 'hard' && accepted === undefined);
  const ofCounts = counts.map((shortage) => shortageReason(problem, shortage));
  const ofRows = rowless.flatMap((agent) => rowReason(problem, agent, hard));
  const named = new Set([...ofCounts, ...ofRows].flatMap(({ rules }) => rules));
  const others = hard
    .filter(({ rule }) => !named.has(rule))
    .map(({ rule, clause, message }) => ({ rules: [rule], clauses: clause === null ? [] : [clause], message }));
  return { isProof: counts.length > 0, reasons: [...ofCounts, ...ofRows, ...others] };
}

function shortageReason(problem: Problem, { kind, day, shift, needed, available }: Shortage): Reason {
  const rules: RuleId[] = kind === 'month' ? ['cover', 'rest-days', 'leave'] : ['cover', 'allowed-shifts', 'leave'];
  const name = problem.shifts.find(({ code }) => code === shift)?.name ?? text('all shifts together', '各班合计');
  const when = day === null ? problem.month : planDay(problem, day).day;
  const message =
    kind === 'month'
      ? text(
          `${when}: all shifts together need ${needed} working days, the staff has ${available} after leave and rest days.`,
          `${when}：各班合计需 ${needed} 个人次，扣除请假和休息后只有 ${available} 个。`,
        )
      : text(
          `${when}: ${name.en} needs at least ${needed}, ${available} can work.`,
          `${when}：${name.zh}至少要 ${needed} 人，可上班的只有 ${available} 人。`,
        );
  return { rules, clauses: clausesOf(problem, rules), message };
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
  return [{ rules, clauses, message }];
}

const clausesOf = ({ handbook }: Problem, rules: readonly RuleId[]): string[] => [
  ...new Set(rules.flatMap((rule) => handbook.origin(`rules.${rule}`).clause ?? [])),
];
