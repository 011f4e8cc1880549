/** From what a rule saw to the violation people read: who, when, what, and the clause it quotes. */
import { shown } from '../../base/shown.js';
import { joinTexts, same, type Text, text } from '../../base/text.js';
import type { Origin } from '../../handbook/in-force.js';
import type { RuleId } from '../../handbook/schema/rules.js';
import type { Level } from '../../handbook/schema/words.js';
import type { PlanDay, Problem } from '../problem.js';
import type { Unit, Violation } from '../violation.js';

/** How a violation counts. `weight` is 0 where it is hard. */
export interface Measure {
  readonly level: 'hard' | 'soft';
  readonly weight: number;
}

/** How a rule of this level counts; null where nobody need look: off, or soft and worth nothing. */
export function measure(level: Level, weight = 1): Measure | null {
  if (level === 'hard') return { level, weight: 0 };
  return level === 'soft' && weight > 0 ? { level, weight } : null;
}

export interface Finding {
  readonly rule: RuleId;
  /** Dotted path of the handbook's value that was not kept. */
  readonly path: string;
  readonly measure: Measure;
  /** Index of the agent; null where it concerns the day. */
  readonly agent: number | null;
  /** Days of the horizon, history negative; empty where it concerns the whole month. */
  readonly days: readonly number[];
  readonly needed: number;
  readonly found: number;
  readonly offBy: number;
  readonly unit: Unit;
  /** What was found against what was needed; no full stop at its end. */
  readonly what: Text;
}

export function violation(problem: Problem, finding: Finding): Violation {
  const { rule, agent, needed, found, offBy, unit } = finding;
  const { level, weight } = finding.measure;
  const person = agent === null ? null : problem.agents[agent]!.person;
  const days = finding.days.map((day) => planDay(problem, day).day);
  const when = days.length === 0 ? problem.month : days.length === 1 ? shortDay(days[0]!) : showDays(days);
  const head = same(person === null ? `${when}: ` : `${shown(person.id)} ${shown(person.name)}, ${when}: `);
  const origin = problem.handbook.origin(finding.path);
  const { clause } = origin;
  const message = joinTexts([head, finding.what, text('.', '。'), quote(origin)]);
  const staff = person === null ? [] : [person.id];
  return { rule, clause, level, staff, days, needed, found, offBy, unit, weight, message };
}

/** A day of the horizon; history is negative, -1 the eve of the month. */
export const planDay = (problem: Problem, day: number): PlanDay =>
  day < 0 ? problem.historyDays[problem.historyDays.length + day]! : problem.days[day]!;

/** `12-05` */
export const shortDay = (day: string): string => day.slice(5);

const showDays = (days: readonly string[]): string => `${shortDay(days[0]!)}..${shortDay(days.at(-1)!)}`;

/** Where the document is silent its words are not quoted: the value is an assumption. */
function quote({ clause, says, assumed }: Origin): Text {
  if (clause === null) return same('');
  if (assumed) return text(` ${clause} (assumed)`, `${clause}（推定）`);
  return says === null ? text(` ${clause}`, clause) : joinTexts([text(` ${clause}: `, `${clause}：`), says]);
}
